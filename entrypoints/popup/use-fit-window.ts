/**
 * On a low screen the browser makes the popup's window lower than its content, and would scroll the whole
 * of it. The popup then takes the window's height instead, so that header and footer stay in sight and
 * only the map scrolls.
 */
import { type RefObject, useEffect } from 'react';

/** A window whose foot is this near to the screen's is as high as it can get; shadows and frames count in. */
const AT_THE_FOOT = 16;

export function useFitWindow(popup: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const main = popup.current;
    if (!main) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    const adjust = () => {
      const foot = screenY + outerHeight;
      // Before that the window is only on its way: the browser lets it grow a few frames after its content.
      const full = foot >= screenTop() + screen.availHeight - AT_THE_FOOT;
      if (full && main.offsetHeight > innerHeight) main.style.maxHeight = `${innerHeight}px`;
      else if (Number.parseFloat(main.style.maxHeight) < innerHeight) main.style.maxHeight = '';
    };
    // Where the window stands is known a little later than its size, and no event tells of it.
    const adjustSoon = () => {
      adjust();
      clearTimeout(again);
      again = setTimeout(adjust, 150);
    };
    const watch = new ResizeObserver(adjustSoon);
    watch.observe(main);
    addEventListener('resize', adjustSoon);
    return () => {
      clearTimeout(again);
      watch.disconnect();
      removeEventListener('resize', adjustSoon);
    };
  }, [popup]);
}

/** `availTop` is in every browser, but not in the standard's types. */
function screenTop(): number {
  return (screen as Screen & { availTop?: number }).availTop ?? 0;
}
