/** Whether a quote's only copy on the page is the quote, though no context vouches for it: both neighbours were rewritten. */

import { headingAt } from '../describe';
import type { TextIndex } from '../text/text-index';
import { type Place, total } from './context-support';
import type { Query } from './query';

/** Folded units from which the only copy is taken for the quote, whatever is around it. */
const BY_LENGTH = 32;
/** The same for a copy under the quote's heading: shorter ones are abbreviations and labels. */
const SHORTEST = 6;
/** Agreement (0..2) with its context that makes up for the heading: unlike texts reach about half of it. */
const HALF_KNOWN = 0.9;

/** `place` is the only faithful copy. Short words occur in other texts of the same paper too, such as its abstract. */
export function enoughAlone(index: TextIndex, query: Query, place: Place): boolean {
  const { length } = query.folded.text;
  // Word by word, with nothing stepped over.
  const whole = index.unitAt(place.end) - index.unitAt(place.start) === length;
  // Of a quote that had near-copies, what differs in print may be one of those.
  if (length >= BY_LENGTH) return (query.alone && whole) || !query.repeated;
  if (!query.alone || length < SHORTEST || !whole) return false;
  return headingAt(index, place.start) === query.heading || total(place) >= HALF_KNOWN;
}
