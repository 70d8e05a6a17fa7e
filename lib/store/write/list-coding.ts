/**
 * Bringing in earlier coding: passages with codes become tags of a review, with their papers, statements, coders and
 * influences, and tags that are here are changed where their own file differs, all in one step. What it would do
 * is worked out without writing, and done by the same plan.
 */
import { Dexie } from 'dexie';
import { booksInUse, loadShipped } from '../../codebook';
import {
  asProblem,
  changedKey,
  type EarlierCoding,
  type Stance,
  type Statement,
  type Tag,
} from '../../model';
import { commit } from '../commit';
import { db } from '../db';
import { NotFound } from '../errors';
import { ofReview } from '../read/of-review';
import { wholeSteps } from '../read/whole-steps';
import { codebooksFor } from './codebooks';
import { type CodingPlan, planCoding } from './coding/plan';
import type { CodingReport } from './coding/report';
import type { StoreNow } from './coding/store-now';
import { counting, type ListOptions } from './list-references';

export interface ImportedCoding extends CodingReport {
  /** `undo` of this takes all of it back; null where nothing changed. */
  eventId: string | null;
}

export interface CodingOptions extends ListOptions {
  /** What passages come in as whose stance the file does not give. */
  stance?: Stance;
}

/** What bringing this in would do now. Writes nothing. @throws NotFound */
export async function previewCoding(
  reviewId: string,
  coding: EarlierCoding,
): Promise<CodingReport> {
  try {
    await loadBooks(reviewId);
    return await db.transaction('r', db.tables, async () => {
      const reader = (await db.installation.get('here'))?.coderId ?? '';
      return (await planIn(reviewId, coding, reader, { at: new Date(0).toISOString() })).report();
    });
  } catch (error) {
    throw asProblem(error);
  }
}

/** Brings earlier coding into a review, in one transaction and one step. @throws NotFound */
export async function importCoding(
  reviewId: string,
  coding: EarlierCoding,
  { id, stance, onWritten = () => {} }: CodingOptions = {},
): Promise<ImportedCoding> {
  await loadBooks(reviewId);
  return commit(
    'import-coding',
    async (step) => {
      const plan = await planIn(reviewId, coding, step.coderId, { at: step.at, stance });
      const { size } = plan;
      if (size) await plan.write(step, counting(size, onWritten));
      return { ...plan.report(), eventId: size ? step.id : null };
    },
    id ? { id } : {},
  );
}

/** The texts of codebooks that Bearing ships: before a transaction. */
async function loadBooks(reviewId: string): Promise<void> {
  await loadShipped((await db.reviews.get(reviewId))?.codebooks ?? []);
}

async function planIn(
  reviewId: string,
  coding: EarlierCoding,
  reader: string,
  { at, stance = 'mentioning' }: { at: string; stance?: Stance | undefined },
): Promise<CodingPlan> {
  const review = await db.reviews.get(reviewId);
  if (!review) throw new NotFound('review');
  const tags = await ofReview('tags', reviewId).toArray();
  const codebooks = await codebooksFor(review, tags);
  const here = new Set(tags.map(({ id }) => id));
  const named = coding.passages.flatMap(({ tagId }) => tagId ?? []);
  const wanted = new Set(named);
  const unknown = [...new Set(named)].filter((id) => !here.has(id));
  const store: StoreNow = {
    ...{ review, codebooks, tags, reader, inUse: booksInUse(review, codebooks) },
    papers: await db.papers.toArray(),
    listed: await ofReview('reviewPapers', reviewId).toArray(),
    quotes: await quotesOf(tags.filter(({ id }) => wanted.has(id))),
    coders: await db.coders.toArray(),
    elsewhere: await reviewsOf(unknown),
    gone: await goneOf(unknown),
    statementsOf,
  };
  return planCoding(coding, store, { at, stance });
}

/** One look-up for each paper: a cursor over all of their statements is many times slower. */
async function statementsOf(paperIds: readonly string[]): Promise<Statement[]> {
  const found = await Dexie.Promise.all(
    paperIds.map((paperId) => db.statements.where('paperId').equals(paperId).toArray()),
  );
  return found.flat();
}

/** By id of a tag of another review, what that review is called. */
async function reviewsOf(tagIds: readonly string[]): Promise<Map<string, string>> {
  const tags = (await db.tags.bulkGet([...tagIds])).filter((tag) => tag !== undefined);
  const names = new Map((await db.reviews.toArray()).map(({ id, name }) => [id, name]));
  return new Map(tags.map(({ id, reviewId }) => [id, names.get(reviewId) ?? '']));
}

/** By statement, what it quotes. */
async function quotesOf(tags: readonly Tag[]): Promise<Map<string, string>> {
  const ids = [...new Set(tags.map(({ statementId }) => statementId))];
  const found = (await db.statements.bulkGet(ids)).filter((one) => one !== undefined);
  return new Map(found.map(({ id, quote }) => [id, quote]));
}

/** Tags that were deleted. One that is gone because the step that made it was taken back was not: it may come in again. */
async function goneOf(tagIds: readonly string[]): Promise<Set<string>> {
  const stamps = await db.stamps.bulkGet(tagIds.map((id): [string, string] => ['tags', id]));
  const gone = new Set<string>();
  const takenBack = new Map<string, ReadonlySet<string>>();
  for (const stamp of stamps) {
    if (stamp?.state === undefined) continue;
    const { step, key } = stamp;
    const made = takenBack.get(step) ?? (await madeBeforeUndo(step));
    takenBack.set(step, made);
    if (!made.has(key)) gone.add(key);
  }
  return gone;
}

/** The tags that a step had made which this one takes back, at the first or a later time. */
async function madeBeforeUndo(stepId: string): Promise<ReadonlySet<string>> {
  let step = await db.steps.get(stepId);
  if (step?.undoes === undefined) return new Set();
  while (step?.undoes !== undefined) step = await db.steps.get(step.undoes);
  const changes = (await wholeSteps(step ? [step] : [])).flatMap((one) => one.changes);
  const made = changes.filter(({ table, before }) => table === 'tags' && before === null);
  return new Set(made.map(changedKey));
}
