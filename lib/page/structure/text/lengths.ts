/** How long an element's text is, counted no further than is asked. */
import * as dom from '../../../dom';

const TEXT_AND_CDATA = 12;

/** True when the element's text has at least so many units, white space too; stops counting as soon as it has. */
export function holdsAtLeast(el: Element, length: number): boolean {
  const walker = (dom.ownerDocument(el) as Document).createTreeWalker(el, TEXT_AND_CDATA);
  let left = length;
  while (left > 0 && walker.nextNode()) left -= (walker.currentNode as Text).length;
  return left <= 0;
}

/** True when the element's text, white space aside, has at most `limit` letters; stops counting as soon as not. */
export function hasAtMostChars(el: Element, limit: number): boolean {
  const walker = (dom.ownerDocument(el) as Document).createTreeWalker(el, 4);
  let length = 0;
  for (let n = walker.nextNode() as Text | null; n; n = walker.nextNode() as Text | null) {
    length += n.data.trim().length;
    if (length > limit) return false;
  }
  return true;
}
