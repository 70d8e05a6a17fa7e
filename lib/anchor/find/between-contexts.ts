/**
 * The place where the whole context of a quote still stands. Of many copies one may have been edited or taken
 * away; the copies that are left are whole, and none of them is the quote.
 */

import { distance, type Judged } from '../compare/compare';
import { SEPARATOR } from '../text/fold';
import type { TextIndex } from '../text/text-index';
import type { Query } from './query';

/** Units of context that must stand on each side. */
const TELLING = 12;
/** What may have come into the frame beside the quote, in folded units. */
const ROOM = 400;

/** A frame: the page's folded units [from, to) between prefix and suffix; `from` = `to` if nothing is left. */
export interface Frame {
  from: number;
  to: number;
}

/** Frames of the quote on the page, in reading order. */
export function frames(index: TextIndex, { context, folded }: Query): Frame[] {
  const { prefix, suffix } = context;
  if (prefix.length < TELLING || suffix.length < TELLING) return [];
  const ends = index.grams.occurrences(suffix);
  if (ends.length === 0) return [];
  const page = index.folded.text;
  const found: Frame[] = [];
  // Both lists are in reading order.
  let next = 0;
  for (const at of index.grams.occurrences(prefix)) {
    const from = at + prefix.length;
    while (next < ends.length && (ends[next] as number) < from) next += 1;
    const to = ends[next];
    if (to === undefined) break;
    if (to - from > folded.text.length + ROOM) continue;
    if (!page.slice(from, to).includes(SEPARATOR)) found.push({ from, to });
  }
  return found;
}

/** What stands in a frame, as a changed quote. Null for an empty frame. */
export function judgeFrame(index: TextIndex, query: Query, { from, to }: Frame): Judged | null {
  if (from === to) return null;
  const now = index.folded.text.slice(from, to);
  return {
    faithful: false,
    errors: distance(query.folded.text, now),
    start: index.folded.map[from] as number,
    end: index.endOf(to - 1),
  };
}
