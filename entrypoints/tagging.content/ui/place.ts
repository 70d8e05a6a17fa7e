/** Keeps the toolbar beside the chosen statement: above or below it, within the viewport, never over it. */
import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';

const EDGE = 8;

/** Places `box` by `range` and follows scrolling, zooming and page changes. Returns the undo. */
export function placeBeside(box: HTMLElement, range: Range): () => void {
  const anchor = {
    getBoundingClientRect: () => visibleRect(range),
    getClientRects: () => range.getClientRects(),
    contextElement:
      range.startContainer instanceof Element
        ? range.startContainer
        : (range.startContainer.parentElement ?? undefined),
  };
  const place = async () => {
    const { x, y, placement } = await computePosition(anchor, box, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(EDGE),
        flip({ padding: EDGE, fallbackPlacements: ['top-start'] }),
        shift({ padding: EDGE }),
      ],
    });
    box.dataset.placement = placement;
    box.style.left = `${Math.round(x)}px`;
    box.style.top = `${Math.round(y)}px`;
  };
  return autoUpdate(anchor, box, place, { animationFrame: false });
}

/**
 * The part of the statement that is on screen. One that fills the whole viewport leaves no room above or
 * below: then its last visible line is what the toolbar stands beside.
 */
function visibleRect(range: Range): DOMRect {
  const rect = range.getBoundingClientRect();
  const top = Math.max(rect.top, 0);
  const bottom = Math.min(rect.bottom, innerHeight);
  const room = Math.max(top, innerHeight - bottom);
  if (room > 220 || bottom <= top) return rect;
  return new DOMRect(
    rect.left,
    rect.top,
    rect.width,
    Math.min(rect.height, innerHeight - 240 - rect.top),
  );
}
