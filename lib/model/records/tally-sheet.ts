/**
 * A tally sheet: the tags of one paper in one review, and the statements that they are on, as numbers; kept in the same
 * transaction as the records. The evidence map, the reading list, and the filters and orders of statements are worked out
 * from sheets: a review of a hundred thousand tags is two thousand of them, and what they count is exact, since each tag
 * is in them.
 */
import { z } from '../zod';
import { Count, Id } from './common';
import { SectionKind } from './statement';
import { Basis, Direction, Stance, Voice } from './tag';

/**
 * What is kept of a tag, in this order. `statement`, `influence` and `coder` are places in the sheet's own lists; `stance`,
 * `direction` and `basis` are places in the options of their schemas; so is `voice`, counted from 1, with 0 where none is
 * given. A stored sheet is read by these places: options may be added at the end only.
 */
export const SHEET_COLUMNS = [
  'statement',
  'influence',
  'coder',
  'stance',
  'basis',
  'direction',
  'voice',
] as const;
export const SHEET_WIDTH = SHEET_COLUMNS.length;

/**
 * What is kept of a statement, in this order. `made` and `changed` are moments in milliseconds, `changed` the last at which
 * the statement or one of its tags was; `section` is a place in the kinds of sections and `labels` one in the sheet's own
 * list, both counted from 1, with 0 for none; `start` is where it begins in its page's text, counted from 1, 0 where that
 * is not known.
 */
export const MARK_COLUMNS = ['made', 'changed', 'section', 'labels', 'start'] as const;
export const MARK_WIDTH = MARK_COLUMNS.length;

/** Ids of statements are written one after another: each has as many characters. */
export const ID_LENGTH = 36;

const Sheet = z.object({
  reviewId: Id,
  paperId: Id,
  influences: z.array(z.object({ codebookId: z.string(), influenceId: z.string() })),
  coders: z.array(Id),
  /** The ids of the statements without anything between them. */
  statements: z.string(),
  /** One statement after another, `MARK_WIDTH` numbers each. */
  marks: z.array(Count),
  /** What machines say of statements: each combination that occurs, every label with its machine. */
  labels: z.array(z.array(z.string())),
  /** One tag after another, `SHEET_WIDTH` numbers each. */
  tags: z.array(Count),
});

export const TallySheet = Sheet.refine(isWhole, 'its numbers lead outside of its lists');
export type TallySheet = z.infer<typeof Sheet>;

/** Does each number lead to something? */
function isWhole(sheet: TallySheet): boolean {
  const { influences, coders, statements, marks, labels, tags } = sheet;
  const count = statements.length / ID_LENGTH;
  const ofTag = [
    ...[count, influences.length, coders.length],
    ...[Stance, Basis, Direction].map(({ options }) => options.length),
    Voice.options.length + 1,
  ];
  const any = Number.POSITIVE_INFINITY;
  const ofMark = [any, any, SectionKind.options.length + 1, labels.length + 1, any];
  return (
    marks.length === count * MARK_WIDTH &&
    tags.length % SHEET_WIDTH === 0 &&
    marks.every((place, i) => place < (ofMark[i % MARK_WIDTH] as number)) &&
    tags.every((place, i) => place < (ofTag[i % SHEET_WIDTH] as number))
  );
}
