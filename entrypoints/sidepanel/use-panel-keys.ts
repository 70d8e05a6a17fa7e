/**
 * Keys that hold in the whole panel: `/` to the search, `s` to the paper's place, `d` for a paper that is done, `u` (or
 * Ctrl+Z) to take back, `?` to the help. Off while the reader types or is in a menu.
 */
import { useEffect, useRef } from 'react';
import { openHelp } from '@/components/page/open-help';
import { commandKey } from '@/components/ui/command-key';

export function usePanelKeys(does: {
  onFilter: () => void;
  onPlace: () => void;
  onDone: () => void;
  onUndo: () => void;
}): void {
  const latest = useRef(does);
  latest.current = does;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const pressed = commandKey(event);
      if (!pressed) return;
      const { key, isChord } = pressed;
      if (key === '/' && !isChord) latest.current.onFilter();
      else if (key === '?' && !isChord) void openHelp('keys');
      else if (key === 's' && !isChord) latest.current.onPlace();
      else if (key === 'd' && !isChord) latest.current.onDone();
      else if (key === (isChord ? 'z' : 'u') && !event.shiftKey) latest.current.onUndo();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
