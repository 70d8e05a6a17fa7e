/**
 * A quote whose blocks no longer stand in one stretch: columns, floats and notes are put elsewhere, two paragraphs have
 * changed places. Each piece must stand on the page word for word, once, and be long enough to be nothing else.
 */
import type { Selectors } from '../model';
import { furnitureEnd } from './furniture';
import { judgeCopy } from './judge';
import type { Markers } from './markers';
import { prepare, type Query } from './query';
import type { TextIndex } from './text-index';

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
  /** Whether every piece is a whole sentence or more, so that no sentence was torn by the move. */
  whole: boolean;
}

const ENDS_SENTENCE =
  /[.!?:;\u3002\uff01\uff1f]["'\u2019\u201d)\]]*(?:\s*\[?[\d,\s\u2013-]*\]?)\s*$/;

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
    const own = prepare(part);
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
  const whole = pieces.every((piece, i) => {
    const next = pieces[i + 1];
    if (!next || ENDS_SENTENCE.test(parts[i]?.quote.exact ?? '')) return true;
    // A sentence that goes on may be parted by furniture only.
    const unit = index.unitAt(piece.end);
    return furnitureEnd(index, unit) === index.unitAt(next.start);
  });
  return { pieces, whole };
}

/** The stretch from the first piece to the last if hardly anything else stands in it, else the longest piece. */
export function stretchOf(index: TextIndex, pieces: readonly Piece[]): Piece {
  const start = Math.min(...pieces.map((piece) => piece.start));
  const end = Math.max(...pieces.map((piece) => piece.end));
  const units = (piece: Piece): number => index.unitAt(piece.end) - index.unitAt(piece.start);
  const own = pieces.reduce((sum, piece) => sum + units(piece), 0);
  if (units({ start, end }) <= own * 1.1) return { start, end };
  return [...pieces].sort((a, b) => units(b) - units(a))[0] as Piece;
}
