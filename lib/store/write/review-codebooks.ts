/** Which codebooks a review uses, and in which order: the order in which influences are listed and numbered. */
import { loadShipped } from '../../codebook';
import { type CodebookRef, now } from '../../model';
import { commit } from '../commit';
import { NotFound } from '../errors';
import { stored } from '../read/records';
import { keepCodebooks } from './codebooks';
import type { StepWriter } from './step-writer';

/**
 * Puts a codebook in use or out of use, in the review as it is when this is carried out: two changes in quick succession
 * both hold. The last one that is in use stays. One that is in use keeps its version: see `adoptCodebook`. Tags that were
 * made with a codebook that goes out of use stay as they are, and are counted.
 */
export async function putInUse(reviewId: string, ref: CodebookRef, on: boolean): Promise<void> {
  const { id, version } = ref;
  await loadShipped([ref]);
  await changeCodebooks(reviewId, async (before, step) => {
    const others = before.filter((one) => one.id !== id);
    const isInUse = others.length < before.length;
    if (isInUse === on) return before;
    if (!on) return others.length ? others : before;
    await keepCodebooks([ref], step);
    return [...others, { id, version }];
  });
}

/**
 * Moves a codebook in use by so many places among those in use, towards the front where it is negative, in the order as it
 * is when this is carried out. It stops at either end. One that is not in use by then stays so.
 */
export async function moveCodebook(
  reviewId: string,
  codebookId: string,
  by: number,
): Promise<void> {
  await changeCodebooks(reviewId, (before) => {
    const place = before.findIndex((one) => one.id === codebookId);
    const moved = before[place];
    return moved ? before.toSpliced(place, 1).toSpliced(Math.max(0, place + by), 0, moved) : before;
  });
}

/** @throws NotFound */
async function changeCodebooks(
  reviewId: string,
  change: (
    before: readonly CodebookRef[],
    step: StepWriter,
  ) => readonly CodebookRef[] | Promise<readonly CodebookRef[]>,
): Promise<void> {
  await commit('change-review', async (step) => {
    const review = await stored('reviews', reviewId);
    if (!review) throw new NotFound('review');
    const after = await change(review.codebooks, step);
    const isSame = after.every((one, i) => one.id === review.codebooks[i]?.id);
    if (isSame && after.length === review.codebooks.length) return;
    await step.put('reviews', { ...review, codebooks: [...after], updatedAt: now() });
  });
}
