/** Coding by several: the rounds in which papers are coded, and what was decided where coders differ. */

import { idOf } from '../id';
import { LONGEST_LABEL } from '../limits';
import { z } from '../zod';
import { CodebookRef } from './codebook';
import { CodebookId, Count, Id, longText, Timestamp } from './common';
import { Direction, Stance } from './tag';

/** More papers than a review has. */
const MOST_PAPERS = 20_000;
const MOST_STATEMENTS = 100_000;

/** A named set of papers that coders coded with one version of the codebooks, before they talked about it. */
export const Round = z.object({
  id: Id,
  reviewId: Id,
  name: z.string().min(1).max(LONGEST_LABEL),
  /** The day, ISO 8601 ("2026-11-30"); '' where it is not known. */
  date: z.string().max(40).default(''),
  paperIds: z.array(Id).max(MOST_PAPERS).default([]),
  /** Where the round took parts of papers only: these. Otherwise all of its papers. */
  statementIds: z.array(Id).max(MOST_STATEMENTS).optional(),
  codebooks: z.array(CodebookRef).max(100).default([]),
  /** What was changed after it: of the codebook, or of how it is read. */
  changed: longText.default(''),
  position: Count,
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Round = z.infer<typeof Round>;

/**
 * The agreed word on one influence where coders of a paper differ: about one statement, or about the paper as a whole.
 * `none`: it is not about the influence after all.
 */
export const Decision = z.object({
  id: Id,
  reviewId: Id,
  paperId: Id,
  statementId: Id.optional(),
  codebookId: CodebookId,
  influenceId: z.string().min(1).max(200),
  stance: z.union([Stance, z.literal('mixed'), z.literal('none')]),
  direction: Direction.optional(),
  note: longText.default(''),
  /** Who wrote it down. */
  coderId: Id,
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Decision = z.infer<typeof Decision>;

/** There is one decision on one thing: two stores that write it hold one record. */
export const decisionId = (
  one: Pick<Decision, 'reviewId' | 'paperId' | 'statementId' | 'codebookId' | 'influenceId'>,
): string =>
  idOf(
    [
      'decision',
      one.reviewId,
      one.paperId,
      one.statementId ?? '',
      one.codebookId,
      one.influenceId,
    ].join(' '),
  );
