/** The text of an element, white space as it is; null when it is longer than `most` UTF-16 units: no more is read. */
import * as dom from '../../dom';
export function shortText(element: Element, most: number): string | null {
  const walker = dom.ownerDocument(element).createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  while (walker.nextNode()) {
    text += (walker.currentNode as Text).data;
    if (text.length > most) return null;
  }
  return text;
}
