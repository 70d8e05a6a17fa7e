/**
 * Reading a quote along the page unit by unit, stepping over citation markers and furniture only. No word
 * and no number is ever skipped, so this is safe for quotes far too short for a loose match: "Paulo, [12]
 * São".
 */

import { endsFree } from '../compare/harmless';
import type { Query } from '../find/query';
import type { Hunk } from '../find/seeds';
import { furnitureEnd } from '../furniture/furniture';
import type { Markers } from '../furniture/markers';
import type { TextIndex } from './text-index';

/** Choices tried before giving up; a choice exists only where a marker or a piece of furniture begins. */
const MAX_TRIES = 64;

const isBracket = (unit: number): boolean =>
  unit === 40 || unit === 41 || unit === 91 || unit === 93;
const isJoin = (unit: number): boolean =>
  isBracket(unit) || unit === 44 || unit === 59 || unit === 45;

/** Where the marker that begins at page unit `at` (its bracket included) ends; -1 when none begins there. */
export function markerEnd(index: TextIndex, markers: Markers, at: number): number {
  const { text, map } = index.folded;
  let unit = at;
  if (isBracket(text.charCodeAt(unit))) {
    const printed = markers.printedEnd(map[unit] as number);
    if (printed >= 0) return index.unitAt(printed);
  }
  if (isBracket(text.charCodeAt(unit))) unit += 1;
  if (unit >= map.length || !markers.covers(map[unit] as number)) return -1;
  // A marker is skipped whole or not at all.
  if (unit > 0 && unit === at && markers.sameLink(map[unit - 1] as number, map[unit] as number))
    return -1;
  while (
    unit < map.length &&
    (markers.covers(map[unit] as number) ||
      (isJoin(text.charCodeAt(unit)) &&
        unit + 1 < map.length &&
        markers.covers(map[unit + 1] as number)))
  ) {
    unit += 1;
  }
  if (unit > at && isBracket(text.charCodeAt(at)) && isBracket(text.charCodeAt(unit))) unit += 1;
  return unit;
}

/** The same on the quote's side. */
function ownMarkerEnd(query: Query, markers: Markers, at: number): number {
  const { text } = query.folded;
  const printed = query.printed.get(at);
  if (printed !== undefined && markers.bracketsCite) return printed;
  let unit = at;
  const opens = isBracket(text.charCodeAt(unit));
  if (opens) unit += 1;
  if (!query.marker[unit] || (unit === at && unit > 0 && query.marker[unit - 1])) return -1;
  while (
    unit < text.length &&
    (query.marker[unit] || (isJoin(text.charCodeAt(unit)) && query.marker[unit + 1]))
  )
    unit += 1;
  if (opens && isBracket(text.charCodeAt(unit))) unit += 1;
  return unit;
}

/**
 * Whether a marker was just stepped over on the other side: "[2]" where "[7]" stands is another citation,
 * not a marker less and a marker more.
 */
function facesAnother(skipped: readonly Hunk[], q: string, at: number, own: boolean): boolean {
  const last = skipped[skipped.length - 1];
  if (!last || own === last.qb > last.qa) return false;
  for (let i = last.qb; i < at; i += 1) if (!isJoin(q.charCodeAt(i))) return false;
  return true;
}

/** Where two markers end that take each other's place with other numbers. Whether they may is decided when all are known. */
function otherMarkerEnd(
  { index, query, markers }: { index: TextIndex; query: Query; markers: Markers },
  qi: number,
  pu: number,
): { q: number; p: number } | null {
  if (pu >= index.folded.map.length) return null;
  const q = ownMarkerEnd(query, markers, qi);
  const p = q > qi ? markerEnd(index, markers, pu) : -1;
  return p > pu ? { q, p } : null;
}

const LIST = /^([[(]?)(\d{1,4}(?:[,;-]\d{1,4}){0,30})([\])]?)/;

/**
 * The reference numbers in a marker, ranges told one by one: "[1-3]" and "1, 2, 3" cite the same. Empty if
 * they are no numbers.
 */
export function citedIn(marker: string): string {
  const numbers = new Set<number>();
  for (const [, from, to] of marker.matchAll(
    /(\d{1,4})(?:\s*[\u2010-\u2015\u2212-]\s*(\d{1,4}))?/g,
  )) {
    const last = Math.min(Number(to ?? from), Number(from) + 60);
    for (let n = Number(from); n <= last; n += 1) numbers.add(n);
  }
  return /\p{L}/u.test(marker) ? '' : [...numbers].sort((a, b) => a - b).join();
}

/**
 * Where one and the same marker ends on both sides when it is printed otherwise: "3,4" raised, "[3, 4]" in
 * line. The numbers are the same, so nothing is lost even where neither side is known to be a citation.
 */
function sameMarkerEnd(
  { index, query, markers }: { index: TextIndex; query: Query; markers: Markers },
  qi: number,
  pu: number,
): { q: number; p: number } | null {
  const { text: page, map } = index.folded;
  const myEnd = ownMarkerEnd(query, markers, qi);
  const theirEnd = pu < page.length ? markerEnd(index, markers, pu) : -1;
  if (myEnd > qi && theirEnd > pu) {
    const { map: from } = query.folded;
    const cited = citedIn(query.exact.slice(from[qi], (from[myEnd - 1] as number) + 1));
    const there = citedIn(index.tree.raw.slice(map[pu], index.endOf(theirEnd - 1)));
    if (cited !== '' && cited === there) return { q: myEnd, p: theirEnd };
  }
  const mine = LIST.exec(query.folded.text.slice(qi, qi + 160));
  let theirs = LIST.exec(page.slice(pu, pu + 160));
  // A page number may follow at once, in a line of its own.
  const wanted = mine?.[2] ?? '';
  if (theirs && theirs[1] === '' && theirs[2] !== wanted && theirs[2]?.startsWith(wanted))
    if (index.startsNode(pu + wanted.length)) theirs = LIST.exec(wanted);
  const known = (own: boolean, at: number): boolean =>
    own ? query.marker[at] === 1 || query.bracketed[at] === 1 : markers.covers(map[at] as number);
  if (mine && theirs && mine[2] === theirs[2] && mine[1] !== theirs[1]) {
    const bracketed = mine[1] === '[' ? mine : theirs[1] === '[' ? theirs : null;
    const cites =
      known(true, qi + (mine[1] as string).length) ||
      known(false, pu + (theirs[1] as string).length);
    // Round brackets and raised numbers may be anything unless they are known to cite.
    if (bracketed?.[3] === ']' || cites)
      return { q: qi + mine[0].length, p: pu + theirs[0].length };
  }
  return null;
}

/** Walks the quote from page unit `start`. Returns where it ends and what was stepped over, or null. */
export function walk(
  index: TextIndex,
  query: Query,
  markers: Markers,
  start: number,
): { end: number; skipped: Hunk[] } | null {
  const q = query.folded.text;
  const p = index.folded.text;
  let tries = 0;
  const go = (i: number, u: number, skipped: Hunk[]): { end: number; skipped: Hunk[] } | null => {
    let qi = i;
    let pu = u;
    const forks: [number, number][] = [];
    while (qi < q.length && pu < p.length && q.charCodeAt(qi) === p.charCodeAt(pu)) {
      const mine = query.marker[qi] === 1 && query.marker[qi - 1] !== 1;
      if (qi > 0 && (mine || index.startsNode(pu) || isBracket(p.charCodeAt(pu))))
        forks.push([qi, pu]);
      qi += 1;
      pu += 1;
    }
    if (qi === q.length) return { end: pu, skipped };
    forks.push([qi, pu]);
    for (let f = forks.length - 1; f >= 0; f -= 1) {
      const [fq, fp] = forks[f] as [number, number];
      const same = fq > 0 ? sameMarkerEnd({ index, query, markers }, fq, fp) : null;
      if (same) {
        tries += 1;
        if (tries > MAX_TRIES) return null;
        const skip = { qa: fq, qb: same.q, pa: fp, pb: same.p };
        if (same.q === q.length) return { end: same.p, skipped: [...skipped, skip] };
        const found = go(same.q, same.p, [...skipped, skip]);
        if (found) return found;
      }
      const other = fq > 0 ? otherMarkerEnd({ index, query, markers }, fq, fp) : null;
      if (other) {
        tries += 1;
        if (tries > MAX_TRIES) return null;
        const skip = { qa: fq, qb: other.q, pa: fp, pb: other.p };
        if (other.q === q.length) return { end: other.p, skipped: [...skipped, skip] };
        const found = go(other.q, other.p, [...skipped, skip]);
        if (found) return found;
      }
      if (fp < p.length && fq > 0) {
        // A word may go over the page, its hyphen in front of the running head.
        const torn = p[fp] === '-' ? furnitureEnd(index, fp + 1) : -1;
        const furniture = torn > fp + 1 ? torn : furnitureEnd(index, fp);
        for (const next of [furniture, markerEnd(index, markers, fp)]) {
          if (next <= fp) continue;
          tries += 1;
          if (tries > MAX_TRIES) return null;
          if (next !== furniture && facesAnother(skipped, q, fq, false)) continue;
          const found = go(fq, next, [...skipped, { qa: fq, qb: fq, pa: fp, pb: next }]);
          if (found) return found;
        }
      }
      const own = ownMarkerEnd(query, markers, fq);
      if (own > fq && !facesAnother(skipped, q, fq, true)) {
        tries += 1;
        if (tries > MAX_TRIES) return null;
        const skip = { qa: fq, qb: own, pa: fp, pb: fp };
        if (own === q.length && !endsFree(index, query, markers, fp, 1)) continue;
        if (fq === 0 && !endsFree(index, query, markers, fp, -1)) continue;
        if (own === q.length) return { end: fp, skipped: [...skipped, skip] };
        const found = go(own, fp, [...skipped, skip]);
        if (found) return found;
      }
    }
    return null;
  };
  return go(0, start, []);
}
