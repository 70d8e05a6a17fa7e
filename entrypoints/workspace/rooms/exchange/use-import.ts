/** The page's import as its room shows it. */
import { useLayoutEffect, useSyncExternalStore } from 'react';
import { type ImportState, importRun } from '../../import-run';

export function useImport(): ImportState {
  // Before the rail is drawn with another room open, which shows what goes on.
  useLayoutEffect(() => () => importRun.leave(), []);
  return useSyncExternalStore(importRun.subscribe, importRun.state);
}
