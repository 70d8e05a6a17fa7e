/** A list of rows by keyboard: one row is reached by Tab, arrows (or j and k) go from row to row, and a row has keys of its own. */
import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';

/** Rows that a page key goes on by. */
const A_PAGE = 4;

export function useRowFocus<T extends HTMLElement>({
  count,
  reveal,
  does,
}: {
  count: number;
  /** Brings a row into sight, so that it is drawn. */
  reveal: (index: number) => void;
  /** What the other keys do to the row with the focus. */
  does: Readonly<Record<string, (index: number) => void>>;
}) {
  const scroller = useRef<T>(null);
  const [reached, setReached] = useState(0);
  /** The row to focus once it is drawn. */
  const wanted = useRef<number | null>(null);
  const active = Math.max(0, Math.min(reached, count - 1));
  // After every drawing, until the wanted row is there.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(
      `[data-index="${wanted.current}"] [data-row]`,
    );
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  const moveTo = (to: number) => {
    const index = Math.max(0, Math.min(count - 1, to));
    wanted.current = index;
    setReached(index);
    reveal(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const here = indexOf(event.target as Element) ?? active;
    const moves: Record<string, number> = {
      ...{ ArrowDown: here + 1, j: here + 1, ArrowUp: here - 1, k: here - 1 },
      ...{ Home: 0, End: count - 1, PageDown: here + A_PAGE, PageUp: here - A_PAGE },
    };
    const to = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    const act = Object.hasOwn(does, event.key) ? does[event.key] : undefined;
    if (to === undefined && !act) return;
    event.preventDefault();
    if (to !== undefined) moveTo(to);
    // Held down, it would go on to what comes next.
    else if (!event.repeat) act?.(here);
  };
  const onFocus = (event: FocusEvent) => {
    const index = indexOf(event.target);
    if (index !== undefined) setReached(index);
  };
  return { active, scroller, keys: { onKeyDown, onFocus } };
}

/** The index of the row that an element is in. */
function indexOf(element: Element): number | undefined {
  const row = element.closest<HTMLElement>('[data-index]');
  return row ? Number(row.dataset.index) : undefined;
}
