/** A statement: a quoted passage of a paper, and how to find it again. */

import { z } from '../zod';
import { Count, Id, optionalText, shortText, Timestamp } from './common';
import { Representation } from './paper';

/** W3C Web Annotation TextQuoteSelector: the exact text with context grown until it is unique. */
export const TextQuoteSelector = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1).max(20_000),
  prefix: z.string().max(1_000),
  suffix: z.string().max(1_000),
});
export type TextQuoteSelector = z.infer<typeof TextQuoteSelector>;

/** W3C TextPositionSelector: UTF-16 offsets into `document.body.textContent`, end exclusive. */
export const TextPositionSelector = z.object({
  type: z.literal('TextPositionSelector'),
  start: Count,
  end: Count,
  /** Fingerprint of the whole text in which the offsets were taken; on any other text they prove nothing. */
  textHash: z.string().max(40).optional(),
});
export type TextPositionSelector = z.infer<typeof TextPositionSelector>;

/** A part of `quote.exact` (UTF-16 offsets in it, end exclusive) that is not the passage's own words. */
export const Aside = z.object({
  start: Count,
  end: Count,
  /** A marker that linked into the reference list, or something the selection merely crossed. */
  kind: z.enum(['citation', 'furniture']),
});
export type Aside = z.infer<typeof Aside>;

/**
 * All we keep to find a passage on one representation. Plain JSON.
 * `heading` is the nearest heading before the passage, as shown: it decides between equal copies.
 * `copies` is how often the words stood on that page, this place included: words that stood there once can be trusted
 * wherever else they stand once.
 * `joints` are offsets in `quote.exact` where a line or block begins, with or without a blank in front, so that "Table 1" and
 * "2 patients" are not read as 12 patients.
 * `asides` are known only where the passage was selected; elsewhere a number cannot be told from a citation.
 */
export const Selectors = z.object({
  quote: TextQuoteSelector,
  position: TextPositionSelector.optional(),
  heading: optionalText,
  copies: z.number().int().min(1).optional(),
  joints: z.array(Count).max(500).optional(),
  asides: z.array(Aside).max(200).optional(),
  /** Of a PDF: the page of the file on which the passage begins, counted from 1. */
  page: z.number().int().min(1).optional(),
});
export type Selectors = z.infer<typeof Selectors>;

/** The normalised kind of a section; `title` beside it is the paper's own. */
export const SectionKind = z.enum([
  'abstract',
  'introduction',
  'methods',
  'results',
  'discussion',
  'other',
]);
export type SectionKind = z.infer<typeof SectionKind>;

export const SectionRef = z.object({ title: shortText, kind: SectionKind });
export type SectionRef = z.infer<typeof SectionRef>;

/** A reference of the paper's list that the statement cites. */
export const CitedReference = z.object({
  /** The reference's id or label on the page ("B12", "12"). */
  label: z.string().max(200),
  text: shortText,
  doi: optionalText,
  pmid: z.string().max(12).optional(),
  title: optionalText,
  year: z.number().int().optional(),
  firstAuthor: optionalText,
});
export type CitedReference = z.infer<typeof CitedReference>;

/** A class that a machine gave (scite's, or a suggester's). Never counted as a tag. */
export const MachineLabel = z.object({
  by: z.string().max(60),
  label: z.string().max(60),
  /** 0..1, when the machine says one. */
  confidence: z.number().min(0).max(1).optional(),
});
export type MachineLabel = z.infer<typeof MachineLabel>;

/** Where a statement stands on one representation of its paper. */
export const StatementTarget = z.object({
  representation: Representation,
  url: shortText,
  selectors: Selectors,
  /** When the reader said that the passage, worded otherwise here than the quote, still holds. */
  keptAt: Timestamp.optional(),
});
export type StatementTarget = z.infer<typeof StatementTarget>;

/**
 * `quote` is what the reader selected, with white space collapsed to single blanks.
 * `quoteKey` is its normalised form (`quoteKey()`): one paper has at most one statement per key.
 */
export const Statement = z.object({
  id: Id,
  paperId: Id,
  quote: z.string().min(1).max(20_000),
  quoteKey: z.string().min(1).max(20_000),
  section: SectionRef.optional(),
  /** Printed page, for PDFs. */
  page: optionalText,
  cites: z.array(CitedReference).max(200).default([]),
  machineLabels: z.array(MachineLabel).max(20).default([]),
  targets: z.array(StatementTarget).min(1).max(20),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Statement = z.infer<typeof Statement>;
