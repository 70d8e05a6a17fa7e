/** Preferences of this browser: texts in localStorage, on which all surfaces agree at once. */
const listeners = new Set<() => void>();

/** For `useSyncExternalStore`: notified of each change, here and in other pages. */
export function followPreferences(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

export function setPreference(key: string, text: string): void {
  localStorage.setItem(key, text);
  for (const listener of listeners) listener();
}
