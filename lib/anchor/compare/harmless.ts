/**
 * Which differences change nothing that a quote says: furniture, punctuation and accents of print, hyphens, and
 * citation markers that came or went whole.
 */

import type { Query } from '../find/query';
import type { Hunk } from '../find/seeds';
import { isFurnitureOnly } from '../furniture/furniture';
import type { Markers } from '../furniture/markers';
import { isLetterUnit } from '../text/fold';
import type { TextIndex } from '../text/text-index';
import { isAbbreviated } from './abbreviated';
import { isLoosePunctuation, sameAccents } from './typography';

/** The quote and the page that are compared. */
export interface Sides {
  index: TextIndex;
  query: Query;
  markers: Markers;
  pageBracketed: (unit: number) => boolean;
}

/** Folded units of the longest list of citations that may have come or gone. */
const LONGEST_MARKER = 1_000;

function harmless(sides: Sides, hunk: Hunk): boolean {
  const { index, query, markers } = sides;
  const q = query.folded.text;
  const p = index.folded.text;
  if (hunk.qa === hunk.qb && hunk.pb > hunk.pa) {
    const start = index.folded.map[hunk.pa] as number;
    if (isFurnitureOnly(index, start, index.endOf(hunk.pb - 1))) return true;
    // A word goes over the page, its hyphen in front of the running head.
    if (
      p[hunk.pa] === '-' &&
      hunk.pb > hunk.pa + 1 &&
      p[hunk.pa + 1] !== '-' &&
      betweenLetters(q, hunk.qa, hunk.qb)
    )
      return harmless(sides, { ...hunk, pa: hunk.pa + 1 });
  }
  if (isLoosePunctuation(index, query, hunk)) return true;
  if (isAbbreviated(index, query, hunk)) return true;
  if (sameAccents(q.slice(hunk.qa, hunk.qb), p.slice(hunk.pa, hunk.pb))) return true;
  if (Math.max(hunk.qb - hunk.qa, hunk.pb - hunk.pa) > LONGEST_MARKER) return false;
  if (cutsMarker(sides, hunk) || facesMarker(sides, hunk)) return false;
  let mine = '';
  let mineMarked = '';
  let myMarkers = '';
  for (let i = hunk.qa; i < hunk.qb; i += 1) {
    const marked = query.marker[i] || (query.bracketed[i] && markers.bracketsCite);
    if (marked) myMarkers += q[i];
    mine += q[i];
    mineMarked += marked ? MARKER : q[i];
  }
  let theirs = '';
  let theirsMarked = '';
  let theirMarkers = '';
  for (let i = hunk.pa; i < hunk.pb; i += 1) {
    const marked =
      markers.covers(index.folded.map[i] as number) ||
      (sides.pageBracketed(i) && markers.bracketsCite);
    if (marked) theirMarkers += p[i];
    theirs += p[i];
    theirsMarked += marked ? MARKER : p[i];
  }
  if (myMarkers === '' && theirMarkers === '') {
    // A dash between letters is a hyphen, and comes and goes with line ends; plain text has two or three for it.
    return (
      DASH.test(mine) &&
      DASH.test(theirs) &&
      betweenLetters(q, hunk.qa, hunk.qb) &&
      betweenLetters(p, hunk.pa, hunk.pb)
    );
  }
  const bare = (text: string): string => text.replace(/[[\]()]/g, '');
  // The same numbers on both sides, if known as citations on one of them only: "words12" against "words
  // [12]".
  if (bare(mine) === bare(theirs)) return true;
  if (myMarkers !== '' && theirMarkers !== '' && bare(myMarkers) !== bare(theirMarkers))
    return false;
  return withoutMarkers(mineMarked) === withoutMarkers(theirsMarked);
}

/** A dash, or none. */
const DASH = /^-{0,3}$/;

/** Stands for a unit of a citation marker. */
const MARKER = '\ue0fe';

/**
 * Leaves markers out, with the brackets around them and what joins them; and brackets that a marker left
 * empty.
 */
function withoutMarkers(text: string): string {
  return text
    .replace(/[[(]?\ue0fe+(?:[,;-]+\ue0fe+)*[\])]?/g, '')
    .replace(/\[[,;-]*\]|\([,;-]*\)/g, '');
}

/** Whether a hunk takes a part of a marker: "[28]" has become "[2]", which is another citation. */
function cutsMarker(
  { index, query, markers, pageBracketed }: Sides,
  { qa, qb, pa, pb }: Hunk,
): boolean {
  const cuts = (start: number, end: number, from: number, to: number): boolean =>
    start < to && end > from && (start < from || end > to);
  if (qa < qb === pa < pb) return false;
  if (query.markerSpans.some((span) => cuts(span.start, span.end, qa, qb))) return true;
  if (pa === pb) return false;
  const { map, text } = index.folded;
  const digit = (unit: number): boolean =>
    /\d/.test(text[unit] ?? '') && (pageBracketed(unit) || markers.covers(map[unit] as number));
  if ((digit(pa - 1) && digit(pa)) || (digit(pb - 1) && digit(pb))) return true;
  return [pa, pb - 1].some((unit) => {
    const link = markers.linkAt(map[unit] as number);
    return link !== null && cuts(index.unitAt(link.start), index.unitAt(link.end), pa, pb);
  });
}

/** Whether the quote begins or ends with a marker at whose place the page has another. */
function facesMarker({ index, query, markers }: Sides, { qa, qb, pa, pb }: Hunk): boolean {
  if (pa !== pb) return false;
  return (
    (qa === 0 && !endsFree(index, query, markers, pa, -1)) ||
    (qb === query.folded.text.length && !endsFree(index, query, markers, pb, 1))
  );
}

const BRACKETS_AND_STOPS = /[[\](),;.]/g;

/**
 * Whether a marker at the quote's end can have gone: the stored context then follows at once, and no other
 * marker stands in between.
 */
export function endsFree(
  index: TextIndex,
  query: Query,
  markers: Markers,
  at: number,
  side: 1 | -1,
): boolean {
  if (markerNear(index, markers, side > 0 ? at : at - 1, side)) return false;
  const { text } = index.folded;
  const plain = (part: string): string => part.replace(BRACKETS_AND_STOPS, '');
  if (side > 0) {
    const wanted = plain(query.context.suffix).slice(0, 5);
    return plain(text.slice(at, at + 16)).startsWith(wanted);
  }
  const wanted = plain(query.context.prefix).slice(-5);
  return plain(text.slice(Math.max(0, at - 16), at)).endsWith(wanted);
}

/** Whether a citation marker stands at page unit `at`, or behind the bracket there. */
function markerNear(index: TextIndex, markers: Markers, at: number, step: 1 | -1): boolean {
  const { map, text } = index.folded;
  const covered = (unit: number): boolean =>
    unit >= 0 && unit < map.length && markers.covers(map[unit] as number);
  return covered(at) || (/[[\]()]/.test(text[at] ?? '') && covered(at + step));
}

function betweenLetters(text: string, from: number, to: number): boolean {
  return from > 0 && isLetterUnit(text.charCodeAt(from - 1)) && isLetterUnit(text.charCodeAt(to));
}

/** Tries a pure insertion or removal at every position where it reads the same ("12|12" is either 12). */
export function harmlessSomewhere(sides: Sides, hunk: Hunk): Hunk | null {
  if (harmless(sides, hunk)) return hunk;
  const q = sides.query.folded.text;
  const p = sides.index.folded.text;
  const insertion = hunk.qa === hunk.qb;
  if (!insertion && hunk.pa !== hunk.pb) return null;
  for (const step of [-1, 1]) {
    let { qa, qb, pa, pb } = hunk;
    for (let i = 0; i < 24; i += 1) {
      const text = insertion ? p : q;
      const a = insertion ? pa : qa;
      const b = insertion ? pb : qb;
      const slides =
        step < 0 ? a > 0 && text[a - 1] === text[b - 1] : b < text.length && text[a] === text[b];
      if (!slides) break;
      qa += step;
      qb += step;
      pa += step;
      pb += step;
      if (qa < 0 || pa < 0 || qb > q.length || pb > p.length) break;
      if (harmless(sides, { qa, qb, pa, pb })) return { qa, qb, pa, pb };
    }
  }
  return null;
}
