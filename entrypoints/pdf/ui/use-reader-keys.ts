/** The keys of a viewer: another file, search and zoom. Everything else is the browser's, and in tagging mode tagging mode's. */
import { useEffect } from 'react';
import type { PdfView } from '../view/viewer';

export function useReaderKeys(
  view: PdfView | null,
  { find, open }: { find: () => boolean; open: () => void },
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey;
      if (!command || event.altKey) return;
      if (event.key === 'o') open();
      else if (!view) return;
      else if (event.key === 'f') {
        // Before the text has been read the browser's own search is better than none.
        if (!find()) return;
      } else if (event.key === '+' || event.key === '=') view.zoom(1);
      else if (event.key === '-') view.zoom(-1);
      else if (event.key === '0') view.fit('auto');
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
