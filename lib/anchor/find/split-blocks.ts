/**
 * A quote whose blocks no longer stand in one stretch: columns, floats and notes are put elsewhere, two
 * paragraphs have changed places. Each piece must stand on the page word for word, once, and be long enough
 * to be nothing else.
 */
import type { Selectors } from '../../model';
import { judgeCopy } from '../compare/compare';
import { furnitureEnd } from '../furniture/furniture';
import type { Markers } from '../furniture/markers';
import type { TextIndex } from '../text/text-index';
import { markerEnd } from '../text/walk';
import { prepare, type Query } from './query';

/** Folded units of the shortest piece. */
const SHORTEST = 32;
const MOST = 40;

export interface Piece {
  /** Offsets in the page's text. */
  start: number;
  end: number;
}

export interface Pieces {
  /** In the order of the quote. */
  pieces: Piece[];
  /** Whether they stand in that order on the page too. */
  inOrder: boolean;
  /**
   * Whether they say what the quote said: nothing but furniture stands between them, and those that moved
   * are whole sentences. Prose between them may take back what they say.
   */
  whole: boolean;
  /** What a reader sees of the pieces, in the order of the quote, and of prose that came between them. */
  shown: string;
  /** Prose that stands between two of them that are neighbours on the page. */
  prose: string;
}

/** Characters of prose between two pieces that are told; more is an ellipsis. */
const TOLD = 2_000;

/**
 * A full stop, but not in "p = 0.05"; a colon or a semicolon leads on to what follows. Markers may stand
 * behind it.
 */
const SENTENCE_END =
  /(?:[!?\u3002\uff01\uff1f]|(?<!\d)\.|\.(?!\d))["'\u2019\u201d)\]]*\s?\[?[\d,\s\u2013-]*\]?$/;

function endsSentence(text: string): boolean {
  // The end only: a quote may hold thousands of blanks, and a regular expression would try them all.
  return SENTENCE_END.test(text.trimEnd().slice(-40));
}

/** Whether nothing but furniture and citation markers stands between two offsets of the page's text. */
function onlyFurniture(index: TextIndex, markers: Markers, from: number, to: number): boolean {
  const last = index.unitAt(to);
  let unit = index.unitAt(from);
  while (unit < last) {
    const next = Math.max(furnitureEnd(index, unit), markerEnd(index, markers, unit));
    if (next <= unit) return false;
    unit = next;
  }
  return unit === last;
}

/** The quote cut at its block edges into pieces that are long enough. */
function cut({ quote, asides = [] }: Selectors, joints: readonly number[]): Selectors[] {
  const parts: Selectors[] = [];
  let from = 0;
  const ends = [...joints, quote.exact.length];
  ends.forEach((end, i) => {
    const left = quote.exact.length - end;
    const long = quote.exact.slice(from, end).replace(/\s/g, '').length >= SHORTEST;
    if (!long || (i < ends.length - 1 && left < SHORTEST)) return;
    parts.push({
      quote: {
        type: 'TextQuoteSelector',
        exact: quote.exact.slice(from, end),
        prefix: '',
        suffix: '',
      },
      asides: asides
        .filter((aside) => aside.start >= from && aside.end <= end)
        .map((aside) => ({ ...aside, start: aside.start - from, end: aside.end - from })),
      joints: joints.filter((at) => at > from && at < end).map((at) => at - from),
      copies: 1,
    });
    from = end;
  });
  return from === quote.exact.length ? parts : [];
}

/** Finds the pieces of a quote that crossed blocks; null unless every one stands there, once and faithful. */
export function findPieces(
  index: TextIndex,
  markers: Markers,
  query: Query,
  selectors: Selectors,
): Pieces | null {
  // Of a quote that had a copy, the pieces may be the copy's.
  if (!query.joints?.length || !query.alone) return null;
  const parts = cut(selectors, query.joints);
  if (parts.length < 2 || parts.length > MOST) return null;
  const pieces: Piece[] = [];
  for (const part of parts) {
    const own = prepare(part, markers);
    const places = index.grams.occurrences(own.folded.text, 2);
    const only = places[0];
    if (places.length !== 1 || only === undefined || own.folded.text.length < SHORTEST) return null;
    const judged = judgeCopy(index, own, only, markers);
    if (!judged.faithful) return null;
    pieces.push({ start: judged.start, end: judged.end });
  }
  const apart = pieces.some((piece, i) =>
    pieces.some((other, j) => j > i && piece.start < other.end && other.start < piece.end),
  );
  if (apart) return null;
  if (pieces.some(({ start }) => index.rootAt(start) !== index.rootAt(pieces[0]?.start ?? 0)))
    return null;
  const onPage = [...pieces].sort((a, b) => a.start - b.start);
  const parted = (a: Piece, b: Piece): boolean => !onlyFurniture(index, markers, a.end, b.start);
  const whole =
    onPage.every((piece, i) => {
      const next = onPage[i + 1];
      return !next || !parted(piece, next);
    }) &&
    pieces.every((piece, i) => {
      const next = pieces[i + 1];
      if (!next || onPage[onPage.indexOf(piece) + 1] === next) return true;
      return endsSentence(parts[i]?.quote.exact ?? '');
    });
  const inOrder = pieces.every((piece, i) => piece === onPage[i]);
  const shown = pieces
    .map((piece, i) => {
      const text = index.readable(piece.start, piece.end).trim();
      const next = pieces[i + 1];
      if (!next) return text;
      if (!inOrder || next.start - piece.end > TOLD) return `${text} \u2026 `;
      const prose = parted(piece, next) ? index.readable(piece.end, next.start).trim() : '';
      return `${text} ${prose} `;
    })
    .join('');
  const prose = onPage
    .map((piece, i) => {
      const next = onPage[i + 1];
      return next && next.start - piece.end <= TOLD && parted(piece, next)
        ? index.readable(piece.end, next.start)
        : '';
    })
    .join(' ');
  return { pieces, inOrder, whole, shown, prose };
}

/**
 * The stretch from the first piece to the last if hardly anything else stands in it, else the longest
 * piece.
 */
export function stretchOf(index: TextIndex, pieces: readonly Piece[]): Piece {
  const start = Math.min(...pieces.map((piece) => piece.start));
  const end = Math.max(...pieces.map((piece) => piece.end));
  const units = (piece: Piece): number => index.unitAt(piece.end) - index.unitAt(piece.start);
  const own = pieces.reduce((sum, piece) => sum + units(piece), 0);
  if (units({ start, end }) <= own * 1.1) return { start, end };
  return [...pieces].sort((a, b) => units(b) - units(a))[0] as Piece;
}
