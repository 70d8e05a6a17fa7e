/**
 * The backup file: everything that a store holds, as one documented JSON that re-imports without loss.
 * Tallies are not in it: they are recounted from the tags.
 */

import { Codebook } from './codebook';
import { Coder } from './coder';
import { Id, shortText, Timestamp } from './common';
import { Paper } from './paper';
import { Review, ReviewPaper, Settings } from './review';
import { Statement } from './statement';
import { Stamp, Step } from './steps';
import { Assessment, Tag } from './tag';
import { z } from './zod';

export const BACKUP_FORMAT = 'bearing-backup';
/** Raised when an older Bearing could no longer read the file without loss. */
export const BACKUP_VERSION = 2;

/** The record tables of a backup, in the order of the file: what is referred to comes first. */
export const BACKUP_TABLES = [
  'coders',
  'codebooks',
  'reviews',
  'papers',
  'reviewPapers',
  'statements',
  'tags',
  'assessments',
  'stamps',
  'steps',
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
  /** The coder of the installation that wrote the file; none in a file of format 1, where `me` does not identify a coder. */
  coderId: Id.optional(),
  /** The highest counter that the installation had seen. */
  counter: z.number().int().min(0),
  /** Steps up to this counter have been forgotten. */
  forgotten: z.number().int().min(0).default(0),
  settings: Settings.optional(),
  coders: z.array(Coder),
  /** The reader's own codebooks; built-in ones come with Bearing. */
  codebooks: z.array(Codebook),
  reviews: z.array(Review),
  papers: z.array(Paper),
  reviewPapers: z.array(ReviewPaper),
  statements: z.array(Statement),
  tags: z.array(Tag),
  assessments: z.array(Assessment),
  /** The version of every record, and of every record that is gone. */
  stamps: z.array(Stamp),
  /** History. */
  steps: z.array(Step),
  /** What the store itself could not read: it leaves with the rest rather than being lost. */
  quarantine: z.array(QuarantinedRecord).default([]),
});
export type Backup = z.infer<typeof Backup>;

/** The fields before the tables, as far as it changes what a restore does. */
export function headOf({ coderId, counter, forgotten, settings }: Partial<Backup>): object {
  return { coderId, counter, forgotten, settings };
}
