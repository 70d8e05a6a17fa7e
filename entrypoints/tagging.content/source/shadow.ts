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

interface ComposedSelection {
  getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[];
}

/**
 * What is selected in a document, in a shadow tree of it too; null for nothing. A document names only the element that
 * holds the tree, and no selection in it.
 */
export function selectedRange(doc: Document): Range | null {
  const selection = doc.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const shadowRoots = doc.body ? dom.shadowRootsIn(doc.body) : [];
  const [composed] = shadowRoots.length
    ? ((selection as ComposedSelection).getComposedRanges?.({ shadowRoots }) ?? [])
    : [];
  const inside = composed && !composed.collapsed ? liveRange(composed) : null;
  if (inside) return inside;
  return selection.isCollapsed ? null : selection.getRangeAt(0);
}

/** A selection that goes over the edge of a tree is none that one range can have. */
function liveRange({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
}: StaticRange): Range | null {
  if (dom.getRootNode(startContainer) !== dom.getRootNode(endContainer)) return null;
  const range = (dom.ownerDocument(startContainer) as Document).createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/** The place in the text under a point of a document's viewport, in CSS pixels, in its shadow trees too. */
export function caretAt(doc: Document, x: number, y: number): CaretPosition | null {
  const shadowRoots = doc.body ? dom.shadowRootsIn(doc.body) : [];
  return doc.caretPositionFromPoint?.(x, y, { shadowRoots }) ?? null;
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
