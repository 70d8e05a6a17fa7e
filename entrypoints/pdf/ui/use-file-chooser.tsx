/** Choosing a file of the reader's own, for all who offer it: the bar, the card where there is no file, and a key. */
import { type ReactNode, useRef } from 'react';

/**
 * @param onFile is given what was chosen
 * @returns the field, which is not seen, and what opens the browser's window for it
 */
export function useFileChooser(onFile: (file: File | undefined) => void): {
  field: ReactNode;
  choose: () => void;
} {
  const input = useRef<HTMLInputElement>(null);
  const field = (
    <input
      ref={input}
      type="file"
      accept="application/pdf,.pdf"
      aria-label="PDF file"
      hidden
      onChange={({ target }) => {
        onFile(target.files?.[0]);
        // The same file may be chosen once more: it may have changed since.
        target.value = '';
      }}
    />
  );
  return { field, choose: () => input.current?.click() };
}
