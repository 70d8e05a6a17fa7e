/** What of the page lies over the toolbar. Only elements of the top layer can; they are looked for in shadow roots too. */
import * as dom from '../../../../lib/dom';
import { shadowOf } from '../../source/shadow';

const TOP_LAYER = ':popover-open, :modal, :fullscreen';
/** More elements than this are not searched for shadow roots: what would be found is not worth the pause. */
const MOST_ELEMENTS = 60_000;

/** The elements in a document's top layer, those in shadow roots included. */
export function topLayer(doc: Document): Element[] {
  const found: Element[] = [];
  const search = (root: Document | ShadowRoot): void => {
    found.push(...root.querySelectorAll(TOP_LAYER));
    const all = root.querySelectorAll('*');
    if (all.length > MOST_ELEMENTS) return;
    for (const element of all) {
      const shadow = shadowOf(element);
      if (shadow) search(shadow);
    }
  };
  search(doc);
  return found;
}

/** Elements that show something of their own instead of their children. */
const REPLACED = 'video, img, canvas, iframe, embed, object';

/**
 * Where our element can be used: what is outside a modal dialog (the innermost one) or outside a full screen can
 * be seen above it, but not clicked. Null for a document that has no root element at the moment.
 */
export function homeOf(doc: Document): Element | null {
  const dialog = [...doc.querySelectorAll('dialog:modal')].at(-1);
  const { fullscreenElement: full } = doc;
  if (dialog) return dialog;
  return full && !dom.matches(full, REPLACED) ? full : doc.documentElement;
}

/** Whether an element is shown as itself: not made transparent, hidden or skipped by what it is in. */
export function isDrawn(element: Element): boolean {
  return (
    dom.isConnected(element) &&
    dom.matches(element, ':popover-open') &&
    dom.checkVisibility(element, {
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: true,
    })
  );
}

/** A view transition paints pictures of the page over everything. */
export function inTransition(doc: Document): boolean {
  if ((doc as { activeViewTransition?: unknown }).activeViewTransition) return true;
  try {
    return dom.matches(doc.documentElement, ':active-view-transition');
  } catch {
    // A browser that does not know the selector has no transitions either.
    return false;
  }
}
