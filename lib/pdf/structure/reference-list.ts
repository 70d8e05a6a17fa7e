/**
 * Where the reference list is: behind its heading, as long as blocks look alike; what floats in between (figures,
 * tables, running text of another size) is passed over.
 */
import { isReferencesTitle, listTitle } from '../../page/shared';
import type { Block } from '../layout/blocks';
import type { Line } from '../layout/line';
import { median } from '../layout/numbers';
import { lettersOf } from '../layout/runs';
import type { Heading } from './headings';
import { numberedListStart, splitList } from './split-list';

export interface ListLines {
  /** The block of its heading; none where the list has none. */
  heading: Block | null;
  blocks: Block[];
  lines: Line[];
}

/** Sizes of one list differ by less than this part. */
const ANOTHER_SIZE = 0.07;
/** The size of a list is that of its first lines of so many letters: a table above the next column has fewer. */
const FIRST_LINES = 12;
const LETTERS_OF_LINE = 25;

/** The lines before the last heading of references. */
export function linesBeforeList(lines: readonly Line[]): readonly Line[] {
  const at = lines.findLastIndex((line) => isReferencesTitle(line.text.trim()));
  return at > 0 ? lines.slice(0, at) : lines;
}

/** Lines that a heading of references is followed by. */
function listAfter(
  blocks: readonly Block[],
  from: number,
  headings: ReadonlyMap<Block, Heading>,
): ListLines {
  const heading = blocks[from] as Block;
  const following = blocks
    .slice(from + 1)
    .filter((one) => !headings.has(one))
    .flatMap((one) => one.lines);
  const long = following.filter((line) => lettersOf(line.text) >= LETTERS_OF_LINE);
  const size = median(
    (long.length ? long : following).slice(0, FIRST_LINES).map((line) => line.size),
  );
  const own = headings.get(heading);
  const out: ListLines = { heading, blocks: [], lines: [] };
  for (const block of blocks.slice(from + 1)) {
    const title = headings.get(block);
    // The list ends where another section of its rank begins.
    if (title && own && title.level <= own.level && out.lines.length > 0) break;
    if (title && /^(?:appendi|supplement|supporting|figure|table)/i.test(title.title)) break;
    if (block.kind === 'caption' || Math.abs(block.size - size) > ANOTHER_SIZE * size) continue;
    out.blocks.push(block);
    out.lines.push(...block.lines);
  }
  return out;
}

/** The list of references; null where there is none. Of several the longest. */
export function findList(
  blocks: readonly Block[],
  headings: ReadonlyMap<Block, Heading>,
): ListLines | null {
  let best: ListLines | null = null;
  blocks.forEach((block, index) => {
    const title = headings.get(block)?.title;
    if (!title || !(isReferencesTitle(title) || (listTitle(title) === 'notes' && !best))) return;
    const list = listAfter(blocks, index, headings);
    if (
      !best ||
      list.lines.length > best.lines.length ||
      listTitle(headings.get(best.heading as Block)?.title ?? '') === 'notes'
    )
      best = list;
  });
  return best ?? withoutHeading(blocks);
}

/** A list without a heading is in the last part of a paper. */
const LAST_PART = 0.4;
/** Its last reference has so many lines at most. */
const LAST_LINES = 6;

/** A numbered list that no heading announces. */
function withoutHeading(blocks: readonly Block[]): ListLines | null {
  const later = blocks.slice(Math.floor(LAST_PART * blocks.length));
  const all = later.flatMap((block) => block.lines.map((line) => ({ line, block })));
  const from = numberedListStart(all.map(({ line }) => line));
  if (from < 0) return null;
  const entries = splitList(all.slice(from).map(({ line }) => line));
  const length = entries.reduce(
    (sum, { lines }, index) =>
      sum + (index < entries.length - 1 ? lines.length : Math.min(lines.length, LAST_LINES)),
    0,
  );
  const own = all.slice(from, from + length);
  const blocksOfList = [...new Set(own.map(({ block }) => block))];
  return { heading: null, blocks: blocksOfList, lines: own.map(({ line }) => line) };
}
