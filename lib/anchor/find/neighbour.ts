/**
 * Sentences beside a quote that look like it. When the quote is deleted they close the gap, and are in a part of its
 * context: what was before the quote is followed by its suffix, what was behind it follows its prefix.
 */
import type { Context } from './context';
import type { Query } from './query';

/** Folded units of the context next to the quote that tell which text a place is. */
const TELLING = 24;
/** Shorter context, and shorter stretches of it, are in a near-copy by chance. */
const SHORTEST = 12;
/** Folded units that may be between two copies in a row: a stop, a bar. */
const BETWEEN = 3;

/** Whether `part` is on the page so that it overlaps [from, to) in more than a few units. */
function overlaps(part: string, page: string, from: number, to: number): boolean {
  if (part.length < SHORTEST) return false;
  const first = Math.max(0, from - part.length + SHORTEST);
  const at = page.slice(first, to - SHORTEST + part.length).indexOf(part);
  return at >= 0;
}

/** Whether the near-copy at [from, to) of the page is text that was before the quote, or behind it. */
export function isNeighbour(
  { context, folded }: Query,
  page: string,
  from: number,
  to: number,
): boolean {
  const { prefix, suffix } = context;
  return [prefix.slice(-TELLING), suffix.slice(0, TELLING)].some(
    (part) => !folded.text.includes(part) && overlaps(part, page, from, to),
  );
}

/** Whether context ends with the end of the quote: another copy of it is right before. */
function endsAlike(text: string, context: string): boolean {
  for (let between = 0; between <= BETWEEN; between += 1) {
    const rest = context.slice(0, context.length - between);
    const length = Math.min(rest.length, text.length);
    if (length >= SHORTEST && rest.endsWith(text.slice(-length))) return true;
  }
  return false;
}

function beginsAlike(text: string, context: string): boolean {
  for (let between = 0; between <= BETWEEN; between += 1) {
    const rest = context.slice(between);
    const length = Math.min(rest.length, text.length);
    if (length >= SHORTEST && rest.startsWith(text.slice(0, length))) return true;
  }
  return false;
}

/** Whether copies of the quote were right beside it: when one of such a row is gone, the rest closes up, and none is known to be the quote. */
export function isInRow(text: string, { prefix, suffix }: Context): boolean {
  return endsAlike(text, prefix) || beginsAlike(text, suffix);
}
