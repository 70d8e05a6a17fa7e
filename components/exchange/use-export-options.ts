/** What of a review leaves, for all formats alike: a preference of this browser, which popup and workspace agree on. */
import { useSyncExternalStore } from 'react';

const EXCLUDED = 'bearing.export-excluded';
const listeners = new Set<() => void>();

/** Excluded papers leave too. */
export const withExcluded = (): boolean => localStorage.getItem(EXCLUDED) === 'yes';

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

export function useWithExcluded(): [boolean, (next: boolean) => void] {
  const chosen = useSyncExternalStore(subscribe, withExcluded);
  return [
    chosen,
    (next) => {
      localStorage.setItem(EXCLUDED, next ? 'yes' : 'no');
      for (const listener of listeners) listener();
    },
  ];
}
