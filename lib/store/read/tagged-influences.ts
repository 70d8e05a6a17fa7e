/** How many tags of a review are on each influence of a codebook, under whichever version: by the index, no tag is read. */
import { Dexie } from 'dexie';
import { db } from '../db';

/** @returns the count by influence id; influences without tags are left out */
export async function taggedInfluences(
  reviewId: string,
  codebookId: string,
): Promise<Map<string, number>> {
  const keys = (await db.tags
    .where('[reviewId+codebookId+influenceId+paperId]')
    .between([reviewId, codebookId, Dexie.minKey], [reviewId, codebookId, Dexie.maxKey])
    .keys()) as unknown as [string, string, string, string][];
  const counts = new Map<string, number>();
  for (const [, , influenceId] of keys) counts.set(influenceId, (counts.get(influenceId) ?? 0) + 1);
  return counts;
}
