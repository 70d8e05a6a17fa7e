/** A paper: the work, whatever page or file it was met on. Fields follow CSL-JSON's meaning. */

import { SOURCES } from '../sources';
import { z } from '../zod';
import { Id, longText, optionalText, shortText, Timestamp } from './common';

export const FieldSource = z.enum(SOURCES);
export type FieldSource = z.infer<typeof FieldSource>;

/** A person by family and given name and suffix, or an organisation (or an unsplit name) as `literal`. */
export const Author = z
  .object({
    family: optionalText,
    given: optionalText,
    /** "Jr.", "III". */
    suffix: optionalText,
    literal: optionalText,
  })
  .refine((a) => Boolean(a.family || a.literal), 'an author needs a family name or a literal');
export type Author = z.infer<typeof Author>;

/** An editorial notice that the page shows about the paper. */
export const Notice = z.object({
  kind: z.enum(['retraction', 'concern', 'correction']),
  text: shortText,
});
export type Notice = z.infer<typeof Notice>;

export const isRetracted = ({ notices }: { notices?: readonly Notice[] | undefined }): boolean =>
  notices?.some(({ kind }) => kind === 'retraction') ?? false;

/** What a page says about a paper. `sources` names, per field, where the value was read. */
export const PaperFacts = z.object({
  /** Lower case, bare ("10.1000/xyz"). */
  doi: optionalText,
  pmid: z.string().regex(/^\d+$/).max(12).optional(),
  /** With prefix: "PMC123". */
  pmcid: z
    .string()
    .regex(/^PMC\d+$/)
    .max(16)
    .optional(),
  /** Without version: "2501.10120" or "hep-th/9901001". */
  arxiv: z.string().max(40).optional(),
  /** Of a PDF without any other id. */
  fingerprint: z.string().max(128).optional(),
  /** The page's canonical http(s) address, without fragment. */
  url: optionalText,
  title: optionalText,
  authors: z.array(Author).max(5_000).default([]),
  year: z.number().int().min(1500).max(2200).optional(),
  containerTitle: optionalText,
  volume: optionalText,
  issue: optionalText,
  page: optionalText,
  publisher: optionalText,
  issn: optionalText,
  /** Without hyphens: ten or thirteen digits. */
  isbn: z
    .string()
    .regex(/^(?:97[89]\d{10}|\d{9}[\dX])$/)
    .optional(),
  /** Of a report, in its series. */
  number: optionalText,
  /** The kind within the type, as printed: "PhD thesis". */
  genre: optionalText,
  editors: z.array(Author).max(5_000).optional(),
  /** BCP 47: "en", "pt-BR". */
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8})*$/)
    .max(40)
    .optional(),
  /** "in press" (publication.ts). */
  status: z.string().max(60).optional(),
  /** The DOI of the article that this preprint has become, as `doi` is written. */
  preprintOf: optionalText,
  abstract: longText.optional(),
  /** CSL type: "article-journal", "thesis", "report", "paper-conference", "chapter" ... */
  type: z.string().max(60).optional(),
  keywords: z.array(shortText).max(200).optional(),
  notices: z.array(Notice).max(20).optional(),
  sources: z.record(z.string().max(40), FieldSource).default({}),
});
export type PaperFacts = z.infer<typeof PaperFacts>;

/**
 * What the reader corrected: what was given and no more, so that one corrected field empties no other. `null` is the
 * reader's word that the paper has none, whatever a page says.
 */
export const Corrections = PaperFacts.extend({
  authors: PaperFacts.shape.authors.unwrap().nullable(),
  sources: PaperFacts.shape.sources.unwrap(),
  doi: PaperFacts.shape.doi.unwrap().nullable(),
  year: PaperFacts.shape.year.unwrap().nullable(),
  containerTitle: PaperFacts.shape.containerTitle.unwrap().nullable(),
}).partial();
export type Corrections = z.infer<typeof Corrections>;

/**
 * Facts with the reader's corrections laid over them. What else a correction holds is carried with it (a newer Bearing
 * wrote it, or somebody who means harm), and is not a fact: it must not reach the record's own fields.
 */
export function corrected(facts: PaperFacts, corrections: Corrections | undefined): PaperFacts {
  const result: Record<string, unknown> = { ...facts, sources: { ...facts.sources } };
  const sources = result.sources as PaperFacts['sources'];
  for (const [field, value] of Object.entries(corrections ?? {})) {
    // An empty list beside a corrected field corrects nothing.
    if (!isFact(field) || field === 'sources' || value === undefined || isEmptyList(value))
      continue;
    sources[field] = 'reader';
    if (value === null) delete result[field];
    else result[field] = value;
  }
  if (corrections?.authors === null) result.authors = [];
  return result as PaperFacts;
}

/** Is it the name of something that a page says about a paper? */
export const isFact = (field: string): boolean => Object.hasOwn(PaperFacts.shape, field);

export const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/** Two sources that disagree on a field: shown to the reader, never settled in silence. */
export const Conflict = z.object({
  field: z.string().max(40),
  values: z.array(z.object({ value: shortText, source: FieldSource })).max(20),
});
export type Conflict = z.infer<typeof Conflict>;

/** One way a paper is met. */
export const Representation = z.enum(['html', 'pmc', 'abstract', 'pdf', 'scite-report', 'list']);
export type Representation = z.infer<typeof Representation>;

/**
 * A stored paper. `readerFields` are corrections ("not this paper?"): they win over everything a page
 * says, now and later. `urls` are the addresses it was met at, without fragment; `quotedAt` are those of pages about
 * another paper that quote this one (a scite report), so that they do not identify it.
 */
export const Paper = PaperFacts.extend({
  id: Id,
  urls: z.array(shortText).max(200),
  quotedAt: z.array(shortText).max(200).optional(),
  conflicts: z.array(Conflict).max(40).default([]),
  readerFields: Corrections.optional(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Paper = z.infer<typeof Paper>;

/** What a page is. */
export const PageKind = z.enum(['article', 'citation-list', 'none']);
export type PageKind = z.infer<typeof PageKind>;

/**
 * The notice script's whole answer about the open page; for `none` nothing is ever sent.
 * `reasons` are plain sentences ("citation_title and citation_author name one work").
 */
export const PageReport = z.object({
  kind: PageKind,
  reasons: z.array(shortText).max(40),
  representation: Representation.optional(),
  url: shortText,
  /** The page, a report about another paper, quotes this one: the address is not this paper's. */
  quoted: z.literal(true).optional(),
  paper: PaperFacts.nullable(),
  conflicts: z.array(Conflict).max(40).default([]),
});
export type PageReport = z.infer<typeof PageReport>;

/**
 * What a document shows. Single-page sites change it in place; between two contents they are loading. `id` is
 * another one whenever the content has become another one; it is unique in the document. `title` is the window's
 * title while this content was shown.
 */
export const PageNow = z.discriminatedUnion('state', [
  z.object({ state: z.literal('loading'), address: z.string() }),
  z.object({
    state: z.literal('read'),
    id: z.string().max(60),
    report: PageReport,
    title: z.string().max(600),
  }),
]);
export type PageNow = z.infer<typeof PageNow>;

/** A paper's title as two prints of it agree, for an index: one over titles as printed has “Évaluation” far from "Evaluation". */
export const TitleKey = z.object({ paperId: Id, title: z.string() });
export type TitleKey = z.infer<typeof TitleKey>;
