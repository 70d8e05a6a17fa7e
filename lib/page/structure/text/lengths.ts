/** How long an element's text is, counted no further than is asked. */
import * as dom from '../../../dom';

const TEXT_AND_CDATA = 12;

/** How many units the element's text has, white space too; stops counting as soon as it has `enough`. */
export function lengthUpTo(el: Element, enough: number): number {
  const walker = (dom.ownerDocument(el) as Document).createTreeWalker(el, TEXT_AND_CDATA);
  let length = 0;
  while (length < enough && walker.nextNode()) length += (walker.currentNode as Text).length;
  return length;
}

/** True when the element's text has at least so many units, white space too. */
export function holdsAtLeast(el: Element, length: number): boolean {
  return lengthUpTo(el, length) >= length;
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
