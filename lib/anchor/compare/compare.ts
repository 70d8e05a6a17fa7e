/**
 * Judges a place: is what stands there the quote (`exact`, `normalised`) or something else (`changed`)?
 * Every difference must be shown harmless; whatever cannot be shown harmless is a change.
 */

import { MAX_JOINTS, type Query } from '../find/query';
import type { Chain, Hunk } from '../find/seeds';
import { hunksOf, trimmed } from '../find/seeds';
import type { Markers } from '../furniture/markers';
import type { TextIndex } from '../text/text-index';
import { edgesAgree, numbersAgree, widened } from './edges';
import { harmlessSomewhere, type Sides } from './harmless';

export interface Judged {
  faithful: boolean;
  /** A number differs. */
  numbers?: boolean;
  /** Units of quote or page that differ harmfully. */
  errors: number;
  /**
   * How many of them lie in one lump with much of the quote on either side: an advertisement that came or
   * went.
   */
  lump?: number;
  /** Offsets in the page's text. */
  start: number;
  end: number;
}

/**
 * Whether blocks meet in [start, end) of the page's text where they met in the quote: "Table 1" above "2
 * patients" is no "12".
 */
function meetsAlike(index: TextIndex, { joints }: Query, start: number, end: number): boolean {
  if (!joints) return true;
  const here = index.joints(start, end);
  return (
    joints.every((at, i) => here[i] === at) &&
    (here.length === joints.length || joints.length >= MAX_JOINTS)
  );
}

/** Judges a place where the folded quote stands unit for unit. */
export function judgeCopy(index: TextIndex, query: Query, at: number, markers: Markers): Judged {
  const { map } = index.folded;
  const length = query.folded.text.length;
  let start = map[at] as number;
  let end = index.endOf(at + length - 1);
  const { raw } = index.tree;
  const lead = query.folded.map[0] ?? 0;
  if (raw.startsWith(query.exact, start - lead)) {
    start -= lead;
    end = start + query.exact.length;
  }
  const edges = edgesAgree(index, query, map[at] as number, index.endOf(at + length - 1), markers);
  const faithful =
    edges &&
    ((raw.slice(start, end) === query.exact && meetsAlike(index, query, start, end)) ||
      index.reads(query.exact, start, end) !== false ||
      numbersAgree(index, query, start, end, markers));
  return faithful
    ? { faithful, errors: 0, start, end }
    : { faithful, numbers: edges, errors: 1, ...widened(index, query, start, end) };
}

/** Edit distance of two short strings; an upper bound for long ones. */
export function distance(a: string, b: string): number {
  if (a.length === 0 || b.length === 0 || a.length * b.length > 60_000)
    return Math.max(a.length, b.length);
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] as number) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

/**
 * Units of a quote that must stand on either side of a lump, and units of the largest lump (half a quote at
 * most).
 */
const BESIDE_LUMP = 24;
const LARGEST_LUMP = 400;

/** Judges a chain of runs. `start` and `end` are widened to whole words where the quote had whole words. */
export function judgeChain(
  index: TextIndex,
  query: Query,
  chain: Chain,
  markers: Markers,
): Judged & { from: number; to: number } {
  const q = query.folded.text;
  const p = index.folded.text;
  const { hunks, start: from, end: to } = hunksOf(q, p, chain);
  const bracketed = printedOn(index, markers, from, to + 1);
  const sides: Sides = { index, query, markers, pageBracketed: (unit) => bracketed.has(unit) };
  let errors = 0;
  let numbers = false;
  let faithful = true;
  let lump = 0;
  const largest = Math.min(LARGEST_LUMP, q.length / 2);
  const harmlessHunks: Hunk[] = [];
  for (const rough of hunks) {
    const hunk = trimmed(q, p, rough);
    if (hunk.qa === hunk.qb && hunk.pa === hunk.pb) continue;
    const benign = harmlessSomewhere(sides, hunk);
    if (benign) {
      harmlessHunks.push(benign);
      continue;
    }
    faithful = false;
    numbers ||= /\d/.test(q.slice(hunk.qa, hunk.qb) + p.slice(hunk.pa, hunk.pb));
    const differs = distance(q.slice(hunk.qa, hunk.qb), p.slice(hunk.pa, hunk.pb));
    errors += differs;
    if (hunk.qa >= BESIDE_LUMP && q.length - hunk.qb >= BESIDE_LUMP && differs <= largest)
      lump = Math.max(lump, differs);
  }
  let start = index.folded.map[from] as number;
  let end = index.endOf(to - 1);
  if (
    faithful &&
    !(
      edgesAgree(index, query, start, end, markers) &&
      numbersAgree(index, query, start, end, markers, harmlessHunks)
    )
  ) {
    faithful = false;
    errors += 1;
  }
  if (!faithful) ({ start, end } = widened(index, query, start, end));
  return { faithful, numbers, errors, lump, start, end, from, to };
}

/** Folded units within [from, to) of the page that are of markers without a link. */
function printedOn(index: TextIndex, markers: Markers, from: number, to: number): Set<number> {
  const units = new Set<number>();
  if (to <= from || to - from > 60_000) return units;
  const start = index.folded.map[from] as number;
  const text = index.tree.raw.slice(start, index.endOf(to - 1));
  for (const span of markers.printedIn(text)) {
    for (
      let unit = index.unitAt(start + span.start);
      unit < index.unitAt(start + span.end);
      unit += 1
    )
      units.add(unit);
  }
  return units;
}
