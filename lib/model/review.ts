/** A review: the project a reader works in, and the papers on its reading list. */

import { Id, longText, shortText, Timestamp } from './common';
import { z } from './zod';

/** An influence by name: its id is unique within its codebook only. */
export const InfluenceRef = z.object({
  codebookId: z.string().min(1).max(120),
  influenceId: z.string().min(1).max(200),
});
export type InfluenceRef = z.infer<typeof InfluenceRef>;

export const Review = z.object({
  id: Id,
  name: z.string().min(1).max(300),
  question: longText.default(''),
  /** Codebooks in use, in the reader's order; never empty. */
  codebookIds: z.array(z.string().max(120)).min(1),
  /**
   * What the number keys 1 to 9 mean, in their order; null for a key without an influence. Absent until the
   * review's first tag: until then they follow the codebooks (lib/tagging).
   */
  numberKeys: z.array(InfluenceRef.nullable()).max(9).optional(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Review = z.infer<typeof Review>;

export const ReadingStatus = z.enum(['to-read', 'reading', 'read', 'excluded']);
export type ReadingStatus = z.infer<typeof ReadingStatus>;

/** A paper's place in a review. `familyId` merges companion papers of one study (reporting.md, 4). */
export const ReviewPaper = z.object({
  reviewId: Id,
  paperId: Id,
  status: ReadingStatus,
  familyId: Id.optional(),
  addedAt: Timestamp,
  updatedAt: Timestamp,
});
export type ReviewPaper = z.infer<typeof ReviewPaper>;

/** The reader's settings; one record. The reader's name is a coder's name (coder.ts). */
export const Settings = z.object({
  currentReviewId: Id.optional(),
  /** Open tagged papers with their highlights shown. */
  showTagsOnOpen: z.boolean().default(true),
  /** Host names on which Bearing keeps quiet. */
  quietHosts: z.array(shortText).default([]),
  /** Keys of tagging mode that the reader has changed, by command (lib/tagging); '' for none. */
  keys: z.record(z.string().max(40), z.string().max(20)).default({}),
  lastBackupAt: Timestamp.optional(),
});
export type Settings = z.infer<typeof Settings>;
