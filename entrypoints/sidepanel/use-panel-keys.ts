/**
 * Keys that hold in the whole panel: `/` to the search, `s` to the paper's place, `u` (or Ctrl+Z) to take back. Off
 * while the reader types or is in a menu.
 */
import { useEffect, useRef } from 'react';

export function usePanelKeys(does: {
  onFilter: () => void;
  onPlace: () => void;
  onUndo: () => boolean;
}): void {
  const latest = useRef(does);
  latest.current = does;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.isComposing) return;
      if (
        (event.target as Element).closest('input, textarea, select, [role="menu"], [role="dialog"]')
      )
        return;
      const chord = event.ctrlKey || event.metaKey;
      if (event.key === '/' && !chord) latest.current.onFilter();
      else if (event.key === 's' && !chord) latest.current.onPlace();
      else if (event.key === (chord ? 'z' : 'u') && !event.shiftKey) {
        if (!latest.current.onUndo()) return;
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
