/** Whether tagging mode is on in this tab, and the shortcut that turns it on. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { shortcutOf } from '@/lib/browser';
import type { Reader } from '../reader';

export function useTagging(reader: Reader): { on: boolean; shortcut: string } {
  const on = useSyncExternalStore(reader.subscribeTagging, reader.isTagging);
  const [shortcut, setShortcut] = useState('');
  useEffect(() => {
    void shortcutOf('toggle-tagging').then(setShortcut);
  }, []);
  return { on, shortcut };
}
