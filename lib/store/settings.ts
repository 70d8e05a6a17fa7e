/** The reader's settings, and the current review that they point to. */
import { DEFAULT_CODEBOOK_ID } from '../codebook';
import { changedAt, newId, now, Review, Settings } from '../model';
import { db } from './db';
import { NotFound } from './errors';
import { record } from './history';
import { inOneTransaction, parsed } from './transaction';

const DEFAULTS = Settings.parse({});
const FIRST_REVIEW = 'My review';

/** The settings; defaults where the reader has chosen nothing. Reads only. */
export async function settings(): Promise<Settings> {
  return { ...DEFAULTS, ...(await chosenSettings()) };
}

/** What has been chosen, without the defaults. */
export async function chosenSettings(): Promise<Partial<Settings>> {
  const { key: _, ...stored } = (await db.settings.get('settings')) ?? { key: 'settings' };
  return stored;
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await inOneTransaction([db.settings, db.reviews, db.history], async () => {
    const before = await settings();
    const after = parsed(Settings, { ...before, ...change });
    if (change.currentReviewId && !(await db.reviews.get(change.currentReviewId)))
      throw new NotFound('review');
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
  const chosen = currentReviewId && (await db.reviews.get(currentReviewId));
  if (chosen) return chosen;
  const all = await db.reviews.toArray();
  return all.sort((a, b) => a.createdAt.localeCompare(b.createdAt))[0];
}

/** The current review; makes the first one where there is none, so that a reader can tag at once. */
export async function ensureReview(): Promise<Review> {
  return inOneTransaction([db.reviews, db.settings, db.history], async () => {
    const review = await currentReview();
    if (review) return review;
    return createReview({ name: FIRST_REVIEW, codebookIds: [DEFAULT_CODEBOOK_ID] });
  });
}

/** Is this the review that `ensureReview` made, with nothing of the reader's own in it? */
export function isUntouched(review: Review): boolean {
  return (
    review.name === FIRST_REVIEW &&
    review.question === '' &&
    review.numberKeys === undefined &&
    review.codebookIds.length === 1 &&
    review.codebookIds[0] === DEFAULT_CODEBOOK_ID
  );
}

/** Makes a review and makes it the current one. */
export async function createReview(
  fields: Pick<Review, 'name' | 'codebookIds'> & Partial<Pick<Review, 'question'>>,
): Promise<Review> {
  const at = now();
  const { name, codebookIds, question = '' } = fields;
  const made = { name, codebookIds, question, id: newId(), createdAt: at, updatedAt: at };
  const review = parsed(Review, made);
  return inOneTransaction([db.reviews, db.settings, db.history], async () => {
    const { coder } = await settings();
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
  await inOneTransaction([db.reviews, db.settings, db.history], async () => {
    const before = await db.reviews.get(id);
    if (!before) throw new NotFound('review');
    const { coder } = await settings();
    const { name = before.name, question = before.question } = change;
    const { codebookIds = before.codebookIds } = change;
    const wanted = { ...before, name, question, codebookIds, updatedAt: changedAt(before) };
    const after = parsed(Review, wanted);
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
