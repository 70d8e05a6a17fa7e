/** Shadow roots of the page as an extension may see them: closed ones too. */

import * as dom from '../../../lib/dom';

interface Opener {
  openOrClosedShadowRoot?(element: Element): ShadowRoot | null;
}

/** The shadow root of an element, open or closed; null for none, undefined where the browser does not show it. */
export function shadowOf(element: Element): ShadowRoot | null | undefined {
  const own = dom.openOrClosedShadowRoot(element);
  if (own !== undefined) return own;
  const { dom: opener } = (globalThis as { chrome?: { dom?: Opener } }).chrome ?? {};
  if (opener?.openOrClosedShadowRoot && element instanceof HTMLElement)
    try {
      return opener.openOrClosedShadowRoot(element);
    } catch {
      // The extension was reloaded under this script: its interfaces are gone, what is open can still be read.
    }
  return dom.shadowRoot(element) ?? (opener ? null : undefined);
}

/** What really has the focus: in shadow roots and frames of the same origin, the element inside. */
export function focusedElement(doc: Document): Element | null {
  let active = doc.activeElement;
  for (let depth = 0; active && depth < MOST_DEEP; depth += 1) {
    const inside: Element | null | undefined =
      shadowOf(active)?.activeElement ?? frameDocument(active)?.activeElement;
    if (!inside) return active;
    active = inside;
  }
  return active;
}

const MOST_DEEP = 50;

const SHOWS_DOCUMENT = /^(?:iframe|frame|object)$/;

function frameDocument(element: Element): Document | null {
  if (!SHOWS_DOCUMENT.test(dom.localName(element))) return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}
