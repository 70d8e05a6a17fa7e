/** Brings a passage into sight: in the middle, whatever scrolls around it and however long its paragraph. */
import * as dom from '../../../lib/dom';
import { boundsOf } from '../../../lib/paint';
import { unfold } from './unfold';

/** A passage nearer than this to the viewport's edge is brought to the middle. */
const COMFORT_PX = 90;
/** Below most fixed headers. */
const TOP_PX = 64;
/** In a low window a header takes no more than this share of it. */
const TOP_SHARE = 0.1;

export function reveal(range: Range): void {
  const at = range.startContainer;
  const element = dom.nodeType(at) === Node.ELEMENT_NODE ? (at as Element) : dom.parentElement(at);
  const inner = dom.ownerDocument(element)?.defaultView;
  if (!element || !inner) return;
  unfold(element);
  if (!inComfort(boundsOf(range), window) || !inSight(range, inner)) {
    dom.scrollIntoView(element, { block: 'center', behavior: 'instant' });
    // In a paragraph longer than the window the passage may still be out of sight.
    if (inner !== window && !inSight(range, inner)) bringUp(range.getBoundingClientRect(), inner);
    if (!inComfort(boundsOf(range), window)) bringUp(boundsOf(range), window);
  }
  makeRoom(range);
}

function bringUp({ top }: DOMRect, view: Window): void {
  view.scrollBy({ top: top - view.innerHeight / 3, behavior: 'instant' });
}

/** Does a passage's beginning stand within its own document's viewport? In a frame that is a part of the page's. */
function inSight(range: Range, view: Window): boolean {
  const { top, bottom } = range.getBoundingClientRect();
  return top >= 0 && Math.min(bottom, top + COMFORT_PX) <= view.innerHeight;
}

/** In a small window the middle leaves no room for the toolbar on either side: then below. */
function makeRoom(range: Range): void {
  const room = innerWidth <= 520 ? 400 : 250;
  const { top, bottom } = boundsOf(range);
  if (top >= room || innerHeight - bottom >= room) return;
  scrollBy({ top: top - Math.min(TOP_PX, innerHeight * TOP_SHARE), behavior: 'instant' });
}

function inComfort({ top, bottom, height }: DOMRect, view: Window): boolean {
  if (top < COMFORT_PX) return false;
  // Of a passage longer than the window, its beginning is what must be seen.
  const last = height > view.innerHeight - 2 * COMFORT_PX ? top + COMFORT_PX : bottom;
  return last <= view.innerHeight - COMFORT_PX;
}
