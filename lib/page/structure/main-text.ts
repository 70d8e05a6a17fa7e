/** Which part of the page is the paper: the smallest element that holds nearly all prose, with its abstract. */
import type { Block } from './blocks';

/** A block counts as prose when it is long and mostly not links. */
export function isProse(block: Block): boolean {
  return block.kind === 'text' && block.text.length >= 80 && block.linked < block.text.length * 0.5;
}

/** The smallest element with at least `share` of the prose; `root` when there is no prose. */
export function mainElement(root: Element, blocks: readonly Block[], share = 0.8): Element {
  const weight = new Map<Element, number>();
  let total = 0;
  for (const b of blocks) {
    if (!isProse(b)) continue;
    const length = b.text.length;
    total += length;
    for (let el: Element | null = b.element; el; el = el.parentElement) {
      weight.set(el, (weight.get(el) ?? 0) + length);
      if (el === root) break;
    }
  }
  let main = root;
  for (;;) {
    let next: Element | null = null;
    for (const child of main.children)
      if ((weight.get(child) ?? 0) >= total * share) {
        next = child;
        break;
      }
    if (!next || total === 0) return main;
    main = next;
  }
}

/**
 * Tells whether an element holds too much of the page's prose to be furniture. Counted in long text nodes
 * outside scripts, with early exit, so that asking for hundreds of small elements stays cheap.
 */
export function bulkTest(doc: Document, elements: ReadonlySet<Element>): (el: Element) => boolean {
  const long = (root: Node, limit: number): number => {
    const walker = doc.createTreeWalker(root, 4);
    let sum = 0;
    for (
      let n = walker.nextNode() as Text | null;
      n && sum < limit;
      n = walker.nextNode() as Text | null
    ) {
      if (n.length < 60) continue;
      const parent = n.parentElement;
      if (!parent || /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION|TITLE|A)$/.test(parent.tagName))
        continue;
      if (elements.size && inReferences(parent, elements)) continue;
      sum += n.length;
    }
    return sum;
  };
  const total = doc.body ? long(doc.body, Number.POSITIVE_INFINITY) : 0;
  const limit = Math.max(400, total * 0.35);
  const known = new WeakMap<Element, boolean>();
  return (el) => {
    if (total < 400) return false;
    let answer = known.get(el);
    if (answer === undefined) {
      answer = long(el, limit) >= limit;
      known.set(el, answer);
    }
    return answer;
  };
}

function inReferences(el: Element, elements: ReadonlySet<Element>): boolean {
  for (let x: Element | null = el, n = 0; x && n < 6; x = x.parentElement, n++)
    if (elements.has(x)) return true;
  return false;
}
