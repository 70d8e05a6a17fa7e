/**
 * In-text citations in plain text: numeric brackets with ranges, superscripts, author-year. Pure: text and
 * references in, places out. A marker counts only when it fits the list: a number that the list has, or a first
 * author and year that one of its entries has. Linear in the text; no pattern can run away.
 */
import type { CitationStyle, Reference } from '../../types';
import { authorYear } from './author-year';
import { type CitationIndex, citationIndex } from './index-of-references';
import { bracketed, parseNumbers, refsOfNumbers, withoutBrackets } from './numeric-markers';

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

/** "[3]–[5]": nothing but a dash stands between two square brackets. A dash with space around it is a pause. */
function joins(text: string, end: number, start: number): boolean {
  return text[end - 1] === ']' && text[start] === '[' && /^[-–—‐‑−]$/.test(text.slice(end, start));
}

/** The numbers from one marker's last to the next one's first; null when they do not rise. */
function span(from: number, next: readonly number[]): number[] | null {
  const to = next[0] as number;
  if (to <= from || to - from > 200) return null;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** In-text citations of `text` that point into `references`, in reading order. */
export function findCitations(
  text: string,
  references: readonly Reference[] | CitationIndex,
  options: MarkerOptions = {},
): TextCitation[] {
  const index = 'byNumber' in references ? references : citationIndex(references);
  const out: TextCitation[] = [];
  const taken = (from: number, to: number): boolean =>
    (options.taken ?? []).some((t) => t.start < to && t.end > from) ||
    out.some((t) => t.start < to && t.end > from);
  const push = (start: number, end: number, refs: number[], style: CitationStyle): void => {
    out.push({
      start,
      end,
      text: text.slice(start, end),
      refs: refs.map((r) => index.ids[r] as string),
      style,
    });
  };
  if (options.brackets !== false || options.parens) {
    /** The marker before: where it ends, and its last number. */
    let before: { end: number; last: number; refs: number[] } | null = null;
    for (const [from, to] of bracketed(text, options.brackets !== false, options.parens === true)) {
      if (taken(from, to)) continue;
      const numbers = parseNumbers(text.slice(from + 1, to - 1));
      let refs = refsOfNumbers(numbers, index);
      if (!refs || !numbers) continue;
      const range = before && joins(text, before.end, from) ? span(before.last, numbers) : null;
      const between = refsOfNumbers(range, index);
      let start = from;
      if (before && between) {
        start = out.pop()?.start ?? from;
        refs = [...new Set([...before.refs, ...between, ...refs])];
      }
      push(start, to, refs, 'numeric');
      before = { end: to, last: numbers.at(-1) as number, refs };
    }
  }
  for (const [from, to] of options.sups ?? []) {
    const inside = withoutBrackets(text.slice(from, to));
    if (taken(from, to) || !/^\d[\d\s,;–—-]*$/.test(inside)) continue;
    const refs = refsOfNumbers(parseNumbers(inside), index);
    if (refs) push(from, to, refs, 'superscript');
  }
  if (options.authorYear !== false) authorYear(text, index, taken, push);
  return out.sort((a, b) => a.start - b.start);
}
