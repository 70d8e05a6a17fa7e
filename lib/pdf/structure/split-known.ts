/**
 * Blocks whose first line is a heading that everybody knows ("Results") and whose next line is another heading in the same
 * letters, and blocks whose first line has room for the next word: nothing else shows that there are two.
 */
import { ANOTHER_SIZE, type Block } from '../layout/blocks';
import { type BodyStyle, isBelow } from '../layout/body-style';
import type { Line } from '../layout/line';
import { BREAK } from '../text/words';
import { isKnownHeading } from './known-headings';

/** Headings one below the other have so few lines together. */
const MOST_LINES = 4;

/** Lines that begin at one place differ by less, in parts of their size. */
const ALIGNED = 0.2;
/** A blank, and what a line may leave, in parts of the size. */
const ROOM = 1.5;

/** A title is larger, in parts of the size of the text. */
const LARGEST = 1.3;
/** So much of a line of running text is in its fonts. */
const PLAIN = 0.8;

/** Whether running text is right below a block that is about as large. */
function headsText(block: Block, next: Block | undefined, body: BodyStyle): boolean {
  const [last, below] = [block.lines.at(-1), next?.lines[0]];
  return (
    block.kind === 'text' &&
    next?.kind === 'text' &&
    block.size < LARGEST * body.size &&
    last !== undefined &&
    below !== undefined &&
    isBelow(last, below) &&
    body.plainShare(below) > PLAIN &&
    Math.abs(below.size - body.size) < ANOTHER_SIZE * body.size
  );
}

/** Whether a line ends though the first word of the next one would have found room on it: its heading ends. */
function endsEarly(line: Line, next: Line): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < ALIGNED * line.size;
  if (!/^[\p{Lu}\d]/u.test(next.text) || BREAK.test(line.text)) return false;
  if (!near(line.x0, next.x0) || !near(line.x0, line.left)) return false;
  const word = (/^\S+/.exec(next.text)?.[0].length ?? 0) / Math.max(1, next.text.length);
  return line.x1 + word * (next.x1 - next.x0) + ROOM * line.size < line.right;
}

/** The blocks, with such headings in blocks of their own. */
export function splitKnown(blocks: readonly Block[], body: BodyStyle): Block[] {
  return blocks.flatMap((block, index) => {
    const [first, ...rest] = block.lines;
    const [second] = rest;
    if (!first || !second || block.lines.length > MOST_LINES) return [block];
    if (body.isPlain(block.font, block.size) && block.size <= body.size) return [block];
    // Small capitals are small letters for a machine.
    const opens = block.size > body.size ? /^[\p{L}\d]/u : /^[\p{Lu}\d]/u;
    if (!opens.test(second.text)) return [block];
    const pair = endsEarly(first, second) && headsText(block, blocks[index + 1], body);
    if (!isKnownHeading(first.text) && !pair) return [block];
    return [
      { ...block, lines: [first] },
      { ...block, lines: rest },
    ];
  });
}
