/** Keeps a card beside a passage of the page: above or below it, within the viewport, never over it. */
import { computePosition, flip, offset, shift } from '@floating-ui/dom';
import { type RefObject, useLayoutEffect } from 'react';
import type { Box } from '@/lib/messaging';
import type { BarClient } from '../client';
import { docked } from '../connect';

const EDGE = 8;

/**
 * What a card is placed by. `current`: the chosen statement. `read-on`: the same, of which the lines below are read next.
 * `card`: what is pointed at, off the toolbar.
 */
export type Beside = 'current' | 'read-on' | 'card';

/**
 * Places a card beside the passage that the script names, off the corner where messages appear if there is
 * room, and follows it, the window and the card's own size.
 */
export function usePlaceBeside(
  ref: RefObject<HTMLElement | null>,
  client: BarClient,
  beside: Beside,
): void {
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box || docked) return;
    const app = box.parentElement;
    const corner = beside === 'card' ? null : (app?.querySelector<HTMLElement>('.corner') ?? null);
    const toolbar = beside === 'card' ? (app?.querySelector('.toolbar') ?? null) : null;
    const place = () => {
      const at = client.anchors()[beside === 'card' ? 'card' : 'current'];
      // Until the script has said where the passage is, the card would be drawn in the wrong place.
      box.style.visibility = at ? '' : 'hidden';
      if (!at) return;
      if (beside === 'read-on') placeToReadOn(box, at, corner);
      else void placeBeside(box, at, corner).then(() => toolbar && keepOff(box, at, toolbar));
    };
    place();
    const sizes = new ResizeObserver(place);
    for (const part of [box, corner, toolbar]) if (part) sizes.observe(part);
    addEventListener('resize', place);
    const unfollow = client.follow(place);
    return () => {
      unfollow();
      sizes.disconnect();
      removeEventListener('resize', place);
      if (corner) delete corner.dataset.side;
    };
  }, [ref, client, beside]);
}

async function placeBeside(box: HTMLElement, at: Box, corner: HTMLElement | null): Promise<void> {
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
  put(box, x, y);
  moveCornerOff(box, corner);
}

function put(box: HTMLElement, x: number, y: number): void {
  box.style.left = `${Math.round(x)}px`;
  box.style.top = `${Math.round(y)}px`;
}

/** Messages never lie on the toolbar: where it needs their corner, they appear at the top. */
function moveCornerOff(box: HTMLElement, corner: HTMLElement | null): void {
  if (!corner) return;
  const { top, bottom, right } = box.getBoundingClientRect();
  const { left, height } = corner.getBoundingClientRect();
  const meets = bottom > innerHeight - height - 2 * EDGE && right > left;
  const hasRoom = top > height + 3 * EDGE;
  if (meets && hasRoom) corner.dataset.side = 'top';
  else delete corner.dataset.side;
}

/**
 * After a save the reader reads on: above the statement, and where there is no room above it, in the corner. It scrolls
 * out of sight with the statement.
 */
function placeToReadOn(box: HTMLElement, at: Box, corner: HTMLElement | null): void {
  const { offsetWidth: width, offsetHeight: height } = box;
  const isGone = at.y + at.height < 0 || at.y > innerHeight;
  const above = at.y - height - EDGE;
  const taken = corner?.getBoundingClientRect();
  if (corner) delete corner.dataset.side;
  if (isGone || above >= EDGE) {
    box.dataset.placement = 'top-start';
    put(
      box,
      Math.max(EDGE, Math.min(at.x, innerWidth - width - EDGE)),
      isGone ? OUT_OF_SIGHT : above,
    );
    return;
  }
  box.dataset.placement = 'corner';
  const foot = (taken?.height ? taken.top : innerHeight) - EDGE;
  put(box, innerWidth - width - CORNER_EDGE, Math.max(EDGE, foot - height));
}

/** As far from the window's edge as the corner is. */
const CORNER_EDGE = 16;
const OUT_OF_SIGHT = -10_000;

/** A card that would lie on the toolbar goes to the other side of what is pointed at, or beyond the toolbar. */
function keepOff(box: HTMLElement, at: Box, toolbar: Element): void {
  const { width, height, left: x, top } = box.getBoundingClientRect();
  const bar = toolbar.getBoundingClientRect();
  const isOff = (y: number) =>
    y + height <= bar.top || y >= bar.bottom || x + width <= bar.left || x >= bar.right;
  const isFree = (y: number) =>
    isOff(y) &&
    y >= EDGE &&
    y + height <= innerHeight - EDGE &&
    (y + height <= at.y || y >= at.y + at.height);
  const tried = [
    ...[top, at.y + at.height + EDGE, at.y - height - EDGE],
    ...[bar.bottom + EDGE, bar.top - height - EDGE],
  ];
  // If only one of them fits, the reader works with the toolbar.
  put(box, x, tried.find(isFree) ?? OUT_OF_SIGHT);
}

/**
 * How much of the window's foot the corner takes away from a box that begins where the statement does. Nothing
 * where the box has no room above the statement: beneath a message it can be seen, outside the window it cannot.
 */
function heightTaken(box: HTMLElement, at: Box, corner: HTMLElement | null): number {
  const taken = corner?.getBoundingClientRect();
  if (!taken?.height || at.y < box.offsetHeight + 2 * EDGE) return 0;
  const left = Math.min(at.x, innerWidth - box.offsetWidth - EDGE);
  const foot =
    corner?.dataset.side === 'top' ? taken.height + CORNER_EDGE : innerHeight - taken.top;
  return left + box.offsetWidth <= taken.left ? 0 : foot;
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
