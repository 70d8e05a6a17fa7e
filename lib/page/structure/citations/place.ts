/** A place of a text that cites. */
import type { CitationStyle } from '../../types';

export interface Place {
  start: number;
  end: number;
  /** Places in the list of references, in the order meant. */
  refs: number[];
  style: CitationStyle;
}

/** Does one of some stretches of a text share a part with another? */
export const isTaken = (
  taken: readonly { start: number; end: number }[],
  from: number,
  to: number,
): boolean => taken.some((t) => t.start < to && t.end > from);
