/**
 * A box that was put before a quote, or after it: an advertisement, a figure, a note. It parts the quote from one side of
 * its context; the other side is intact, and what was parted is whole on the far side of the box.
 */

import { SEPARATOR } from '../text/fold';
import { type Context, type ContextScore, commonEnd, commonStart } from './context';

/** Folded units of the largest such box: a table of a page, or a box of key points. */
const LARGEST_BOX = 2_000;
/** Shorter text is found beyond a box by chance. */
const TELLING = 12;

/**
 * Whether what is between a place and the rest of its context can be a box: neither the end of a text, nor the place whose
 * context this is, which has the other side of it too. Entries of a list have one side in common.
 */
const isBox = (between: string, otherSide: string): boolean =>
  !between.includes(SEPARATOR) && !between.includes(otherSide);

/** The score of a place whose context is whole, a part of one side of it beyond a box; else the score as it is. */
export function acrossBox(
  score: ContextScore,
  { prefix, suffix }: Context,
  page: string,
  from: number,
  to: number,
): ContextScore {
  if (score.suffix === 1 && score.prefix < 1) {
    const near = commonEnd(prefix, page, from);
    const far = prefix.slice(0, prefix.length - near);
    const window = page.slice(Math.max(0, from - near - LARGEST_BOX - far.length), from - near);
    const at = far.length < TELLING ? -1 : window.lastIndexOf(far);
    if (at >= 0 && isBox(window.slice(at), suffix)) return { ...score, prefix: 1 };
  }
  if (score.prefix === 1 && score.suffix < 1) {
    const near = commonStart(suffix, page, to);
    const far = suffix.slice(near);
    const window = page.slice(to + near, to + near + LARGEST_BOX + far.length);
    const at = far.length < TELLING ? -1 : window.indexOf(far);
    if (at >= 0 && isBox(window.slice(0, at), prefix)) return { ...score, suffix: 1 };
  }
  return score;
}
