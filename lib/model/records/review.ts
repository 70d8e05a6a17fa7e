/** A review: the project a reader works in, and the papers on its reading list. */

import { z } from '../zod';
import { CodebookRef, InfluenceRef } from './codebook';
import { Id, longText, shortText, Timestamp } from './common';
import { Flow } from './flow';

/**
 * The reader's word on whether two influences of different codebooks are alike: `on` adds a link, else one that a
 * crosswalk makes is taken away. It holds in both directions.
 */
export const InfluenceLink = z.object({ from: InfluenceRef, to: InfluenceRef, on: z.boolean() });
export type InfluenceLink = z.infer<typeof InfluenceLink>;

/** More pairs than a reader goes through by hand. */
const MOST_LINKS = 2_000;

/** What a table counts (design: papers are the unit unless the reader says otherwise). */
export const CountedUnit = z.enum([
  'papers',
  'families',
  'statements',
  'occurrences',
  'sites',
  'meetings',
]);
export type CountedUnit = z.infer<typeof CountedUnit>;

/** What a review prints in cells that hold no rating or count. */
export const Symbols = z.object({
  /** Looked for, and not reported. */
  notReported: z.string().max(40).optional(),
  /** No record. */
  none: z.string().max(40).optional(),
  /** A rating of opposites that balance. */
  mixed: z.string().max(40).optional(),
});
export type Symbols = z.infer<typeof Symbols>;

/** How a review's tables count and print, as the reader has chosen; what is absent is as by default. */
export const Reporting = z.object({
  unit: CountedUnit.optional(),
  /** Percentages are of all occurrences (influence x paper), not of the papers. */
  ofOccurrences: z.literal(true).optional(),
  symbols: Symbols.optional(),
  /** How papers are named in tables: by their number in the review, or by author and year. */
  references: z.enum(['numbers', 'author-year']).optional(),
});
export type Reporting = z.infer<typeof Reporting>;

export const Review = z.object({
  id: Id,
  name: z.string().min(1).max(300),
  question: longText.default(''),
  /** Codebooks in use, in the reader's order: one version of each; never empty. */
  codebooks: z
    .array(CodebookRef)
    .min(1)
    .refine((refs) => new Set(refs.map(({ id }) => id)).size === refs.length, 'a codebook twice'),
  /**
   * What the number keys 1 to 9 mean, in their order; null for a key without an influence. Absent until the
   * review's first tag: until then they follow the codebooks (lib/tagging).
   */
  numberKeys: z.array(InfluenceRef.nullable()).max(9).optional(),
  /**
   * The reader's edits of links between codebooks, each pair once. Absent until the first one. They travel as the name and
   * the codebooks do: of two copies of a review the later one has them all. They decide what a map counts, so stores that
   * have merged in any order must agree on them, and taking one back must arrive elsewhere; joining the lists, as the
   * number keys are joined, would do neither.
   */
  links: z.array(InfluenceLink).max(MOST_LINKS).optional(),
  reporting: Reporting.optional(),
  /** The numbers of its flow diagram that the reading list cannot know. */
  flow: Flow.optional(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Review = z.infer<typeof Review>;

/** How far the reader has read a paper. */
export const Progress = z.enum(['to-read', 'reading', 'read']);
export type Progress = z.infer<typeof Progress>;

/** What it is called. */
export const PROGRESS_WORDS: Readonly<Record<Progress, string>> = {
  'to-read': 'To read',
  reading: 'Reading',
  read: 'Read',
};

/** Does a paper belong to the review? Another question than how far it was read. */
export const Eligibility = z.enum(['undecided', 'included', 'excluded']);
export type Eligibility = z.infer<typeof Eligibility>;

/** How soon the reader wants to read a paper: levels to sort and filter by, the first one first. */
export const Priority = z.enum(['high', 'medium', 'low']);
export type Priority = z.infer<typeof Priority>;

/** What it is called. */
export const PRIORITY_WORDS: Readonly<Record<Priority, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** A paper has one title with a preprint and a few companions. */
export const MOST_NOT_ALIKE = 100;

/** More than a row can show; a paper that needs more wants a column of its own. */
export const MOST_LABELS = 50;
/** A label is a few words beside a title. */
export const LONGEST_PAPER_LABEL = 60;

/** The reader's own word for some papers of a list. */
export const PaperLabel = z.string().min(1).max(LONGEST_PAPER_LABEL);

/** A paper's place in a review. */
export const ReviewPaper = z.object({
  reviewId: Id,
  paperId: Id,
  progress: Progress,
  eligibility: Eligibility,
  /**
   * Why it is excluded, in the reader's words. Absent where there is none, never empty: "excluded without a reason"
   * has one form only, so that two stores that agree on it hold equal records.
   */
  exclusionReason: shortText.min(1).optional(),
  /** Papers that look as if they were of its study, of which the reader said that they are not. Absent, never empty. */
  notAlike: z.array(Id).min(1).max(MOST_NOT_ALIKE).optional(),
  /** What the reader, or the reader's library, notes on the paper, a blank line between two notes. Absent, never empty. */
  note: longText.min(1).optional(),
  priority: Priority.optional(),
  /**
   * Each once, and in the order of the alphabet, so that the same labels are the same record. Absent, never empty. Of two
   * copies of a list entry the later one has them all, as it has the decision: a label that was taken away stays away.
   */
  labels: z.array(PaperLabel).min(1).max(MOST_LABELS).optional(),
  /** Its number in the review's tables; absent: its place among the papers. */
  number: z.number().int().min(1).max(1_000_000).optional(),
  addedAt: Timestamp,
  updatedAt: Timestamp,
});
export type ReviewPaper = z.infer<typeof ReviewPaper>;

/** An excluded paper need not be read: by progress only the others are counted and found. */
export const isAtProgress = (listed: ReviewPaper, progress: Progress): boolean =>
  listed.progress === progress && listed.eligibility !== 'excluded';

/** Papers of a list by progress, and by eligibility. */
export function countPlaces(
  list: readonly ReviewPaper[],
): Readonly<Record<Progress | Eligibility, number>> {
  const counts = { 'to-read': 0, reading: 0, read: 0, undecided: 0, included: 0, excluded: 0 };
  for (const one of list) {
    counts[one.eligibility] += 1;
    if (isAtProgress(one, one.progress)) counts[one.progress] += 1;
  }
  return counts;
}

/** What changes of a paper's place. A reason without a decision changes nothing. */
export const PlaceChange = ReviewPaper.pick({ progress: true, eligibility: true })
  .extend({ exclusionReason: shortText })
  .partial();
export type PlaceChange = z.infer<typeof PlaceChange>;

/** What changes of the list entries of one paper or of many; what is absent stays. */
export const EntryChange = PlaceChange.extend({
  /** Null takes it away. */
  priority: Priority.nullable(),
  addLabels: z.array(PaperLabel).max(MOST_LABELS),
  removeLabels: z.array(PaperLabel).max(MOST_LABELS),
  /** '' takes it away. */
  note: longText,
}).partial();
export type EntryChange = z.infer<typeof EntryChange>;

/** The reader's settings; one record. The reader's name is a coder's name (coder.ts). */
export const Settings = z.object({
  currentReviewId: Id.optional(),
  /** Open tagged papers with their highlights shown. */
  showTagsOnOpen: z.boolean().default(true),
  /** Suggest influences for a chosen statement unasked, where one is likely. On request they come in any case. */
  suggestUnasked: z.boolean().default(false),
  /** Open PDFs in Bearing's reader as soon as a tab shows one. */
  openPdfs: z.boolean().default(false),
  /** Host names on which Bearing keeps quiet: a page there is looked at when the reader asks. Each with what is below it. */
  quietHosts: z.array(shortText).default([]),
  /** The same everywhere. */
  onlyWhenAsked: z.boolean().default(false),
  /** Keys of tagging mode that the reader has changed, by command (lib/tagging); '' for none. */
  keys: z.record(z.string().max(40), z.string().max(20)).default({}),
  lastBackupAt: Timestamp.optional(),
  /** The store's counter then: later steps are in no backup. */
  lastBackupCounter: z.number().int().min(0).optional(),
  /** The reader wants no reminder of a backup until then. */
  remindAfter: Timestamp.optional(),
});
export type Settings = z.infer<typeof Settings>;
