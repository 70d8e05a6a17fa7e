/**
 * The paper's outline: from what the walk met, the section tree, and the blocks that are the paper's, each with its
 * section.
 */
import * as dom from '../../../dom';
import { boldHeading, isSentenceBlock } from '../text/block-roles';
import { Block, holdsAtLeast, saysAtMost } from '../text/blocks';
import { isProse, mainElement } from '../text/main-text';
import type { Heading, Item } from '../text/walk';
import { isBackMatter, sectionKind } from './section-kind';
import { headingRole, pageTitles, SectionTree } from './sections';

/** Decides on every block's section, and keeps the blocks that are the paper's. */
export function outline(
  doc: Document,
  body: Element,
  items: readonly Item[],
): { blocks: Block[]; sections: SectionTree } {
  const all = items.filter((i): i is Block => i instanceof Block);
  const main = withHeadings(mainElement(body, all), items);
  const titles = pageTitles(doc);
  const tree = new SectionTree();
  const kept: Block[] = [];
  const headings = items.filter(
    (i): i is Heading => 'heading' in i && dom.contains(main, i.element),
  );
  const namedAbstract = headings.some((h) => sectionKind(h.title, true) === 'abstract');
  const flatAbstract = abstractIsFlat(headings, titles);
  let abstractScope: Element | null = null;
  let abstractEdge: Element | null = null;
  let mute: { rank: number; scope: Element } | null = null;
  let firstH1 = true;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    if ('edge' in item) {
      if (item.edge === 'open') abstractEdge ??= item.element;
      else if (abstractEdge === item.element) {
        abstractEdge = null;
        if (tree.isOpenAbstract()) tree.close();
      }
      continue;
    }
    if (!dom.contains(main, item.element)) continue;
    const heading = 'heading' in item ? item : boldHeading(item, items, i, tree, headings.length);
    if (heading) {
      if (mute && heading.rank > mute.rank && dom.contains(mute.scope, heading.element)) continue;
      mute = null;
      const role = headingRole(heading, titles);
      if (
        heading.rank === 1 &&
        firstH1 &&
        role === 'section' &&
        isArticleTitle(heading, headings)
      ) {
        firstH1 = false;
        continue;
      }
      if (role === 'none') continue;
      if (role === 'section') {
        const inAbstract =
          abstractScope !== null
            ? dom.contains(abstractScope, heading.element)
            : flatAbstract !== null &&
              heading.rank > flatAbstract &&
              tree.isOpenAbstract() &&
              sectionKind(heading.title, true) !== 'abstract';
        if (abstractScope && !inAbstract) abstractScope = null;
        const at = tree.add(heading.title, heading.rank, heading.element, inAbstract);
        const section = tree.sections[at];
        if (section?.kind === 'abstract' && section.level === 1)
          abstractScope = scopeOf(heading.element, main);
        continue;
      }
      mute = { rank: heading.rank, scope: parentScope(heading.element) };
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
    if (
      abstractEdge &&
      tree.current() === null &&
      block.kind === 'text' &&
      isProse(block) &&
      !namedAbstract
    ) {
      tree.add('Abstract', 2, null, false);
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

/** Climbs until the abstract and the headings that only papers have are inside. */
function withHeadings(main: Element, items: readonly Item[]): Element {
  let el = main;
  for (const item of items) {
    if ('heading' in item) {
      if (sectionKind(item.title, true) === 'other' && !isBackMatter(item.title)) continue;
    } else if (!('edge' in item && item.edge === 'open')) continue;
    if (dom.contains(el, item.element)) continue;
    let up: Element | null = el;
    for (let n = 0; up && n < 6 && !dom.contains(up, item.element); n++) up = dom.parentElement(up);
    if (up && dom.tagName(up) !== 'HTML' && dom.contains(up, item.element)) el = up;
  }
  return el;
}

/** The abstract's rank when sections of the paper stand beside or above its heading, not all below it. */
function abstractIsFlat(headings: readonly Heading[], titles: readonly string[]): number | null {
  const at = headings.findIndex((h) => sectionKind(h.title, true) === 'abstract');
  const abstract = headings[at];
  if (!abstract) return null;
  const beside = headings
    .slice(at + 1)
    .some(
      (h) =>
        h.rank <= abstract.rank &&
        headingRole(h, titles) === 'section' &&
        /^(introduction|methods|results|discussion)$/.test(sectionKind(h.title)),
    );
  return beside ? abstract.rank : null;
}

/** The first h1 is the article's title when no other h1 follows, or when it is long and names no kind. */
function isArticleTitle(h: Heading, headings: readonly Heading[]): boolean {
  const others = headings.filter((x) => x.rank === 1 && x !== h);
  return sectionKind(h.title, true) === 'other' && (others.length === 0 || headings[0] === h);
}

/** A container with more of the paper's text than this share is the paper. */
const MOST_OF_PAPER = 0.6;

/** The container that a heading opens, when it is not (nearly) the whole paper. */
function scopeOf(heading: Element, main: Element): Element | null {
  const scope = parentScope(heading);
  if (scope === main || dom.contains(scope, main)) return null;
  return holdsAtLeast(main, lengthOf(scope) / MOST_OF_PAPER) ? scope : null;
}

const lengthOf = (el: Element): number => (dom.textContent(el) ?? '').length;

/** The nearest container that says more than the heading. */
function parentScope(heading: Element): Element {
  const length = lengthOf(heading);
  let scope: Element = dom.parentElement(heading) ?? heading;
  while (dom.tagName(scope) !== 'BODY' && saysAtMost(scope, length + 30)) {
    const up = dom.parentElement(scope);
    if (!up) break;
    scope = up;
  }
  return scope;
}
