/** How many tags of a review are on influences of each codebook, under whichever version: by the index, no tag is read. */
import { Dexie } from 'dexie';
import { db } from '../db';

/** @returns the count by codebook id; codebooks without tags are left out */
export async function tagsByCodebook(
  reviewId: string,
  codebookIds: readonly string[],
): Promise<Map<string, number>> {
  const counts = await Promise.all(
    codebookIds.map(async (id): Promise<[string, number]> => {
      const from = [reviewId, id, Dexie.minKey];
      const to = [reviewId, id, Dexie.maxKey];
      const under = db.tags.where('[reviewId+codebookId+influenceId+paperId]').between(from, to);
      return [id, await under.count()];
    }),
  );
  return new Map(counts.filter(([, count]) => count > 0));
}
