/**
 * Paragraphs of the running text: blocks, joined where one goes on in the next column or on the next page, over figures,
 * tables and notes that lie between.
 */
import type { Block } from '../layout/blocks';
import { ANOTHER_SIZE, ENDS_SENTENCE } from '../layout/blocks';
import { isBelow } from '../layout/body-style';
import type { Line } from '../layout/line';
import { BREAK } from './words';

/** A line that is cut by the end of its column fills so much of it. */
const FULL = 0.85;

/** Whether a block is the rest of the paragraph that another one begins. */
export function goesOn(block: Block, next: Block): boolean {
  const last = block.lines.at(-1) as Line;
  const first = next.lines[0] as Line;
  if (Math.abs(block.size - next.size) > ANOTHER_SIZE * block.size) return false;
  if (BREAK.test(last.text) && /^\p{L}/u.test(first.text)) return true;
  if (ENDS_SENTENCE.test(last.text.trimEnd())) return false;
  const small = /^[\p{Ll}(]/u.test(first.text);
  if (isBelow(last, first)) return small && block.font === next.font;
  const full = last.x1 - last.left >= FULL * (last.right - last.left);
  return full && (small || block.font === next.font);
}
