/**
 * The text of a field that shows what is stored until it is typed in, so that leaving it never writes back what an undo,
 * another page or an import has replaced meanwhile.
 */
import { useRef, useState } from 'react';

export interface Typed {
  /** What the field shows. */
  value: string;
  type(text: string): void;
  /** The text to be saved as the field is left; null where nothing was typed, or only what is stored. */
  leave(): string | null;
  /** What is stored is shown again; leaving saves nothing. */
  discard(): void;
}

interface Typing {
  text: string;
  /** It was given out to be saved. */
  isLeft: boolean;
}

const asTyped = (text: string) => text;

/** @param clean what is saved of the text that was typed */
export function useTyped(stored: string, clean: (text: string) => string = asTyped): Typed {
  const [typing, setTyping] = useState<Typing | null>(null);
  // A field that goes is left in the same moment, before it could be drawn again.
  const latest = useRef<Typing | null>(null);
  const set = (next: Typing | null) => {
    latest.current = next;
    setTyping(next);
  };
  const [before, setBefore] = useState(stored);
  if (before !== stored) {
    setBefore(stored);
    // What is being typed at this moment is not taken from under the reader's hands.
    if (typing?.isLeft) set(null);
  }
  return {
    value: typing?.text ?? stored,
    type: (text) => set({ text, isLeft: false }),
    leave: () => {
      if (!latest.current) return null;
      const text = clean(latest.current.text);
      if (text === stored) {
        set(null);
        return null;
      }
      // Still shown: until it is stored, or if that fails.
      set({ text, isLeft: true });
      return text;
    },
    discard: () => set(null),
  };
}
