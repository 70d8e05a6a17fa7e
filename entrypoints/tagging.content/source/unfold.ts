/** Opens what a page keeps folded around a passage, as the browser's own search in the page does. */
import * as dom from '../../../lib/dom';

/** The value of `hidden` for what is shown as soon as it is found. */
const UNTIL_FOUND = 'until-found';

export function unfold(from: Element): void {
  let inside: Element | null = null;
  for (let at: Element | null = from; at; at = around(at)) {
    // The line that is always seen opens nothing.
    const isTitle = inside !== null && dom.localName(inside) === 'summary';
    if (dom.localName(at) === 'details' && !isTitle && !dom.hasAttribute(at, 'open'))
      dom.setAttribute(at, 'open', '');
    if (dom.getAttribute(at, 'hidden') === UNTIL_FOUND) {
      // Pages that keep an account of what is open listen to it.
      dom.dispatchEvent(at, new Event('beforematch', { bubbles: true }));
      dom.removeAttribute(at, 'hidden');
    }
    inside = at;
  }
}

/** The element around another, out of shadow roots as well. */
function around(element: Element): Element | null {
  const root = dom.getRootNode(element);
  return dom.parentElement(element) ?? (dom.isShadowRoot(root) ? root.host : null);
}
