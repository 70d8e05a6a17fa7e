/** What this paper has on each influence of the review, and what it does not report. */
import { useMemo } from 'react';
import { codingForm, type FormRow } from '@/components/coding/coding-form';
import { Button } from '@/components/ui/Button';
import { Skeleton } from '@/components/ui/Skeleton';
import type { CoderIndex } from '@/lib/model';
import type { PaperTags } from '@/lib/store';
import { SearchedTab } from '../list/SearchedTab';
import type { TabProps } from '../list/StatementsTab';
import { PageState } from '../paper/PageState';
import { Influences } from './Influences';

export function InfluencesTab({
  held,
  coders,
  isShown,
  text,
  onNotReported,
  onShow,
  onActive,
  onBegin,
  ...tab
}: TabProps & {
  /** Undefined while loading; null before there is a review. */
  held: PaperTags | null | undefined;
  coders: CoderIndex;
  /** Whose words are shown: two can code apart. */
  isShown: (one: { coderId: string }) => boolean;
  /** Words that a row must hold. */
  text: string;
  onNotReported: (row: FormRow, isNotReported: boolean) => Promise<boolean>;
  onShow: (row: FormRow) => void;
  onActive: (key: string) => void;
  /** Makes the first review. */
  onBegin: () => void;
}) {
  const form = useMemo(() => {
    if (!held) return null;
    const tags = held.statements.flatMap((one) => one.tags).filter(isShown);
    const assessments = held.assessments.filter(isShown);
    // Nothing of a paper that is not stored: its rows are all open.
    return codingForm({ ...held, tags, assessments }, held.paper?.id ?? '', coders);
  }, [held, coders, isShown]);
  if (held === null)
    return (
      <PageState title="No review yet" action={<Button onClick={onBegin}>Begin a review</Button>}>
        Influences are those of a review, and there is none yet.
      </PageState>
    );
  if (!form) return <Skeleton lines={7} label="Loading the influences" />;
  if (!form.groups.length)
    return (
      <PageState title="No influences yet">
        This review has no codebook. One can be chosen, or made, in the workspace.
      </PageState>
    );
  return (
    <SearchedTab {...tab} label="Search influences">
      <Influences {...{ form, text, onNotReported, onShow, onActive }} />
    </SearchedTab>
  );
}
