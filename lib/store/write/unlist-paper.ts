/** Taking a paper off a reading list. */
import { commit } from '../commit';
import { db } from '../db';
import { NotFound } from '../errors';
import { leaveList } from './families';
import { dropBareStatement } from './statements';
import { removeOfPaper } from './tables/move';

/**
 * Takes a paper off a review's reading list, with the tags and assessments that the review has on it, its memos, values, decisions
 * and sites: one step, and one undo. The others of its study family stay together. @throws NotFound
 */
export async function unlistPaper(
  reviewId: string,
  paperId: string,
): Promise<{ eventId: string; tags: number }> {
  return commit('unlist-paper', async (step) => {
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
    return { eventId: step.id, tags: tags.length };
  });
}
