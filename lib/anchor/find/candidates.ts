/** Every place on a page that could be a quote, each judged, and with what its context says. */

import { judgeChain, judgeCopy } from '../compare/compare';
import type { Markers } from '../furniture/markers';
import type { TextIndex } from '../text/text-index';
import { acrossBox } from './beside-box';
import { frames, judgeFrame } from './between-contexts';
import { type ContextScore, score } from './context';
import type { Place } from './context-support';
import { interrupted } from './interrupted';
import { isNeighbour } from './neighbour';
import type { Query } from './query';
import { chains } from './seeds';

/** Shorter quotes are never matched loosely: too much else looks like them. */
export const FUZZY_FROM = 24;
/** A page with more copies than this decides nothing for a quote without context. */
export const MAX_SCORED = 64;
/** Share of a quote that may differ in a `changed` passage, one lump aside. */
const MAX_ERRORS = 0.2;

/** A copy of the folded quote, unit for unit, from folded unit `at`. */
export interface Copy {
  at: number;
  context: ContextScore;
}

/**
 * The places, near-copies among them. `gone`: one of several copies was the quote, and its own place holds
 * something else now.
 */
export function candidates(
  index: TextIndex,
  markers: Markers,
  query: Query,
  copies: readonly Copy[],
): { places: Place[]; gone: boolean } {
  const page = index.folded.text;
  const { length } = query.folded.text;
  const places: Place[] = [...copies]
    .sort((a, b) => b.context.prefix + b.context.suffix - a.context.prefix - a.context.suffix)
    .slice(0, MAX_SCORED)
    .map(({ at }) => {
      const own = score(query.context, page, at, at + length);
      const context = acrossBox(own, query.context, page, at, at + length);
      return { ...judgeCopy(index, query, at, markers), context };
    });
  places.push(...interrupted(index, markers, query));
  if (length >= FUZZY_FROM) addNearCopies(index, markers, query, places);
  return { places, gone: addFramed(index, query, places) };
}

function addNearCopies(index: TextIndex, markers: Markers, query: Query, places: Place[]): void {
  const text = query.folded.text;
  for (const chain of chains(text, index.grams, Math.max(12, text.length * 0.5))) {
    const only = chain.runs[0];
    if (chain.runs.length === 1 && only && only.q1 - only.q0 === text.length) continue;
    const judged = judgeChain(index, query, chain, markers);
    const scattered = judged.errors - (judged.lump ?? 0);
    if (!judged.faithful && scattered > text.length * MAX_ERRORS) continue;
    if (!judged.faithful && isNeighbour(query, index.folded.text, judged.from, judged.to)) continue;
    if (
      places.some((place) => place.start < judged.end && judged.start < place.end && place.faithful)
    )
      continue;
    places.push({
      ...judged,
      context: score(query.context, index.folded.text, judged.from, judged.to),
    });
  }
}

/** Adds what stands within the whole context of one of several copies. Returns whether that is something else. */
function addFramed(index: TextIndex, query: Query, places: Place[]): boolean {
  if (!query.repeated) return false;
  // The quote stands in its whole context: whatever else this frames stood there before.
  if (places.some((place) => place.faithful && place.context.full)) return false;
  let gone = false;
  const { map, text } = index.folded;
  for (const frame of frames(index, query)) {
    const start = map[frame.from] as number;
    const end = map[frame.to] as number;
    if (places.some((place) => place.faithful && place.start < end && start < place.end)) continue;
    const judged = judgeFrame(index, query, frame);
    // A quote that had no copy may have moved whole.
    gone ||= judged !== null || !query.alone;
    if (!judged || judged.errors > query.folded.text.length * MAX_ERRORS) continue;
    if (places.some((place) => place.start < judged.end && judged.start < place.end)) continue;
    places.push({ ...judged, context: score(query.context, text, frame.from, frame.to) });
  }
  return gone;
}
