/**
 * What a coder makes of all that a case (a paper or a site) has on an influence: the rating of CFIR belongs here, not to a
 * passage, and so do the reviewer's own words. Without a case it is the synthesis over the whole review.
 */

import { idOf } from '../id';
import { z } from '../zod';
import { CodebookId, Id, longText, Timestamp } from './common';
import { Strength } from './tag';

/** As a tag's strength, or `missing`: looked for, and not discussed. */
export const Rating = z.union([Strength, z.literal('missing')]);
export type Rating = z.infer<typeof Rating>;

/** A rating that is a word has to fit into a cell. */
const LONGEST_WORD = 60;
const MOST_STATEMENTS = 5_000;

export const Memo = z.object({
  id: Id,
  reviewId: Id,
  codebookId: CodebookId,
  influenceId: z.string().min(1).max(200),
  /** The case: a paper, or a site. Neither: the whole review. */
  paperId: Id.optional(),
  siteId: Id.optional(),
  coderId: Id,
  rating: Rating.optional(),
  /** Printed in place of a rating: "External". */
  word: z.string().min(1).max(LONGEST_WORD).optional(),
  /** Marked in the cell, with what it means in the rationale. */
  star: z.literal(true).optional(),
  summary: longText.default(''),
  rationale: longText.default(''),
  /** The statements it is based on. Empty: all of the case. */
  statementIds: z.array(Id).max(MOST_STATEMENTS).default([]),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Memo = z.infer<typeof Memo>;

/** A coder has one memo on an influence and a case: two stores that write it hold one record. */
export const memoId = (
  one: Pick<Memo, 'reviewId' | 'codebookId' | 'influenceId' | 'paperId' | 'siteId' | 'coderId'>,
): string =>
  idOf(
    ['memo', one.reviewId, one.codebookId, one.influenceId, one.paperId ?? '', one.siteId ?? '']
      .concat(one.coderId)
      .join(' '),
  );
