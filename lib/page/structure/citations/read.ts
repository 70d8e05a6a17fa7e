/** The style in which a page cites where it does not link (most of) its markers: told by its own text. */
import { isRaisedOnly } from '../../reading';
import type { Entry } from '../references/entry';
import type { Block } from '../text/blocks';
import { authorYear } from './author-year';
import { type CitationIndex, refsOfNumbers } from './index-of-references';
import type { MarkerOptions } from './markers';
import { numericCitations, parseNumbers } from './numeric-markers';
import type { Place } from './place';

/** Text that markers are looked for in: a block of a page, a paragraph of a PDF. */
export type Cited = Pick<Block, 'text' | 'sups'>;

/** A citation in its block; `refs` are indexes of entries. */
export interface Found<Text extends Cited = Block> extends Place {
  block: Text;
}

/** Whether the entries of a list are called by numbers. */
export function isNumbered(entries: readonly Pick<Entry, 'label'>[]): boolean {
  const numbers = entries.filter((e) => e.label !== null && /^\D{0,2}\d+\D?$/.test(e.label));
  return numbers.length > entries.length * 0.5;
}

/**
 * How the text cites where it does not link; null when links say all.
 * @param numbered whether numbers may call the entries: "(308)" in a humanities paper is a page, and a list that stops
 *   at 39 while the text cites 60 is a preview whose places mean nothing
 * @param labelled whether the list prints these numbers
 */
export function* patternStyle(
  blocks: readonly Cited[],
  linked: readonly Pick<Found, 'refs'>[],
  index: CitationIndex,
  { numbered, labelled }: { numbered: boolean; labelled: boolean },
): Generator<void, MarkerOptions | null> {
  const entries = index.ids;
  if (entries.length === 0) return null;
  const cited = new Set(linked.flatMap((f) => f.refs));
  if (cited.size >= entries.length * 0.5) return null;
  const seen = {
    brackets: new Set<number>(),
    parens: new Set<number>(),
    sups: new Set<number>(),
    authorYear: new Set<number>(),
  };
  const collect = (into: Set<number>, found: readonly Place[]): void => {
    for (const f of found) for (const r of f.refs) into.add(r);
  };
  const none = { brackets: false, parens: false, sups: [], taken: [] };
  let budget = 600_000;
  let hits = 0;
  let misses = 0;
  for (const b of blocks) {
    budget -= b.text.length;
    if (budget < 0) break;
    yield;
    if (b.text.includes('[')) {
      for (const m of b.text.matchAll(/\[(\d[\d,;–\- ]{0,60})\]/g)) {
        if (refsOfNumbers(parseNumbers(m[1] as string), index)) hits++;
        else misses++;
      }
      collect(seen.brackets, numericCitations(b.text, index, { ...none, brackets: true }));
    }
    if (/\(\s?\d/.test(b.text))
      collect(seen.parens, numericCitations(b.text, index, { ...none, parens: true }));
    if (b.sups.length)
      collect(seen.sups, numericCitations(b.text, index, { ...none, sups: superscripts(b) }));
    collect(seen.authorYear, authorYear(b.text, index, []));
  }
  if (!numbered || misses > hits * 0.25) {
    seen.parens.clear();
    seen.brackets.clear();
  }
  // A style is the page's own when it reaches a fair part of the list; the strongest wins.
  const enough = (set: Set<number>, share: number): number =>
    set.size >= Math.max(2, entries.length * share) ? set.size : 0;
  const brackets = enough(seen.brackets, 0.2);
  const sups = labelled ? enough(seen.sups, 0.3) : 0;
  const parens = enough(seen.parens, 0.5);
  const names = Math.max(
    enough(seen.authorYear, 0.15),
    seen.authorYear.size >= 3 ? seen.authorYear.size : 0,
  );
  const best = Math.max(brackets, sups, parens);
  if (names > best) return { brackets: false, parens: false, authorYear: true, sups: [] };
  if (best === 0) return null;
  if (brackets === best) return { brackets: true, authorYear: false };
  if (sups === best) return { brackets: false, authorYear: false, sups: [[0, 0]] };
  return { brackets: false, parens: true, authorYear: false };
}

/** In UTF-16 units: a marker, and what is looked at before and behind it: a word. */
const LONGEST_MARKER = 60;
const BESIDE = 12;

/** Superscripts that can be markers: after a letter, a bracket or a stop, not an exponent, an isotope or an ordinal. */
export function superscripts({ text, sups }: Cited): [number, number][] {
  return sups.filter(([from, to]) => {
    if (to - from > LONGEST_MARKER) return false;
    const before = text.slice(Math.max(0, from - BESIDE), from);
    if (isRaisedOnly(before, text.slice(from, to), text.slice(to, to + BESIDE))) return false;
    return /[\p{L})\]”"’.,;:?!%]\s?$/u.test(before);
  });
}
