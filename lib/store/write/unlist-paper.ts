/** Taking papers off a reading list. */
import { commit } from '../commit';
import { db } from '../db';
import { NotFound } from '../errors';
import { leaveList } from './families';
import { dropBareStatement } from './statements';
import type { StepWriter } from './step-writer';
import { removeOfPaper } from './tables/move';

/**
 * Takes papers off a review's reading list, with the tags and assessments that the review has on them, their memos, values,
 * decisions and sites: one step, and one undo. The others of their study families stay together. @throws NotFound
 */
export async function unlistPapers(
  reviewId: string,
  paperIds: readonly string[],
): Promise<{ eventId: string; tags: number }> {
  return commit('unlist-paper', async (step) => {
    let tags = 0;
    for (const paperId of new Set(paperIds)) tags += await unlistIn(step, reviewId, paperId);
    return { eventId: step.id, tags };
  });
}

/** As `unlistPapers`, of one paper. @throws NotFound */
export const unlistPaper = (reviewId: string, paperId: string) => unlistPapers(reviewId, [paperId]);

/** @returns how many tags went with it */
async function unlistIn(step: StepWriter, reviewId: string, paperId: string): Promise<number> {
  const listed = await db.reviewPapers.get([reviewId, paperId]);
  if (!listed) throw new NotFound('reading list entry');
  const place = [reviewId, paperId];
  const tags = await db.tags.where('[reviewId+paperId]').equals(place).toArray();
  for (const tag of tags) await step.remove('tags', tag);
  for (const one of await db.assessments.where('[reviewId+paperId]').equals(place).toArray())
    await step.remove('assessments', one);
  await removeOfPaper(step, reviewId, paperId);
  await leaveList(listed, step);
  for (const id of new Set(tags.map((t) => t.statementId))) await dropBareStatement(id, step);
  return tags.length;
}
