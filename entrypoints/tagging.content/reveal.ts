/** Brings a passage into sight: in the middle, whatever scrolls around it and however long its paragraph. */
import { boundsOf } from '../../lib/paint';

/** A passage nearer than this to the viewport's edge is brought to the middle. */
const COMFORT_PX = 90;

export function reveal(range: Range): void {
  const at = range.startContainer;
  const element = at instanceof Element ? at : at.parentElement;
  // Where the page itself is a frame of another, its own viewport is what counts.
  const view = element && window;
  if (!element || !view) return;
  if (!inComfort(range, view)) {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    // In a paragraph longer than the window the passage may still be out of sight.
    const { top } = boundsOf(range);
    if (!inComfort(range, view))
      view.scrollBy({ top: top - view.innerHeight / 3, behavior: 'instant' });
  }
  makeRoom(range, view);
}

/** In a small window the middle leaves no room for the toolbar on either side: then below. */
function makeRoom(range: Range, view: Window): void {
  const room = view.innerWidth <= 520 ? 330 : 210;
  const { top, bottom } = boundsOf(range);
  if (top >= room || view.innerHeight - bottom >= room) return;
  view.scrollBy({ top: top - TOP_PX, behavior: 'instant' });
}

/** Below most fixed headers. */
const TOP_PX = 64;

function inComfort(range: Range, view: Window): boolean {
  const { top, bottom, height } = boundsOf(range);
  if (top < COMFORT_PX) return false;
  // Of a passage longer than the window, its beginning is what must be seen.
  const last = height > view.innerHeight - 2 * COMFORT_PX ? top + COMFORT_PX : bottom;
  return last <= view.innerHeight - COMFORT_PX;
}
