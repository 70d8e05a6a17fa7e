/**
 * The backup file: everything a store holds, as one documented JSON that re-imports without loss.
 * Tallies are not in it: they are recounted from the tags.
 */

import { Codebook } from './codebook';
import { shortText, Timestamp } from './common';
import { HistoryEvent } from './history';
import { Paper } from './paper';
import { Review, ReviewPaper, Settings } from './review';
import { Statement } from './statement';
import { Assessment, Tag } from './tag';
import { z } from './zod';

export const BACKUP_FORMAT = 'bearing-backup';
/** Raised when an older Bearing could no longer read the file without loss. */
export const BACKUP_VERSION = 1;

/** The record tables of a backup, in the order of the file: what is referred to comes first. */
export const BACKUP_TABLES = [
  'codebooks',
  'reviews',
  'papers',
  'reviewPapers',
  'statements',
  'tags',
  'assessments',
  'history',
] as const;
export type BackupTable = (typeof BACKUP_TABLES)[number];

/** A record that failed its schema: kept as it was found, with what is wrong with it. */
export const QuarantinedRecord = z.object({
  table: z.string().max(60),
  /** Its id, if it has one that can be read. */
  id: shortText.optional(),
  problems: z.array(shortText).max(50),
  record: z.unknown(),
  at: Timestamp.optional(),
});
export type QuarantinedRecord = z.infer<typeof QuarantinedRecord>;

export const Backup = z.object({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(BACKUP_VERSION),
  exportedAt: Timestamp,
  /** What wrote the file: "Bearing 0.1.0". */
  app: shortText,
  settings: Settings.optional(),
  /** The reader's own codebooks; built-in ones come with Bearing. */
  codebooks: z.array(Codebook),
  reviews: z.array(Review),
  papers: z.array(Paper),
  reviewPapers: z.array(ReviewPaper),
  statements: z.array(Statement),
  tags: z.array(Tag),
  assessments: z.array(Assessment),
  history: z.array(HistoryEvent),
  /** What the store itself could not read: it leaves with the rest rather than being lost. */
  quarantine: z.array(QuarantinedRecord).default([]),
});
export type Backup = z.infer<typeof Backup>;
