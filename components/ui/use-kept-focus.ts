/**
 * Where the focus goes when the control that has it is taken out of a list: to the same control of the row that is in
 * its place now, else to the list. Without it a keyboard reader would begin again at the top of the page.
 */
import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

const CONTROLS = 'a[href], button:not(:disabled), input, select, textarea';
/** A menu gives the focus back some frames after its row has gone. */
const FRAMES = 20;

interface Last {
  control: HTMLElement;
  /** Of the row. */
  index: number;
  /** Counted from the row's end, where the controls are that every row has. */
  fromEnd: number;
}

/** @param keys of the rows, in their order; a row's element has `data-index` */
export function useKeptFocus(
  list: RefObject<HTMLElement | null>,
  keys: (index: number) => string | undefined,
): (event: FocusEvent) => void {
  const last = useRef<Last | null>(null);
  useEffect(() => {
    const { current: was } = last;
    if (!was || was.control.isConnected) return;
    let frames = FRAMES;
    let waiting = 0;
    const look = () => {
      if (document.activeElement === document.body) {
        last.current = null;
        if (list.current) focusAgain(list.current, was, keys(was.index));
      } else if (frames-- > 0) waiting = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(waiting);
  });
  return ({ target }) => {
    const row = target.closest<HTMLElement>('[data-index]');
    const index = Number(row?.dataset.index ?? Number.NaN);
    last.current =
      row && keys(index) !== undefined && target instanceof HTMLElement
        ? { control: target, index, fromEnd: controlsOf(row).reverse().indexOf(target) }
        : null;
  };
}

const controlsOf = (row: Element) => [...row.querySelectorAll<HTMLElement>(CONTROLS)];

function focusAgain(list: HTMLElement, was: Last, there: string | undefined): void {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-index]')];
  const row =
    rows.find((one) => Number(one.dataset.index) === was.index) ??
    // The last row went: the one before it is the last now.
    (there === undefined ? rows.at(-1) : undefined);
  const controls = row ? controlsOf(row).reverse() : [];
  const next = controls[Math.min(was.fromEnd, controls.length - 1)];
  // A row that was only scrolled away is not fetched back.
  (next ?? list).focus({ preventScroll: !next });
}
