/** A review that works by an open codebook of the reader's own, for tests of what edits do to it and to its tags. */
import type { Codebook, CodebookEdit, CodebookRef, Review, Tag } from '../../../lib/model';
import {
  createReview,
  editCodebook,
  recheckQueue,
  saveCodebook,
  saveTag,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { ownCodebook } from '../../support/own-codebook';
import { newTag, type TagOptions } from './support';

export const V1: Codebook = {
  ...ownCodebook({ version: '1' }, { pay: 'Pay', time: 'Time', role: 'Role' }),
  stage: 'open',
};

export async function begun(): Promise<Review> {
  await saveCodebook(V1);
  return createReview({ name: 'Mine', codebooks: [{ id: 'own', version: '1' }] });
}

export const reviewNow = async ({ id }: Review): Promise<Review> =>
  (await db.reviews.get(id)) as Review;

/** The version that the review uses by now. */
export const inUse = async (review: Review): Promise<CodebookRef> =>
  (await reviewNow(review)).codebooks[0] as CodebookRef;

export const edit = async (review: Review, one: CodebookEdit) =>
  editCodebook(review.id, await inUse(review), one);

export async function tagged(
  review: Review,
  influenceId: string,
  more: TagOptions = {},
): Promise<Tag> {
  const { id: codebookId, version: codebookVersion } = await inUse(review);
  const made = newTag({ reviewId: review.id, codebookId, codebookVersion, influenceId, ...more });
  return (await saveTag(made)).tag;
}

export const text = async (version = '1'): Promise<Codebook> =>
  (await db.codebooks.get(['own', version])) as Codebook;

/** What waits to be looked at again, each with the reason. */
export const queue = async (review: Review) =>
  (await recheckQueue(review.id)).items.map(({ tag, reason }) => [tag.influenceId, reason.why]);
