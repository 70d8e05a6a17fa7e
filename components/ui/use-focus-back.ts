/** Where the reader opened something is where the keyboard is again once it is closed. */
import { type RefObject, useEffect, useRef } from 'react';

/** @returns a ref for the control that opened it, which is drawn again when `isOpen` becomes false */
export function useFocusBack<T extends HTMLElement>(isOpen: boolean): RefObject<T | null> {
  const opener = useRef<T>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return opener;
}
