/** History: immutable events, one per change of a record. Undo and audit read it; nothing edits it. */

import { Id, shortText, Timestamp } from './common';
import { z } from './zod';

export const EntityKind = z.enum([
  'review',
  'paper',
  'review-paper',
  'statement',
  'tag',
  'assessment',
  'codebook',
  'settings',
]);
export type EntityKind = z.infer<typeof EntityKind>;

export const HistoryEvent = z.object({
  id: Id,
  at: Timestamp,
  who: shortText,
  reviewId: Id.optional(),
  entity: EntityKind,
  entityId: shortText,
  action: z.enum(['create', 'update', 'delete', 'import']),
  /** The record as it was and as it became; null where there was or is none. */
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
  codebookVersion: z.string().max(60).optional(),
  /** Other events of the same step (a tag that gave way to this one): they are taken back together. */
  also: z.array(Id).max(100).optional(),
});
export type HistoryEvent = z.infer<typeof HistoryEvent>;
