/** Shadow roots of the page as an extension may see them: closed ones too. */

interface Dom {
  openOrClosedShadowRoot?(element: Element): ShadowRoot | null;
}

/** The shadow root of an element, open or closed; null for none, undefined where the browser does not show it. */
export function shadowOf(element: Element): ShadowRoot | null | undefined {
  const own = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (own !== undefined) return own;
  const { dom } = (globalThis as { chrome?: { dom?: Dom } }).chrome ?? {};
  if (dom?.openOrClosedShadowRoot && element instanceof HTMLElement)
    try {
      return dom.openOrClosedShadowRoot(element);
    } catch {
      // The extension was reloaded under this script: its interfaces are gone, what is open can still be read.
    }
  return element.shadowRoot ?? (dom ? null : undefined);
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

function frameDocument(element: Element): Document | null {
  try {
    return (element as Partial<HTMLIFrameElement>).contentDocument ?? null;
  } catch {
    return null;
  }
}
