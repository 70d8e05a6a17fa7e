/** A page without a tag: what kind of page it is decides the next step. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { PageReport } from '@/lib/model';
import { settings } from '@/lib/store';
import { keyMap } from '@/lib/tagging';
import { PageState } from '../paper/PageState';

export function NothingListed({ report, tagging }: { report: PageReport; tagging: boolean }) {
  const keys = keyMap(useLiveQuery(settings, [])?.keys);
  if (tagging)
    return (
      <PageState title="No tags yet">
        Select text in the page, or press {keys.label('next')} for the next citation statement. Then
        a number for the influence and {keys.label('supporting')}, {keys.label('contrasting')} or{' '}
        {keys.label('mentioning')} for the stance: the statement is listed here.
      </PageState>
    );
  if (report.kind === 'article')
    return (
      <PageState title="No tags on this paper yet">
        Start tagging, select a statement in the page, and say what it means for an influence. It is
        listed here in reading order.
      </PageState>
    );
  if (report.kind === 'citation-list')
    return (
      <PageState title="A list of papers">
        Open a paper from the list to tag it, or start tagging a statement that is shown here.
      </PageState>
    );
  return (
    <PageState title="Not an article">
      Nothing here looks like an article or a list of papers. Open an article in this tab, and its
      statements are listed here; or start tagging this page all the same.
    </PageState>
  );
}
