/**
 * In-text citations in plain text: numeric brackets with ranges, superscripts, author-year. Pure: text and
 * references in, places out. A marker counts only when it fits the list: a number that the list has, or a first
 * author and year that one of its entries has. Linear in the text; no pattern can run away.
 */
import type { CitationStyle, Reference } from '../../types';
import { authorYear } from './author-year';
import { type CitationIndex, citationIndex } from './index-of-references';
import { numericCitations } from './numeric-markers';
import type { Place } from './place';

export interface TextCitation {
  start: number;
  end: number;
  text: string;
  /** Ids of references, in the order meant. */
  refs: string[];
  style: CitationStyle;
}

export interface MarkerOptions {
  /** Read "[3]"; default true. */
  brackets?: boolean;
  /** Read "(3)" too: only where the paper cites so, since equations and items look the same. Default false. */
  parens?: boolean;
  /** Default true. */
  authorYear?: boolean;
  /** Superscript runs of the text, [start, end): read as numbers of the list. */
  sups?: readonly (readonly [number, number])[];
  /** Stretches that are citations already: nothing is found in them. */
  taken?: readonly { start: number; end: number }[];
}

/** The places of `text` that cite into the list of an index, in reading order. */
export function placesIn(text: string, index: CitationIndex, options: MarkerOptions): Place[] {
  const { brackets = true, parens = false, sups = [], taken = [] } = options;
  const out = numericCitations(text, index, { brackets, parens, sups, taken });
  if (options.authorYear !== false) out.push(...authorYear(text, index, [...taken, ...out]));
  return out.sort((a, b) => a.start - b.start);
}

/** In-text citations of `text` that point into `references`, in reading order. */
export function findCitations(
  text: string,
  references: readonly Reference[] | CitationIndex,
  options: MarkerOptions = {},
): TextCitation[] {
  const index = 'byNumber' in references ? references : citationIndex(references);
  return placesIn(text, index, options).map(({ start, end, refs, style }) => ({
    start,
    end,
    text: text.slice(start, end),
    refs: refs.map((r) => index.ids[r] as string),
    style,
  }));
}
