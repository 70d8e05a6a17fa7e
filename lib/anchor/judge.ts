/**
 * Judges a place: is what stands there the quote (`exact`, `normalised`) or something else (`changed`)?
 * Every difference must be shown harmless; whatever cannot be shown harmless is a change.
 */
import { type Folded, isLetterUnit } from './fold';
import { bracketedNumbers, isFurnitureOnly, type Markers } from './markers';
import type { Chain, Hunk } from './seeds';
import { hunksOf } from './seeds';
import type { TextIndex } from './text-index';

/** A quote made ready for a pass. */
export interface Query {
  exact: string;
  /** Folded, furniture left out. */
  folded: Folded;
  /** 1 for folded units that belong to a citation marker, known from the page where the quote was taken. */
  marker: Uint8Array;
  /** 1 for folded units of numbers in square brackets. */
  bracketed: Uint8Array;
  /** Units [from, to) of every marker and bracket: each goes whole or not at all. */
  markerSpans: readonly { start: number; end: number }[];
  /** The partial word that stood in front of the quote and after it ("" at a word boundary). */
  leftPart: string;
  rightPart: string;
}

export interface Judged {
  faithful: boolean;
  /** Units of quote or page that differ harmfully. */
  errors: number;
  /** Offsets in the page's text. */
  start: number;
  end: number;
}

/** The part of a word or number that ends `text`: what a quote starting right after it would be torn from. */
export function trailingPart(text: string, next: string): string {
  if (/^[\p{N}]/u.test(next))
    return /(?:\p{N}+[.,\u00b7]?)+$|\p{N}+$/u.exec(text.slice(-40))?.[0] ?? signBefore(text);
  if (/^[\p{L}\p{M}]/u.test(next))
    return /[\p{L}\p{M}'\u2019]+[\u2010\u2011-]?$/u.exec(text.slice(-40))?.[0] ?? '';
  return '';
}

/** A minus sign in front of a number: "\u22125" is not "5", but "3-5" and "- 5" are not signs. */
function signBefore(text: string): string {
  return /(?:^|[\s(=<>\u2264\u2265])[-\u2212\u2010-\u2013]$/.test(text.slice(-2)) ? '-' : '';
}

/** The part of a word or number that starts `text`, for a quote that ends right before it. */
export function leadingPart(text: string, last: string): string {
  if (/\p{N}$/u.test(last))
    return /^(?:[.,\u00b7]?\p{N}+)+/u.exec(text.slice(0, 40))?.[0] ?? (/^%/.test(text) ? '%' : '');
  if (/[\p{L}\p{M}]$/u.test(last))
    return /^[\u2010\u2011-]?[\p{L}\p{M}]+/u.exec(text.slice(0, 40))?.[0] ?? '';
  return '';
}

/** The readable text just before or after a place, cut at the nearest block edge. */
function around(index: TextIndex, offset: number, side: -1 | 1): string {
  if (index.isBlockEdge(offset)) return '';
  return side < 0
    ? index.readable(Math.max(0, offset - 60), offset)
    : index.readable(offset, Math.min(index.tree.raw.length, offset + 60));
}

const sameFolded = (a: string, b: string): boolean =>
  a
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-') ===
  b
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-');

/**
 * Whether the quote's ends fall on the page as they fell where it was taken: "significant" must not be found in
 * "insignificant", nor "Figure 5" in "Figure 58".
 */
export function edgesAgree(
  index: TextIndex,
  query: Query,
  start: number,
  end: number,
  markers: Markers,
): boolean {
  const { raw } = index.tree;
  const first = raw.slice(start, start + 2);
  const last = raw.slice(Math.max(start, end - 2), end);
  const left =
    markers.covers(start - 1) || markers.covers(start)
      ? ''
      : trailingPart(around(index, start, -1), first);
  const right =
    markers.covers(end) || markers.covers(end - 1) ? '' : leadingPart(around(index, end, 1), last);
  return (
    (left === ''
      ? query.leftPart === '' || looseEdge(index, start)
      : sameFolded(left, query.leftPart)) &&
    (right === ''
      ? query.rightPart === '' || looseEdge(index, end)
      : sameFolded(right, query.rightPart))
  );
}

/** A block edge or an edge of markup, where a stored partial word may have been glued on by `textContent`. */
function looseEdge(index: TextIndex, offset: number): boolean {
  return index.isBlockEdge(offset) || index.tree.starts[index.nodeAt(offset)] === offset;
}

const NUMBER = /\p{N}+(?:[.,\u00b7]\p{N}+)*/gu;
function numbersOf(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/(\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '$1')
      .match(NUMBER) ?? []
  ).join(' ');
}

/**
 * Folding drops white space, so two numbers side by side could pass for one ("1 2", "12"). True when the numbers
 * of the quote are those of the page, read with or without a blank at block edges and at markup.
 */
export function numbersAgree(index: TextIndex, exact: string, start: number, end: number): boolean {
  const wanted = numbersOf(exact.replace(/\s+/g, ' '));
  const { raw } = index.tree;
  return (
    numbersOf(raw.slice(start, end).replace(/\s+/g, ' ')) === wanted ||
    numbersOf(index.readable(start, end)) === wanted ||
    numbersOf(index.readable(start, end, true)) === wanted
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
  const faithful =
    edgesAgree(index, query, map[at] as number, index.endOf(at + length - 1), markers) &&
    (raw.slice(start, end) === query.exact || numbersAgree(index, query.exact, start, end));
  return { faithful, errors: faithful ? 0 : 1, start, end };
}

interface Sides {
  index: TextIndex;
  query: Query;
  markers: Markers;
  pageBracketed: (unit: number) => boolean;
}

const isOpenOrClose = (unit: number): boolean =>
  unit === 40 || unit === 41 || unit === 91 || unit === 93;
const isSeparator = (unit: number): boolean => unit === 44 || unit === 59 || unit === 45;

function harmless(sides: Sides, hunk: Hunk): boolean {
  const { index, query, markers } = sides;
  const q = query.folded.text;
  const p = index.folded.text;
  if (hunk.qa === hunk.qb && hunk.pb > hunk.pa) {
    const start = index.folded.map[hunk.pa] as number;
    if (isFurnitureOnly(index, start, index.endOf(hunk.pb - 1))) return true;
  }
  if (cutsMarker(sides, hunk)) return false;
  let mine = '';
  let myMarkers = '';
  for (let i = hunk.qa; i < hunk.qb; i += 1) {
    if (query.marker[i] || (query.bracketed[i] && markers.bracketsCite)) myMarkers += q[i];
    else mine += q[i];
  }
  let theirs = '';
  let theirMarkers = '';
  for (let i = hunk.pa; i < hunk.pb; i += 1) {
    if (
      markers.covers(index.folded.map[i] as number) ||
      (sides.pageBracketed(i) && markers.bracketsCite)
    ) {
      theirMarkers += p[i];
    } else theirs += p[i];
  }
  const bare = (text: string, loose: boolean): string => {
    let out = '';
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if (loose && (isOpenOrClose(unit) || isSeparator(unit))) continue;
      // A dash between letters is a hyphen, and comes and goes with line ends.
      if (
        unit === 45 &&
        text.length === 1 &&
        betweenLetters(q, hunk.qa, hunk.qb) &&
        betweenLetters(p, hunk.pa, hunk.pb)
      )
        continue;
      out += text[i];
    }
    return out;
  };
  if (myMarkers === '' && theirMarkers === '') return bare(mine, false) === bare(theirs, false);
  if (myMarkers !== '' && theirMarkers !== '') {
    const own = myMarkers.replace(/[[\]()]/g, '');
    if (own !== theirMarkers.replace(/[[\]()]/g, '')) return false;
    return bare(mine, true) === bare(theirs, true);
  }
  // The same numbers on both sides, known as citations on one of them only: "words12" against "words [12]".
  const all = (text: string, extra: string): string => (text + extra).replace(/[[\]()]/g, '');
  if (myMarkers === '' && mine !== '' && all(mine, '') === all(slicePlain(p, hunk.pa, hunk.pb), ''))
    return true;
  if (
    theirMarkers === '' &&
    theirs !== '' &&
    all(theirs, '') === all(slicePlain(q, hunk.qa, hunk.qb), '')
  )
    return true;
  return bare(mine, true) === bare(theirs, true);
}

/** Whether a hunk takes a part of a marker: "[28]" has become "[2]", which is another citation. */
function cutsMarker({ index, query, markers }: Sides, { qa, qb, pa, pb }: Hunk): boolean {
  const cuts = (start: number, end: number, from: number, to: number): boolean =>
    start < to && end > from && (start < from || end > to);
  if (qa < qb !== pa < pb) {
    if (query.markerSpans.some((span) => cuts(span.start, span.end, qa, qb))) return true;
    if (pa < pb) {
      const { map } = index.folded;
      for (const unit of [pa, pb - 1]) {
        const link = markers.linkAt(map[unit] as number);
        if (link && cuts(index.unitAt(link.start), index.unitAt(link.end), pa, pb)) return true;
      }
    }
  }
  return false;
}

const slicePlain = (text: string, from: number, to: number): string => text.slice(from, to);

function betweenLetters(text: string, from: number, to: number): boolean {
  return from > 0 && isLetterUnit(text.charCodeAt(from - 1)) && isLetterUnit(text.charCodeAt(to));
}

/** Tries a pure insertion or removal at every position where it reads the same ("12|12" is either 12). */
function harmlessSomewhere(sides: Sides, hunk: Hunk): boolean {
  if (harmless(sides, hunk)) return true;
  const q = sides.query.folded.text;
  const p = sides.index.folded.text;
  const insertion = hunk.qa === hunk.qb;
  if (!insertion && hunk.pa !== hunk.pb) return false;
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
      if (harmless(sides, { qa, qb, pa, pb })) return true;
    }
  }
  return false;
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
  const bracketed = pageBrackets(index, from, to);
  const sides: Sides = { index, query, markers, pageBracketed: (unit) => bracketed.has(unit) };
  let errors = 0;
  let faithful = true;
  for (const hunk of hunks) {
    if (hunk.qa === hunk.qb && hunk.pa === hunk.pb) continue;
    if (harmlessSomewhere(sides, hunk)) continue;
    faithful = false;
    errors += distance(q.slice(hunk.qa, hunk.qb), p.slice(hunk.pa, hunk.pb));
  }
  let start = index.folded.map[from] as number;
  let end = index.endOf(to - 1);
  if (faithful && !edgesAgree(index, query, start, end, markers)) {
    faithful = false;
    errors += 1;
  }
  if (!faithful) {
    if (query.leftPart === '')
      start -= trailingPart(
        around(index, start, -1),
        index.tree.raw.slice(start, start + 2),
      ).length;
    if (query.rightPart === '')
      end += leadingPart(around(index, end, 1), index.tree.raw.slice(end - 2, end)).length;
  }
  return { faithful, errors, start, end, from, to };
}

function pageBrackets(index: TextIndex, from: number, to: number): Set<number> {
  const units = new Set<number>();
  if (to <= from || to - from > 60_000) return units;
  const start = index.folded.map[from] as number;
  const text = index.tree.raw.slice(start, index.endOf(to - 1));
  for (const span of bracketedNumbers(text)) {
    for (
      let unit = index.unitAt(start + span.start);
      unit < index.unitAt(start + span.end);
      unit += 1
    )
      units.add(unit);
  }
  return units;
}
