/** `g m`, `g s` … go to a room; `/` goes to the search field; `u` and `U` undo and redo; `?` opens the help; `q` copies the quote that has the focus. Off while the reader types. */
import { useEffect, useRef } from 'react';
import { openHelp } from '@/components/page/open-help';
import { COPY_KEY, copyFocused } from '@/components/statement/CopyQuote';
import { commandKey } from '@/components/ui/command-key';
import { carried } from './rooms/statements/facet-ids';
import type { Undoing } from './undo/use-undo';
import { go, parseRoute, ROOMS } from './use-route';

const SECOND_KEY_WITHIN = 1500;

export function useWorkspaceKeys(undoing: Pick<Undoing, 'undo' | 'redo'>): void {
  const latest = useRef(undoing);
  latest.current = undoing;
  useEffect(() => {
    let lastG = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      const pressed = commandKey(event);
      if (!pressed || pressed.isChord) return;
      if (pressed.key === '/') {
        const search = document.querySelector<HTMLInputElement>('input[type="search"]');
        if (!search) return;
        event.preventDefault();
        search.focus();
        return;
      }
      if (pressed.key === '?') {
        void openHelp('keys');
        return;
      }
      if (pressed.key === 'u' || pressed.key === 'U') {
        latest.current[pressed.key === 'u' ? 'undo' : 'redo']();
        return;
      }
      if (pressed.key === COPY_KEY && copyFocused(event.target)) return;
      if (pressed.key === 'g') {
        lastG = event.timeStamp;
        return;
      }
      const room = ROOMS.find(({ key }) => key === pressed.key);
      if (!room || event.timeStamp - lastG > SECOND_KEY_WITHIN) return;
      lastG = Number.NEGATIVE_INFINITY;
      event.preventDefault();
      const { room: here, query } = parseRoute(location.hash);
      go(room.id, carried(here, room.id, query));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
