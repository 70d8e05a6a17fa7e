/** Copies of a quote that a citation marker or a piece of furniture interrupts, or that lost a marker. */

import { edgesAgree, numbersAgree } from '../compare/edges';
import { citesAlike } from '../compare/renumbered';
import { furnitureEnd } from '../furniture/furniture';
import type { Markers } from '../furniture/markers';
import { SEPARATOR } from '../text/fold';
import { GRAM } from '../text/grams';
import type { TextIndex } from '../text/text-index';
import { walk } from '../text/walk';
import { score } from './context';
import type { Place } from './context-support';
import type { Query } from './query';

/** Copies of a quote's first units, or of the context in front of it, from which the quote is read. */
const MAX_STARTS = 48;

/** The copies, each read unit for unit from where the quote may begin. */
export function interrupted(index: TextIndex, markers: Markers, query: Query): Place[] {
  const page = index.folded.text;
  const { text } = query.folded;
  const places: Place[] = [];
  const starts = new Set<number>();
  const heads = index.grams.occurrences(
    text.slice(0, Math.max(GRAM, Math.min(12, text.length - 1))),
    MAX_STARTS,
  );
  if (text.length > GRAM) for (const at of heads) starts.add(at);
  const anchor = query.context.prefix.slice(-16);
  if (anchor.length >= 8) {
    for (const at of index.grams.occurrences(anchor, MAX_STARTS)) {
      const from = at + anchor.length;
      for (const start of [from, furnitureEnd(index, from)]) {
        if (page[start] === text[0]) starts.add(start);
      }
    }
  }
  for (const from of starts) {
    if (page.startsWith(text, from)) continue;
    const found = walk(index, query, markers, from);
    if (!found || page.slice(from, found.end).includes(SEPARATOR)) continue;
    if (!citesAlike(index, query, markers, found.skipped)) continue;
    const start = index.folded.map[from] as number;
    const end = index.endOf(found.end - 1);
    if (!edgesAgree(index, query, start, end, markers)) continue;
    if (!numbersAgree(index, query, start, end, markers, found.skipped)) continue;
    places.push({
      faithful: true,
      errors: 0,
      start,
      end,
      context: score(query.context, page, from, found.end),
    });
  }
  return places;
}
