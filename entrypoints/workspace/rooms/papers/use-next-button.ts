/**
 * Where the focus goes when the press of a button takes the button away, with its row or without: to the button that does
 * the same in the row that is in its place now or after it, else to the room's heading.
 */
import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';
import { focusRoom } from '../../Room';

/** The attribute that names what a button of a row does, the same in each row. */
export const DOES = 'data-does';

interface Last {
  control: HTMLElement;
  does: string;
  /** Of its row. */
  index: number;
}

export function useNextButton<T extends HTMLElement>(): {
  /** Of the element whose children are the rows. */
  list: RefObject<T | null>;
  onFocus: (event: FocusEvent) => void;
} {
  const list = useRef<T>(null);
  const last = useRef<Last | null>(null);
  useEffect(() => {
    const { current: was } = last;
    if (!was || was.control.isConnected) return;
    last.current = null;
    if (document.activeElement !== document.body) return;
    const rows = [...(list.current?.children ?? [])].slice(was.index);
    const [next] = rows.flatMap((row) => [
      ...row.querySelectorAll<HTMLElement>(`[${DOES}="${was.does}"]`),
    ]);
    if (next) next.focus();
    else focusRoom();
  });
  const onFocus = ({ target }: FocusEvent) => {
    const row = [...(list.current?.children ?? [])].find((one) => one.contains(target));
    const does = target.getAttribute(DOES);
    last.current =
      row && does && target instanceof HTMLElement
        ? { control: target, does, index: [...(list.current?.children ?? [])].indexOf(row) }
        : null;
  };
  return { list, onFocus };
}
