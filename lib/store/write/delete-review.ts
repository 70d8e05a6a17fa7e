/** Deleting a review with all that is in it: one step, and one undo. Its papers stay known to Bearing. */
import { TABLE_KINDS } from '../../model';
import { commit } from '../commit';
import { db } from '../db';
import { NotFound } from '../errors';
import { inTables, ofReview } from '../read/of-review';
import { stored } from '../read/records';
import { putSettings, settings } from './settings';
import { dropBareStatement } from './statements';

/** Deletes a review, its reading list, tags and assessments, and what its tables are made of; another review becomes the current one. */
export async function deleteReview(id: string): Promise<{ eventId: string; tags: number }> {
  return commit('delete-review', async (step) => {
    const review = await stored('reviews', id);
    if (!review) throw new NotFound('review');
    const tags = await ofReview('tags', id).toArray();
    for (const tag of tags) await step.remove('tags', tag);
    for (const one of await ofReview('assessments', id).toArray())
      await step.remove('assessments', one);
    for (const kind of TABLE_KINDS)
      for (const one of await inTables(kind, id).toArray()) await step.remove(kind, one);
    for (const one of await ofReview('familyMembers', id).toArray())
      await step.remove('familyMembers', one);
    for (const one of await ofReview('reviewPapers', id).toArray())
      await step.remove('reviewPapers', one);
    await step.remove('reviews', review);
    for (const statement of new Set(tags.map((tag) => tag.statementId)))
      await dropBareStatement(statement, step);
    const chosen = await settings();
    if (chosen.currentReviewId === id)
      await putSettings(step, { currentReviewId: await oldestReview() }, 'aside');
    return { eventId: step.id, tags: tags.length };
  });
}

async function oldestReview(): Promise<string | undefined> {
  const reviews = await db.reviews.toArray();
  return reviews.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))[0]?.id;
}
