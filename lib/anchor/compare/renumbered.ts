/**
 * Whether citation markers that differ are the same citations under other numbers: those of a list of references that
 * grew or was put in another order. One marker with another number may be a slip, or another source; that is a change.
 */

import type { Query } from '../find/query';
import type { Hunk } from '../find/seeds';
import type { Markers } from '../furniture/markers';
import type { TextIndex } from '../text/text-index';

/** Markers that must have changed by one rule: a single one has no other to be compared with. */
const FEWEST = 2;
/** Two numbers in one bracket, which may be an interval or a range of ages unless they link to references. */
const TWO_NUMBERS = /^\[\s*\d+\s*[,;\u2010-\u2015-]\s*\d+\s*\]$/;
/** Folded units of a quote in which a single marker does not carry the statement. */
const LONG = 120;
/** A range is expanded to at most so many numbers. */
const LONGEST_RANGE = 60;

const hasWords = (marker: string): boolean => /\p{L}/u.test(marker);
/** As it is compared where it has words: names and years, without case and blanks. No year has a sign. */
const bareWords = (marker: string): string =>
  marker
    .replace(/(?<=[\s(,])[-\u2212](?=\d)/g, 'minus')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** The numbers that a marker cites, in its order, ranges told one by one. Empty if it has words. */
function numbersIn(marker: string): number[] {
  if (hasWords(marker)) return [];
  const numbers: number[] = [];
  for (const [, from, to] of marker.matchAll(
    /(\d{1,4})(?:\s*[\u2010-\u2015\u2212-]\s*(\d{1,4}))?/g,
  )) {
    const last = Math.min(Number(to ?? from), Number(from) + LONGEST_RANGE);
    for (let n = Number(from); n <= last; n += 1) numbers.push(n);
  }
  return numbers;
}

/** Whether each marker in [start, end) of the page links to the entry that has its number. */
function linksAgree(
  markers: Markers,
  start: number,
  end: number,
  numbers: readonly number[],
): boolean {
  const links = markers.between(start, end);
  return (
    links.length > 0 &&
    links.length === numbers.length &&
    links.every(
      ({ element }, i) => Number(/(\d{1,4})$/.exec(markers.targetOf(element))?.[1]) === numbers[i],
    )
  );
}

/**
 * Whether the skipped stretches of quote and page that are markers on both sides cite alike: every number of the quote
 * has become one number on the page, no two the same, and at least two markers are others that cannot be intervals; or, in a long quote, what changed
 * links to the entry of its number. A marker of names is the same one or another source. `skipped` may hold stretches of one side only, which are judged elsewhere.
 */
export function citesAlike(
  index: TextIndex,
  query: Query,
  markers: Markers,
  skipped: readonly Hunk[],
): boolean {
  const { map } = query.folded;
  const became = new Map<number, number>();
  const pairs: { start: number; end: number; theirs: number[]; linked: boolean }[] = [];
  /** Whether what changed has a bracket that may be an interval. */
  let bounds = false;
  const note = (mine: readonly number[], theirs: readonly number[]): boolean => {
    if (mine.length === 0 || mine.length !== theirs.length) return false;
    return mine.every((n, i) => {
      const now = theirs[i] as number;
      const known = became.get(n) ?? now;
      became.set(n, now);
      return known === now;
    });
  };
  for (const { qa, qb, pa, pb } of skipped) {
    if (qa === qb || pa === pb) continue;
    const start = index.folded.map[pa] as number;
    const end = index.endOf(pb - 1);
    const own = query.exact.slice(map[qa], (map[qb - 1] as number) + 1);
    const there = index.tree.raw.slice(start, end);
    if (hasWords(own) || hasWords(there)) {
      if (bareWords(own) !== bareWords(there)) return false;
      continue;
    }
    const [mine, theirs] = [numbersIn(own), numbersIn(there)];
    // The same ones, printed otherwise.
    const same = [...new Set(mine)].sort().join() === [...new Set(theirs)].sort().join();
    if (same) {
      if (mine.length > 0 && !note(mine, mine)) return false;
      continue;
    }
    if (!note(mine, theirs)) return false;
    const linked =
      markers.between(start, end).length > 0 || query.marker.subarray(qa, qb).includes(1);
    if (!linked && TWO_NUMBERS.test(there.trim())) bounds = true;
    else pairs.push({ start, end, theirs, linked });
  }
  if (pairs.length === 0) return !bounds;
  // Where citations are links, a bracket that is none is not one of them.
  if (bounds && pairs.some(({ linked }) => linked)) return false;
  for (const { start, end } of query.markerSpans) {
    if (start >= end || skipped.some(({ qa, qb }) => qa < end && start < qb)) continue;
    const kept = numbersIn(query.exact.slice(map[start], (map[end - 1] as number) + 1));
    if (kept.length > 0 && !note(kept, kept)) return false;
  }
  if (new Set(became.values()).size !== became.size) return false;
  if (pairs.length >= FEWEST) return true;
  return (
    query.folded.text.length >= LONG &&
    pairs.every(({ start, end, theirs }) => linksAgree(markers, start, end, theirs))
  );
}
