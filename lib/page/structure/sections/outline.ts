/**
 * The paper's outline: from what the walk met, the section tree, and the blocks that are the paper's, each with its
 * section.
 */
import * as dom from '../../../dom';
import type { Block } from '../text/blocks';
import { isSentenceBlock } from '../text/sentence-block';
import type { Item } from '../text/walk';
import type { PaperHeadings } from './headings';
import { parentScope, scopeOf } from './scope';
import { titleWords } from './section-kind';
import { SectionTree } from './sections';

/**
 * Decides on every block's section, and keeps the blocks that are the paper's.
 * @param main the element that holds the paper
 */
export function outline(
  items: readonly Item[],
  main: Element,
  headings: PaperHeadings,
): { blocks: Block[]; sections: SectionTree } {
  const tree = new SectionTree();
  const kept: Block[] = [];
  let abstractScope: Element | null = null;
  let abstractEdge: Element | null = null;
  let mute: { rank: number; scope: Element } | null = null;
  for (const item of items) {
    if ('edge' in item) {
      if (item.edge === 'open') abstractEdge ??= item.element;
      else if (abstractEdge === item.element) {
        abstractEdge = null;
        if (tree.isOpenAbstract()) tree.close();
      }
      continue;
    }
    if (!dom.contains(main, item.element)) continue;
    const heading = headings.of.get(item);
    if (heading && !(heading.doubtful && !headings.few && tree.current() === null)) {
      if (mute && heading.rank > mute.rank && dom.contains(mute.scope, heading.element)) continue;
      mute = null;
      const { role, words, element } = heading;
      if (role === 'none' || heading === headings.title) continue;
      if (role === 'section') {
        const inAbstract =
          abstractScope !== null
            ? dom.contains(abstractScope, element)
            : headings.flatAbstract !== null &&
              heading.rank > headings.flatAbstract &&
              tree.isOpenAbstract() &&
              words.kind !== 'abstract';
        if (abstractScope && !inAbstract) abstractScope = null;
        const section = tree.add(words, heading.rank, element, inAbstract);
        if (section.kind === 'abstract' && section.level === 1)
          abstractScope = scopeOf(element, main);
        continue;
      }
      mute = { rank: heading.rank, scope: parentScope(element) };
      continue;
    }
    const block = item as Block;
    if (mute) {
      if (dom.contains(mute.scope, block.element)) continue;
      mute = null;
    }
    if (abstractScope && tree.isOpenAbstract() && !dom.contains(abstractScope, block.element)) {
      tree.close();
      abstractScope = null;
    }
    if (abstractEdge && tree.current() === null && block.isProse && !headings.hasAbstract) {
      tree.add(titleWords('Abstract'), 2, null, false);
      abstractScope = abstractEdge;
    }
    if (block.kind === 'text' && !isSentenceBlock(block, tree.current() === null)) {
      if (block.marks.length === 0) continue;
    }
    block.section = tree.current();
    kept.push(block);
  }
  const filled = new Set<number>();
  for (const b of kept) if (b.section !== null && b.text.length >= 40) filled.add(b.section);
  const moved = tree.prune(filled);
  if (moved) for (const b of kept) if (b.section !== null) b.section = moved.get(b.section) ?? null;
  return { blocks: kept, sections: tree };
}
