/** The in-text citations that the page has not linked, found by the style of marker that it uses. */
import type { CitationIndex } from './index-of-references';
import { type MarkerOptions, placesIn } from './markers';
import { type Cited, type Found, superscripts } from './read';

/** So many blocks are read between two yields. */
const BLOCKS_A_STEP = 40;

/**
 * All citations of the blocks, in reading order.
 * @param linked those that the page links
 * @param style  null where links say all
 */
export function* withPatterns<Text extends Cited>(
  blocks: readonly Text[],
  linked: readonly Found<Text>[],
  index: CitationIndex,
  style: MarkerOptions | null,
): Generator<void, readonly Found<Text>[]> {
  if (!style) return linked;
  const byBlock = new Map<Text, Found<Text>[]>();
  for (const one of linked) {
    const mine = byBlock.get(one.block);
    if (mine) mine.push(one);
    else byBlock.set(one.block, [one]);
  }
  const out: Found<Text>[] = [];
  let n = 0;
  for (const block of blocks) {
    const taken = byBlock.get(block) ?? [];
    const sups = style.sups?.length ? superscripts(block) : [];
    const places = placesIn(block.text, index, { ...style, taken, sups });
    const mine = [...taken, ...places.map((place) => ({ block, ...place }))];
    out.push(...mine.sort((x, y) => x.start - y.start));
    if (++n % BLOCKS_A_STEP === 0) yield;
  }
  return out;
}
