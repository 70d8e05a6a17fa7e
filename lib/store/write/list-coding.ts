/**
 * Bringing in earlier coding: passages with codes become tags of a review, with their papers, statements, coders and
 * influences, and tags that are here are changed where their own file says something else, all in one step. What it would do
 * is worked out without writing, and done by the same plan.
 */
import { Dexie } from 'dexie';
import { booksInUse, loadShipped } from '../../codebook';
import {
  asProblem,
  type EarlierCoding,
  type Stamp,
  type Stance,
  type Statement,
} from '../../model';
import { commit } from '../commit';
import { db } from '../db';
import { NotFound } from '../errors';
import { ofReview } from '../read/of-review';
import { codebooksFor } from './codebooks';
import { type CodingPlan, planCoding, type StoreNow } from './coding/plan';
import type { CodingReport } from './coding/report';
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
  const unknown = [...new Set(named)].filter((id) => !here.has(id));
  const store: StoreNow = {
    ...{ review, codebooks, tags, reader, inUse: booksInUse(review, codebooks) },
    papers: await db.papers.toArray(),
    listed: await ofReview('reviewPapers', reviewId).toArray(),
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

async function goneOf(tagIds: readonly string[]): Promise<Map<string, Stamp>> {
  const stamps = await db.stamps.bulkGet(tagIds.map((id): [string, string] => ['tags', id]));
  const gone = stamps.filter((stamp) => stamp?.state !== undefined) as Stamp[];
  return new Map(gone.map((stamp) => [stamp.key, stamp]));
}
