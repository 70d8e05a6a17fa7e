/** Putting the works of a reference list on the reading list. */
import type { Placed } from '@/components/paper/use-place';
import { counted } from '@/components/text/count';
import type { LibraryReference } from '@/lib/model';
import { ensureReview, listReferences } from '@/lib/store';

/** Works that are known already are not doubled: the plan is that of an import. */
export async function listWorks(
  reviewId: string | undefined,
  works: readonly LibraryReference[],
): Promise<Placed> {
  const { counts, eventId } = await listReferences(reviewId ?? (await ensureReview()).id, works);
  const added = counts.new + counts.known + counts.doubtful;
  return { words: `${counted(added, 'paper')} added to the list`, eventId: eventId ?? '' };
}
