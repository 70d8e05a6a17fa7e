/** The reader's settings, and the current review that they point to. */
import { DEFAULT_CODEBOOK_ID } from '../codebook';
import { newId, now, type Review, Settings } from '../model';
import { db } from './db';
import { NotFound } from './errors';
import { record } from './history';

const DEFAULTS = Settings.parse({});

/** The settings; defaults where the reader has chosen nothing. Reads only. */
export async function settings(): Promise<Settings> {
  const { key: _, ...stored } = (await db.settings.get('settings')) ?? { key: 'settings' };
  return { ...DEFAULTS, ...stored };
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await db.transaction('rw', [db.settings, db.history], async () => {
    const before = await settings();
    const after = Settings.parse({ ...before, ...change });
    await db.settings.put({ key: 'settings', ...after });
    await record({
      who: after.coder,
      entity: 'settings',
      entityId: 'settings',
      action: 'update',
      before,
      after,
    });
  });
}

/** The current review, or undefined before the first one. Reads only: safe in a live query. */
export async function currentReview(): Promise<Review | undefined> {
  const { currentReviewId } = await settings();
  return (
    (currentReviewId && (await db.reviews.get(currentReviewId))) ||
    (await db.reviews.toCollection().first())
  );
}

/** The current review; makes the first one where there is none, so that a reader can tag at once. */
export async function ensureReview(): Promise<Review> {
  return db.transaction('rw', [db.reviews, db.settings, db.history], async () => {
    const review = await currentReview();
    if (review) return review;
    return createReview({ name: 'My review', codebookIds: [DEFAULT_CODEBOOK_ID] });
  });
}

/** Makes a review and makes it the current one. */
export async function createReview(
  fields: Pick<Review, 'name' | 'codebookIds'> & Partial<Pick<Review, 'question'>>,
): Promise<Review> {
  return db.transaction('rw', [db.reviews, db.settings, db.history], async () => {
    const at = now();
    const { coder } = await settings();
    const review: Review = { question: '', ...fields, id: newId(), createdAt: at, updatedAt: at };
    await db.reviews.add(review);
    await record({
      who: coder,
      reviewId: review.id,
      entity: 'review',
      entityId: review.id,
      action: 'create',
      before: null,
      after: review,
    });
    await changeSettings({ currentReviewId: review.id });
    return review;
  });
}

export async function changeReview(
  id: string,
  change: Partial<Pick<Review, 'name' | 'question' | 'codebookIds'>>,
): Promise<void> {
  await db.transaction('rw', [db.reviews, db.settings, db.history], async () => {
    const before = await db.reviews.get(id);
    if (!before) throw new NotFound('review');
    const { coder } = await settings();
    const after = { ...before, ...change, updatedAt: now() };
    await db.reviews.put(after);
    await record({
      who: coder,
      reviewId: id,
      entity: 'review',
      entityId: id,
      action: 'update',
      before,
      after,
    });
  });
}
