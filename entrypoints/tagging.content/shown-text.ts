/** What a passage of the page reads: its text without what the page hides in it. */
import * as dom from '../../lib/dom';
import { isAside } from '../../lib/page';

export function shownText(range: Range): string {
  const root = range.commonAncestorContainer;
  const doc = dom.ownerDocument(root);
  if (!doc || dom.nodeType(root) === Node.TEXT_NODE) return range.toString();
  const walker = doc.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!range.intersectsNode(node) || isHidden(node, root)) continue;
    const { data } = node as Text;
    const from = node === range.startContainer ? range.startOffset : 0;
    text += data.slice(from, node === range.endContainer ? range.endOffset : data.length);
  }
  return text;
}

function isHidden(node: Node, root: Node): boolean {
  const parent = dom.parentElement(node);
  if (!dom.checkVisibility(parent, { visibilityProperty: true })) return true;
  for (let at: Element | null = parent; at && at !== root; at = dom.parentElement(at))
    if (isAside(at)) return true;
  return false;
}
