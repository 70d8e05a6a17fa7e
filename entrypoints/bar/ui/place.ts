/** Keeps a card beside a passage of the page: above or below it, within the viewport, never over it. */
import { computePosition, flip, offset, shift } from '@floating-ui/dom';
import { type RefObject, useLayoutEffect } from 'react';
import type { Box } from '@/lib/messaging';
import type { BarClient } from '../client';
import { docked } from '../connect';

const EDGE = 8;

/**
 * Places a card beside the passage that the script names, off the corner where messages appear if there is
 * room, and follows it, the window and the card's own size.
 */
export function usePlaceBeside(
  ref: RefObject<HTMLElement | null>,
  client: BarClient,
  passage: 'current' | 'card',
): void {
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box || docked) return;
    const corner =
      passage === 'current' ? (box.parentElement?.querySelector('.corner') ?? null) : null;
    const place = () => {
      const at = client.anchors()[passage];
      // Until the script has said where the passage is, the card would be drawn in the wrong place.
      box.style.visibility = at ? '' : 'hidden';
      if (at) void placeBeside(box, at, corner);
    };
    place();
    const sizes = new ResizeObserver(place);
    sizes.observe(box);
    if (corner) sizes.observe(corner);
    addEventListener('resize', place);
    const unfollow = client.follow(place);
    return () => {
      unfollow();
      sizes.disconnect();
      removeEventListener('resize', place);
    };
  }, [ref, client, passage]);
}

async function placeBeside(box: HTMLElement, at: Box, corner: Element | null): Promise<void> {
  const anchor = { getBoundingClientRect: () => roomyRect(at, box.offsetHeight) };
  const { x, y, placement } = await computePosition(anchor, box, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(EDGE),
      flip(() => ({
        padding: { top: EDGE, bottom: EDGE + heightTaken(box, at, corner) },
        fallbackPlacements: ['top-start'],
      })),
      shift({ padding: EDGE }),
    ],
  });
  box.dataset.placement = placement;
  box.style.left = `${Math.round(x)}px`;
  box.style.top = `${Math.round(y)}px`;
}

/**
 * How much of the window's foot the corner takes away from a box that begins where the statement does. Nothing
 * where the box has no room above the statement: beneath a message it can be seen, outside the window it cannot.
 */
function heightTaken(box: HTMLElement, at: Box, corner: Element | null): number {
  const taken = corner?.getBoundingClientRect();
  if (!taken?.height || at.y < box.offsetHeight + 2 * EDGE) return 0;
  const left = Math.min(at.x, innerWidth - box.offsetWidth - EDGE);
  return left + box.offsetWidth <= taken.left ? 0 : innerHeight - taken.top;
}

/**
 * What the toolbar is placed beside: the statement, or where that leaves no room above or below (it fills the
 * window), only as much of it as does, so that at least its beginning stays in sight.
 * @param height of the toolbar, CSS pixels
 */
function roomyRect({ x, y, width, height: tall }: Box, height: number): DOMRect {
  const need = height + 2 * EDGE;
  const bottom = y + tall;
  const offScreen = bottom < 0 || y > innerHeight;
  if (offScreen || y >= need || innerHeight - bottom >= need) return new DOMRect(x, y, width, tall);
  const keep = Math.max(0, innerHeight - need - y);
  return new DOMRect(x, y, width, Math.min(tall, keep));
}
