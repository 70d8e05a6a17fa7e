/** Whether the text around a place vouches for it. */

import type { Judged } from '../compare/compare';
import type { ContextScore } from './context';
import type { Query } from './query';

/** A place that could be the quote. */
export interface Place extends Judged {
  context: ContextScore;
}

/** Agreement with the stored context, 0..2. */
export const total = (place: Place): number => place.context.prefix + place.context.suffix;

/** Context shorter than this says little. */
const TELLING = 12;

/** Agreement with context that is whole but for a unit: entries of a list have neighbours that differ in their numbers only. */
const WHOLE = 1.95;

/** Whether the context vouches for a place on its own. */
export function vouched(place: Place, query: Query): boolean {
  const { prefix, suffix, full } = place.context;
  if (full) return query.context.prefix.length + query.context.suffix.length > 0;
  // Context was grown until no other copy agreed with it this well (`describe`).
  if (query.repeated && !(query.alone && place.faithful)) {
    return prefix + suffix >= (place.faithful ? 1.7 : place.numbers ? WHOLE : 1.8);
  }
  const side = Math.max(
    query.context.prefix.length >= TELLING ? prefix : 0,
    query.context.suffix.length >= TELLING ? suffix : 0,
  );
  if (place.faithful) return prefix + suffix >= 1.3 || side >= 0.85;
  // Nothing on its page nearly said the same (else `repeated`), so a look-alike here is most likely the passage itself;
  // but entries of a list look alike, numbers apart.
  const share = place.errors / query.folded.text.length;
  if (place.numbers) return prefix + suffix >= WHOLE;
  return prefix + suffix >= 1.5 || (share <= 0.12 && side >= 0.9);
}
