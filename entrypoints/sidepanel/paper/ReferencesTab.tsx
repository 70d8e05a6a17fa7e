/** The references of the page, or why there are none to show. */
import { Skeleton } from '@/components/ui/Skeleton';
import type { PanelReference } from '@/lib/messaging/panel/types';
import type { KnownWork, LibraryReference } from '@/lib/model';
import { SearchedTab } from '../list/SearchedTab';
import type { TabProps } from '../list/StatementsTab';
import { PageState } from './PageState';
import { References } from './References';

export function ReferencesTab({
  references,
  known,
  reviewId,
  paperId,
  text,
  isRead,
  onList,
  ...tab
}: TabProps & {
  references: readonly PanelReference[] | null;
  known: readonly (KnownWork | null)[] | undefined;
  reviewId: string | undefined;
  paperId: string | undefined;
  /** Words that an entry must hold. */
  text: string;
  /** Is the page read, or about to be? */
  isRead: boolean;
  onList: (works: readonly LibraryReference[]) => void;
}) {
  if (references?.length)
    return (
      <SearchedTab {...tab} label="Search references">
        <References {...{ references, known, reviewId, paperId, text, onList }} />
      </SearchedTab>
    );
  if (references)
    return (
      <PageState title="No reference list here">
        Bearing found no list of references on this page. The full text of the paper may have one.
      </PageState>
    );
  if (isRead) return <Skeleton lines={6} label="Reading the references" />;
  return (
    <PageState title="Not read yet">
      References are read when this page is tagged. Start tagging, and they are listed here.
    </PageState>
  );
}
