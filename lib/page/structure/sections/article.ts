/** Which part of the page is the paper: the smallest element that holds nearly all prose, with its abstract. */
import * as dom from '../../../dom';
import { Block } from '../text/blocks';
import type { Item } from '../text/walk';

/** The share of the prose that the paper holds at least; the rest is boxes beside it. */
const NEARLY_ALL = 0.8;

/** The element of `root` that holds the paper. */
export function articleElement(root: Element, items: readonly Item[]): Element {
  const blocks = items.filter((item): item is Block => item instanceof Block);
  return withHeadings(mainElement(root, blocks), items);
}

/** The smallest element with nearly all of the prose; `root` when there is no prose. */
function mainElement(root: Element, blocks: readonly Block[]): Element {
  const weight = new Map<Element, number>();
  let total = 0;
  for (const b of blocks) {
    if (!b.isProse) continue;
    const length = b.text.length;
    total += length;
    for (let el: Element | null = b.element; el; el = dom.parentElement(el)) {
      weight.set(el, (weight.get(el) ?? 0) + length);
      if (el === root) break;
    }
  }
  let main = root;
  for (;;) {
    let next: Element | null = null;
    for (const child of dom.children(main))
      if ((weight.get(child) ?? 0) >= total * NEARLY_ALL) {
        next = child;
        break;
      }
    if (!next || total === 0) return main;
    main = next;
  }
}

/** Climbs until the abstract and the headings that only papers have are inside. */
function withHeadings(main: Element, items: readonly Item[]): Element {
  let el = main;
  for (const item of items) {
    if ('heading' in item) {
      if (item.words.kind === 'other' && !item.words.backMatter) continue;
    } else if (!('edge' in item && item.edge === 'open')) continue;
    if (dom.contains(el, item.element)) continue;
    let up: Element | null = el;
    for (let n = 0; up && n < 6 && !dom.contains(up, item.element); n++) up = dom.parentElement(up);
    if (up && dom.tagName(up) !== 'HTML' && dom.contains(up, item.element)) el = up;
  }
  return el;
}
