/**
 * A page whose article is in web components, as one tree: an inert copy with every shadow tree in the place of what holds
 * it, so that its headings, sentences and references are read together. The copy knows which node each of its own is of.
 */
import * as dom from '../../dom';
import { Judge } from '../reading/judge';
import { lookAt } from '../reading/look';

/** Shortest text in a shadow tree for which a page is copied, in UTF-16 units; menus and buttons have less. */
const SHORTEST_PROSE = 60;
/** Nodes that are copied between two yields. */
const NODES_A_STEP = 200;
/** What is copied of a page's head, besides its title. */
const HEAD = 'meta,link[rel="canonical" i]';
/** Not text, and heavy; frames would load. */
const LEFT_OUT = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT LINK IFRAME FRAME OBJECT EMBED'.split(' '),
);

export interface Flat {
  doc: Document;
  /** What a node of the copy is of. */
  of(node: Node): Node | undefined;
  /** A range of the copy in the page; where it goes from one tree into another, the part in the first. */
  range(copy: Range): Range;
  /** Blocks of the page that are not shown, and not in the copy. */
  unseen: Element[];
}

function hasProse(root: ShadowRoot): boolean {
  const walker = (dom.ownerDocument(root) as Document).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let n = walker.nextNode() as Text | null; n; n = walker.nextNode() as Text | null)
    if (n.length >= SHORTEST_PROSE && !LEFT_OUT.has(dom.tagName(dom.parentElement(n) ?? root.host)))
      return true;
  return false;
}

/** What is shown in an element, in this order: its shadow tree, or what is put into a slot, or what it holds. */
function shownIn(el: Element): readonly Node[] {
  const root = dom.shadowOfPage(el);
  if (!root && dom.localName(el) === 'slot') {
    const assigned = (el as HTMLSlotElement).assignedNodes();
    if (assigned.length) return assigned;
  }
  const nodes: Node[] = [];
  for (let n = dom.firstChild(root ?? el); n; n = dom.nextSibling(n)) nodes.push(n);
  return nodes;
}

/** The page as one tree; null where no shadow tree has prose, which is nearly everywhere. */
export function* flattened(doc: Document): Generator<void, Flat | null> {
  const { body } = doc;
  if (!body || !dom.shadowRootsIn(body).some(hasProse)) return null;
  yield;
  const copy = doc.implementation.createHTMLDocument(doc.title);
  const base = copy.createElement('base');
  base.href = doc.baseURI;
  copy.head.append(base);
  for (const element of doc.head?.querySelectorAll(HEAD) ?? [])
    copy.head.append(copy.importNode(element, true));
  const language = dom.getAttribute(doc.documentElement, 'lang');
  if (language) dom.setAttribute(copy.documentElement, 'lang', language);
  const originals = new Map<Node, Node>([[copy.body, body]]);
  const unseen: Element[] = [];
  // A tree has styles of its own: what is hidden by its name in one is shown in another.
  const judges = new Map<Node, Judge>();
  const isHidden = (el: Element): boolean => {
    const root = dom.getRootNode(el);
    const judge = judges.get(root) ?? new Judge(doc);
    judges.set(root, judge);
    return judge.of(el, lookAt(el)) === 'hidden';
  };
  const stack: { nodes: readonly Node[]; next: number; into: Node }[] = [
    { nodes: shownIn(body), next: 0, into: copy.body },
  ];
  let steps = 0;
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const node = top.nodes[top.next];
    if (!node) {
      stack.pop();
      continue;
    }
    top.next += 1;
    if (++steps % NODES_A_STEP === 0) yield;
    const isText = dom.nodeType(node) === Node.TEXT_NODE;
    if (!isText && !dom.isElement(node)) continue;
    if (!isText && LEFT_OUT.has(dom.tagName(node as Element))) continue;
    if (!isText && isHidden(node as Element)) {
      unseen.push(node as Element);
      continue;
    }
    const mine = copy.importNode(node, false);
    originals.set(mine, node);
    dom.append(top.into as Element, mine);
    if (!isText) stack.push({ nodes: shownIn(node as Element), next: 0, into: mine });
  }
  const of = (node: Node): Node | undefined => originals.get(node);
  return { doc: copy, of, unseen, range: (range) => inPage(range, of, body) };
}

function inPage(copy: Range, of: (node: Node) => Node | undefined, body: Element): Range {
  const range = (dom.ownerDocument(body) as Document).createRange();
  const { startContainer, startOffset, endContainer, endOffset } = copy;
  const start = of(startContainer) as Node;
  if (dom.nodeType(start) === Node.TEXT_NODE)
    range.setStart(start, Math.min(startOffset, (start as Text).length));
  else {
    const first = dom.childNodes(startContainer)[startOffset];
    range.setStartBefore((first && of(first)) ?? start);
  }
  const root = dom.getRootNode(range.startContainer);
  const walker = (dom.ownerDocument(startContainer) as Document).createTreeWalker(
    copy.commonAncestorContainer,
    NodeFilter.SHOW_TEXT,
  );
  const isText = dom.nodeType(endContainer) === Node.TEXT_NODE;
  const behind = isText ? endContainer : dom.childNodes(endContainer)[endOffset - 1];
  const end = behind && of(behind);
  if (end && dom.getRootNode(end) === root) {
    if (isText) range.setEnd(end, Math.min(endOffset, (end as Text).length));
    else range.setEndAfter(end);
    return range;
  }
  // The last text of the same tree.
  walker.currentNode = startContainer;
  let last = of(startContainer);
  for (let n = walker.nextNode(); n && copy.intersectsNode(n); n = walker.nextNode()) {
    const one = of(n);
    if (one && dom.getRootNode(one) === root) last = one;
  }
  if (last) range.setEndAfter(last);
  return range;
}
