/** The reader's settings, and the current review that they point to. */
import { DEFAULT_CODEBOOK, loadShipped } from '../../codebook';
import { newId, now, Review, Settings } from '../../model';
import { commit } from '../commit';
import { db } from '../db';
import { NotFound } from '../errors';
import { carryOut, type Reading, read } from '../read/reading';
import { stored } from '../read/records';
import { keepCodebooks } from './codebooks';
import type { StepWriter } from './step-writer';
import { parsed } from './transaction';

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

/** A change of settings, or how it is made from what they are: of two windows that add to a list, both do. */
export type SettingsChange = Partial<Settings> | ((now: Settings) => Partial<Settings>);

/** @param aside Bearing notes something by itself: undo does not offer it */
export async function changeSettings(
  wanted: SettingsChange,
  aside: 'aside' | false = false,
): Promise<void> {
  await commit('change-settings', async (step) => {
    const change = typeof wanted === 'function' ? wanted(await settings()) : wanted;
    if (change.currentReviewId && !(await db.reviews.get(change.currentReviewId)))
      throw new NotFound('review');
    await putSettings(step, change, aside);
  });
}

/** As `changeSettings`, within a step. What was not chosen before is written as the default that it was. */
export async function putSettings(
  step: StepWriter,
  change: Partial<Settings>,
  aside: 'aside' | false = false,
): Promise<void> {
  await step.put('settings', { ...(await settings()), ...change }, aside);
}

/** The current review, or undefined before the first one. Reads only: safe in a live query. */
export const currentReview = (): Promise<Review | undefined> => carryOut(readCurrentReview());

function* readCurrentReview(): Reading<Review | undefined> {
  const chosen = (yield* read(db.settings.get('settings')))?.currentReviewId;
  const review = chosen ? yield* read(db.reviews.get(chosen)) : undefined;
  if (review) return review;
  const all = yield* read(db.reviews.toArray());
  return all.sort((a, b) => a.createdAt.localeCompare(b.createdAt))[0];
}

/** The current review; makes the first one where there is none, so that a reader can tag at once. */
export async function ensureReview(): Promise<Review> {
  return (await currentReview()) ?? commit('begin-review', ensureReviewIn);
}

/** As `ensureReview`, within a step: nothing that the reader did, or would want to take back. */
export async function ensureReviewIn(step: StepWriter): Promise<Review> {
  return (await currentReview()) ?? putReview(step, { name: FIRST_REVIEW }, 'aside');
}

/** Is this the review that `ensureReview` made, with nothing of the reader's own in it? */
export function isUntouched(review: Review): boolean {
  return (
    review.name === FIRST_REVIEW &&
    review.question === '' &&
    review.numberKeys === undefined &&
    review.links === undefined &&
    review.flow === undefined &&
    review.codebooks.length === 1 &&
    review.codebooks[0]?.id === DEFAULT_CODEBOOK.id
  );
}

type NewReview = Pick<Review, 'name'> & Partial<Pick<Review, 'question' | 'codebooks'>>;

/** Makes a review and makes it the current one; with the starter codebook if none are given. */
export async function createReview(fields: NewReview): Promise<Review> {
  await loadShipped(fields.codebooks ?? []);
  return commit('begin-review', (step) => putReview(step, fields));
}

async function putReview(
  step: StepWriter,
  { name, codebooks = [DEFAULT_CODEBOOK], question = '' }: NewReview,
  aside: 'aside' | false = false,
): Promise<Review> {
  const at = now();
  const made = { name, codebooks, question, id: newId(), createdAt: at, updatedAt: at };
  await keepCodebooks(codebooks, step);
  const review = await step.put('reviews', parsed(Review, made), aside);
  await putSettings(step, { currentReviewId: review.id }, 'aside');
  return review;
}

export async function changeReview(
  id: string,
  change: Partial<Pick<Review, 'name' | 'question' | 'codebooks'>>,
): Promise<void> {
  await loadShipped(change.codebooks ?? []);
  await commit('change-review', async (step) => {
    const before = await stored('reviews', id);
    if (!before) throw new NotFound('review');
    const { name = before.name, question = before.question } = change;
    const { codebooks = before.codebooks } = change;
    await keepCodebooks(codebooks, step);
    await step.put('reviews', { ...before, name, question, codebooks, updatedAt: now() });
  });
}
