/**
 * Blocks whose first line is a heading that everybody knows ("Results") and whose next line is another heading in the same
 * letters: nothing but the words shows that there are two.
 */
import type { Block } from '../layout/blocks';
import type { BodyStyle } from '../layout/body-style';
import { isKnownHeading } from './known-headings';

/** Headings one below the other have so few lines together. */
const MOST_LINES = 4;

/** The blocks, with such headings in blocks of their own. */
export function splitKnown(blocks: readonly Block[], body: BodyStyle): Block[] {
  return blocks.flatMap((block) => {
    const [first, ...rest] = block.lines;
    const [second] = rest;
    if (!first || !second || block.lines.length > MOST_LINES) return [block];
    if (body.isPlain(block.font, block.size) && block.size <= body.size) return [block];
    // Small capitals are small letters for a machine.
    const opens = block.size > body.size ? /^[\p{L}\d]/u : /^[\p{Lu}\d]/u;
    if (!isKnownHeading(first.text) || !opens.test(second.text)) return [block];
    return [
      { ...block, lines: [first] },
      { ...block, lines: rest },
    ];
  });
}
