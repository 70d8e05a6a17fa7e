/** Keeps the toolbar beside the chosen statement: above or below it, within the viewport, never over it. */
import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { boundsOf, frameOf } from '../../../lib/paint';

const EDGE = 8;

/**
 * Places `box` by `range`, off the corner where messages appear if there is room, and follows scrolling, zooming
 * and page changes. Returns the undo.
 */
export function placeBeside(box: HTMLElement, range: Range, corner: Element | null): () => void {
  const anchor = {
    getBoundingClientRect: () => roomyRect(range, box.offsetHeight),
    contextElement: contextOf(range),
  };
  const place = async () => {
    const { x, y, placement } = await computePosition(anchor, box, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(EDGE),
        flip(() => ({
          padding: { top: EDGE, bottom: EDGE + heightTaken(box, anchor, corner) },
          fallbackPlacements: ['top-start'],
        })),
        shift({ padding: EDGE }),
      ],
    });
    box.dataset.placement = placement;
    box.style.left = `${Math.round(x)}px`;
    box.style.top = `${Math.round(y)}px`;
  };
  const stop = autoUpdate(anchor, box, place, { animationFrame: false });
  const inner = range.startContainer.ownerDocument?.defaultView;
  const inFrame = inner && inner !== window;
  if (inFrame) inner.addEventListener('scroll', place, { capture: true, passive: true });
  return () => {
    stop();
    if (inFrame) inner.removeEventListener('scroll', place, { capture: true });
  };
}

/**
 * How much of the window's foot the corner takes away from a box that begins where the statement does. Nothing
 * where the box has no room above the statement: beneath a message it can be seen, outside the window it cannot.
 */
function heightTaken(
  box: HTMLElement,
  anchor: { getBoundingClientRect(): DOMRect },
  corner: Element | null,
): number {
  const taken = corner?.getBoundingClientRect();
  const rect = anchor.getBoundingClientRect();
  if (!taken?.height || rect.top < box.offsetHeight + 2 * EDGE) return 0;
  const left = Math.min(rect.left, innerWidth - box.offsetWidth - EDGE);
  return left + box.offsetWidth <= taken.left ? 0 : innerHeight - taken.top;
}

/** What scrolls with a range: its element, or the outermost frame that it stands in. */
function contextOf(range: Range): Element | undefined {
  const node = range.startContainer;
  let element = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement) as Element | null;
  for (let doc = element?.ownerDocument; doc; ) {
    const frame = frameOf(doc);
    if (!frame) break;
    element = frame;
    doc = frame.ownerDocument;
  }
  return element ?? undefined;
}

/**
 * What the toolbar stands beside: the statement, or where that leaves no room above or below (it fills the
 * window), only as much of it as does, so that at least its beginning stays in sight.
 * @param height of the toolbar, CSS pixels
 */
function roomyRect(range: Range, height: number): DOMRect {
  const rect = boundsOf(range);
  const need = height + 2 * EDGE;
  const above = rect.top;
  const below = innerHeight - rect.bottom;
  const offScreen = rect.bottom < 0 || rect.top > innerHeight;
  if (offScreen || above >= need || below >= need) return rect;
  const keep = Math.max(0, innerHeight - need - rect.top);
  return new DOMRect(rect.left, rect.top, rect.width, Math.min(rect.height, keep));
}
