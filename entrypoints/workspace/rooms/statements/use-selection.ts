/** Which statements, or papers, are selected: by checkbox, with Shift up to where the last one was, or with `x` in the list. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { commandKey } from '@/components/ui/command-key';

export interface Selection<T> {
  has(id: string): boolean;
  /** Of those that are shown, in their order. */
  lines: readonly T[];
  /** @param through all up to the one that was turned last */
  toggle(id: string, through: boolean): void;
  all(isOn: boolean): void;
}

interface Held {
  ids: ReadonlySet<string>;
  /** The one that was turned last. */
  last: string | null;
}

const NOTHING: Held = { ids: new Set(), last: null };

/** With one turned; with `through` all from the last one to it become as it becomes. */
export function turned(
  { ids, last }: Held,
  shown: readonly string[],
  id: string,
  through: boolean,
): Held {
  const next = new Set(ids);
  const isOn = !ids.has(id);
  const [from, to] = [last === null ? -1 : shown.indexOf(last), shown.indexOf(id)];
  const range =
    through && from >= 0 && to >= 0
      ? shown.slice(Math.min(from, to), Math.max(from, to) + 1)
      : [id];
  for (const one of range) {
    if (isOn) next.add(one);
    else next.delete(one);
  }
  return { ids: next, last: id };
}

/** @param idOf the same function each time */
export function useSelection<T>(shown: readonly T[], idOf: (line: T) => string): Selection<T> {
  const [held, setHeld] = useState(NOTHING);
  const toggle = useCallback(
    (id: string, through: boolean) => setHeld((now) => turned(now, shown.map(idOf), id, through)),
    [shown, idOf],
  );
  const all = useCallback(
    (isOn: boolean) => setHeld(isOn ? { ids: new Set(shown.map(idOf)), last: null } : NOTHING),
    [shown, idOf],
  );
  // What a filter has taken out of sight is not acted on.
  const lines = useMemo(
    () => (held.ids.size ? shown.filter((line) => held.ids.has(idOf(line))) : []),
    [shown, held, idOf],
  );
  return useMemo(
    () => ({ has: (id) => held.ids.has(id), lines, toggle, all }),
    [held, lines, toggle, all],
  );
}

/** The attribute of a row that holds the id of what it shows. */
export const ROW = 'data-line';

/** Keys of the room: `j` and `k` go from row to row, `x` selects, `X` up to here, Escape selects none. */
export function useListKeys<T>({ toggle, all, lines }: Selection<T>): void {
  const any = lines.length > 0;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const pressed = commandKey(event);
      if (!pressed || pressed.isChord) return;
      const row = event.target instanceof Element ? event.target.closest(`[${ROW}]`) : null;
      const id = row?.getAttribute(ROW);
      if (pressed.key === 'j' || pressed.key === 'k') goTo(row, pressed.key === 'j' ? 1 : -1);
      else if (id && (pressed.key === 'x' || pressed.key === 'X')) toggle(id, pressed.key === 'X');
      else if (pressed.key === 'Escape' && any) all(false);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [toggle, all, any]);
}

function goTo(from: Element | null, by: 1 | -1): void {
  const rows = [...document.querySelectorAll(`[${ROW}]`)];
  const next = rows[from ? rows.indexOf(from) + by : 0];
  next?.querySelector<HTMLElement>('input[type=checkbox]')?.focus();
}
