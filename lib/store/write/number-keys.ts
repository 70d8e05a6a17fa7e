/**
 * The number keys of a review in the store. Until the first tag they follow the codebooks in use and nothing
 * is written; every save deals or extends them in its own transaction, so that two tabs cannot disagree.
 */
import { influencesOf } from '../../codebook';
import type { InfluenceRef, Review } from '../../model';
import { dealNumberKeys, type NumberKeys, withUse } from '../../tagging';
import { commit } from '../commit';
import { db } from '../db';
import { NotFound } from '../errors';
import { ofReview } from '../read/of-review';
import { codebooksOf } from './codebooks';
import type { StepWriter } from './step-writer';
import { sameRecord } from './transaction';

/** What the number keys of a review mean. Reads only. */
export async function numberKeysOf(review: Review): Promise<NumberKeys> {
  return review.numberKeys ?? dealNumberKeys(await codebooksOf(review), await firstUsed(review.id));
}

/** The influences that a review's tags are on, in the order of their first tag. */
async function firstUsed(reviewId: string): Promise<InfluenceRef[]> {
  const tags = await ofReview('tags', reviewId).toArray();
  return tags.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

/**
 * An influence is about to be tagged: the keys are dealt if they were not, as they were shown until now, and
 * the influence takes the next free one. Call before the tag is written, in its transaction.
 * @returns whether a key has got its influence now
 */
export async function noteUse(
  review: Review,
  used: InfluenceRef,
  step: StepWriter,
): Promise<boolean> {
  const keys = await numberKeysOf(review);
  const known = influencesOf(await codebooksOf(review)).find(used);
  return write(review, known ? withUse(keys, used) : keys, step);
}

/** The reader's own change of a review's number keys, made to what they are when it is carried out. */
export async function changeNumberKeys(
  reviewId: string,
  change: (keys: NumberKeys) => NumberKeys,
): Promise<void> {
  await commit('change-review', async (step) => {
    const review = await db.reviews.get(reviewId);
    if (!review) throw new NotFound('review');
    await write(review, change(await numberKeysOf(review)), step);
  });
}

/**
 * Deals the keys of every review that has tags and none yet: one of an older version, or of an older backup.
 */
export const dealMissingNumberKeys = (): Promise<void> => commit('change-review', dealMissingIn);

/** As `dealMissingNumberKeys`, within a step. */
export async function dealMissingIn(step: StepWriter): Promise<void> {
  for (const review of await db.reviews.toArray()) {
    if (review.numberKeys) continue;
    if (await db.tags.where('reviewId').equals(review.id).count())
      await write(review, await numberKeysOf(review), step);
  }
}

/**
 * What a hand here has learned makes no new version of the review: merging joins the keys by themselves, and a name
 * or question that was changed elsewhere meanwhile stands.
 */
async function write(before: Review, keys: NumberKeys, step: StepWriter): Promise<boolean> {
  if (sameRecord(before.numberKeys, keys)) return false;
  await step.put('reviews', { ...before, numberKeys: [...keys] }, 'quiet');
  return true;
}
