/**
 * A tally sheet: the tags of one paper in one review as numbers, kept in the same transaction as the tags. The evidence map
 * and the reading list are counted from sheets: a review of a hundred thousand tags is two thousand of them, and what they
 * count is exact, since each tag is in them. What every surface reads at its start must be small, so the statements' own
 * part is kept apart (`StatementSheet`).
 */
import { z } from '../zod';
import type { InfluenceRef } from './codebook';
import { Count, Id } from './common';
import { Basis, Stance } from './tag';

/**
 * What is kept of a tag, in this order. `statement` is a place in the statement sheet; `influence` and `coder` are places in
 * the sheet's own lists; `stance` and `basis` are places in the options of their schemas. A stored sheet is read by these
 * places: options may be added at the end only.
 */
export const SHEET = { statement: 0, influence: 1, coder: 2, stance: 3, basis: 4 } as const;
/** Numbers of one tag. */
export const SHEET_WIDTH = Object.keys(SHEET).length;

/** Ids of statements are written one after another: each has as many characters. */
const ID_LENGTH = 36;

const Tallied = z.object({
  reviewId: Id,
  paperId: Id,
  /** Of each influence its codebook's id and its own. Without an object each: thousands of sheets are read at once. */
  influences: z.array(z.string()).refine(({ length }) => length % 2 === 0, 'half an influence'),
  coders: z.array(Id),
  /** How many statements it is of. */
  statements: Count,
  /** One tag after another, `SHEET_WIDTH` numbers each. Typed: read and checked in a third of the time of a list. */
  tags: z.instanceof(Uint32Array),
});

export const TallySheet = Tallied.refine(isWholeTally, 'its numbers lead outside of its lists');
export type TallySheet = z.infer<typeof Tallied>;

/** Does each number lead to something? */
function isWholeTally({ influences, coders, statements, tags }: TallySheet): boolean {
  const places = [
    ...[statements, influences.length / 2, coders.length],
    ...[Stance.options.length, Basis.options.length],
  ];
  return areWithin(tags, places);
}

const Marked = z.object({
  reviewId: Id,
  paperId: Id,
  /** The ids of the statements without anything between them. */
  statements: z.string(),
  /** When each of them was tagged first, in milliseconds. */
  made: z.array(Count),
});

/** The statements that the tags of a tally sheet are on, by their places: which they are, and which came last. */
export const StatementSheet = Marked.refine(
  ({ statements, made }) => made.length === statements.length / ID_LENGTH,
  'it has not one moment for each statement',
);
export type StatementSheet = z.infer<typeof Marked>;

/** Whole rows of numbers, each below the limit of its column? */
function areWithin(numbers: Uint32Array, limits: readonly number[]): boolean {
  if (numbers.length % limits.length > 0) return false;
  for (let at = 0; at < numbers.length; at += limits.length)
    for (const [i, limit] of limits.entries())
      if ((numbers[at + i] as number) >= limit) return false;
  return true;
}

/** Its influences, by their places. */
export const influencesIn = ({ influences }: Pick<TallySheet, 'influences'>): InfluenceRef[] =>
  Array.from({ length: influences.length / 2 }, (_, i) => ({
    codebookId: influences[2 * i] as string,
    influenceId: influences[2 * i + 1] as string,
  }));

/** The ids of its statements, by their places. */
export const statementsIn = ({ statements }: Pick<StatementSheet, 'statements'>): string[] =>
  Array.from({ length: statements.length / ID_LENGTH }, (_, i) =>
    statements.slice(i * ID_LENGTH, (i + 1) * ID_LENGTH),
  );
