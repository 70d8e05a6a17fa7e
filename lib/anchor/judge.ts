/**
 * Judges a place: is what stands there the quote (`exact`, `normalised`) or something else (`changed`)?
 * Every difference must be shown harmless; whatever cannot be shown harmless is a change.
 */
import { edgesAgree, numbersAgree, widened } from './edges';
import { isLetterUnit } from './fold';
import { isFurnitureOnly } from './furniture';
import { bracketedNumbers, type Markers } from './markers';
import { isLoosePunctuation, sameAccents } from './print';
import { MAX_JOINTS, type Query } from './query';
import type { Chain, Hunk } from './seeds';
import { hunksOf, trimmed } from './seeds';
import type { TextIndex } from './text-index';

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
      numbersAgree(index, query, start, end, markers));
  return faithful
    ? { faithful, errors: 0, start, end }
    : { faithful, numbers: edges, errors: 1, ...widened(index, query, start, end) };
}

interface Sides {
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
    if (p[hunk.pa] === '-' && hunk.pb > hunk.pa + 1 && betweenLetters(q, hunk.qa, hunk.qb))
      return harmless(sides, { ...hunk, pa: hunk.pa + 1 });
  }
  if (isLoosePunctuation(index, query, hunk)) return true;
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
    // A dash between letters is a hyphen, and comes and goes with line ends.
    return (
      mine.replace('-', '') === '' &&
      theirs.replace('-', '') === '' &&
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
function harmlessSomewhere(sides: Sides, hunk: Hunk): Hunk | null {
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
  const bracketed = pageBrackets(index, from, to + 1);
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
