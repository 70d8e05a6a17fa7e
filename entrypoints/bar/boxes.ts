/**
 * Which parts of the viewport the toolbar covers. The frame is as large as the page's viewport, and the script
 * clips it to these parts: everywhere else the page is seen and clicked as if no frame were there.
 */
import type { Box } from '@/lib/messaging';

const COVERING = '.card, .list-mark';

/** Calls `report` with the boxes of everything that is shown, whenever they change, before they are painted. */
export function watchBoxes(root: HTMLElement, report: (boxes: Box[]) => void): void {
  let last = '';
  const sizes = new ResizeObserver(() => look());
  const look = (): void => {
    const parts = [...root.querySelectorAll(COVERING)];
    const boxes = parts.map(boxOf).filter(({ width, height }) => width > 0 && height > 0);
    const now = JSON.stringify(boxes);
    if (now === last) return;
    last = now;
    report(boxes);
  };
  new MutationObserver(() => {
    sizes.disconnect();
    for (const part of root.querySelectorAll(COVERING)) sizes.observe(part);
    look();
  }).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  addEventListener('resize', look);
}

function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left, y: top, width, height };
}
