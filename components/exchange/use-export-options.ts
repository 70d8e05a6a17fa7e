/** What of a review leaves, for all formats alike: a preference of this browser, which popup and workspace agree on. */
import { useSyncExternalStore } from 'react';
import { followPreferences, setPreference } from '../ui/preference';

const EXCLUDED = 'bearing.export-excluded';

/** Excluded papers leave too. */
export const withExcluded = (): boolean => localStorage.getItem(EXCLUDED) === 'yes';

export function useWithExcluded(): [boolean, (next: boolean) => void] {
  const chosen = useSyncExternalStore(followPreferences, withExcluded);
  return [chosen, (next) => setPreference(EXCLUDED, next ? 'yes' : 'no')];
}
