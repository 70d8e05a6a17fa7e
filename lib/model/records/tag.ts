/** A tag: statement x influence x stance, by one coder; and assessments, the tags' silent siblings. */

import { z } from '../zod';
import { CodebookId, Id, longText, Timestamp } from './common';

/** What the statement says on whether the influence matters. */
export const Stance = z.enum(['supporting', 'contrasting', 'mentioning']);
export type Stance = z.infer<typeof Stance>;

/** How the influence works. Another dial than stance, never mixed with it. */
export const Direction = z.enum(['facilitator', 'barrier', 'both', 'unstated']);
export type Direction = z.infer<typeof Direction>;

/** CFIR rating of a passage, -2..+2, or `mixed`; none = not rated. */
export const Strength = z.union([
  z.literal(-2),
  z.literal(-1),
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal('mixed'),
]);
export type Strength = z.infer<typeof Strength>;

/** Own finding, or second-hand: the authors cite someone for it. */
export const Basis = z.enum(['own', 'second-hand']);
export type Basis = z.infer<typeof Basis>;

/**
 * Whose words the statement is: of participants (first order), or the authors' interpretation (second order). The
 * reviewer's own are in memos. Another dial than basis; of the tag, because coders may differ on it.
 */
export const Voice = z.enum(['participants', 'authors']);
export type Voice = z.infer<typeof Voice>;

export const Tag = z.object({
  id: Id,
  reviewId: Id,
  paperId: Id,
  statementId: Id,
  codebookId: CodebookId,
  /** The version that the tag was made under; 'unknown' where it is not known, and '' in old rows (invariants.ts). */
  codebookVersion: z.string().max(60),
  influenceId: z.string().min(1).max(200),
  stance: Stance,
  direction: Direction.default('unstated'),
  strength: Strength.optional(),
  basis: Basis.default('own'),
  voice: Voice.optional(),
  /** The site that it is about, where the paper reports several. */
  siteId: Id.optional(),
  note: longText.default(''),
  /** It has come to its influence by a change of the codebook, with another rule: the coder is asked to look again. */
  recheck: z.enum(['merged', 'split', 'deleted', 'moved']).optional(),
  coderId: Id,
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Tag = z.infer<typeof Tag>;

/** "Looked for, not reported": different from an empty cell, which means not yet assessed. */
export const Assessment = z.object({
  id: Id,
  reviewId: Id,
  paperId: Id,
  codebookId: CodebookId,
  influenceId: z.string().min(1).max(200),
  outcome: z.literal('not-reported'),
  coderId: Id,
  createdAt: Timestamp,
});
export type Assessment = z.infer<typeof Assessment>;

/** How many of each stance: statements in a cell of the map, tags of a paper. */
export interface StanceCounts {
  supporting: number;
  contrasting: number;
  mentioning: number;
}
