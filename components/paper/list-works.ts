/** Putting works that a page lists or cites on the reading list. */
import { counted } from '@/components/text/count';
import { comingOn, type LibraryReference } from '@/lib/model';
import { ensureReview, listReferences } from '@/lib/store';

/** What was done, and the step that did it, where that changed anything. It is about other papers than the page's own. */
export interface ListedWorks {
  words: string;
  eventId?: string;
  ofOthers: true;
}

/** Works that are known already are not doubled: the plan is that of an import. */
export async function listWorks(
  reviewId: string | undefined,
  works: readonly LibraryReference[],
): Promise<ListedWorks> {
  const { counts, eventId } = await listReferences(reviewId ?? (await ensureReview()).id, works);
  return {
    words: `${counted(comingOn(counts), 'paper')} added to the list`,
    ...(eventId && { eventId }),
    ofOthers: true,
  };
}
