/** Dark reading: as our pages are, until the reader decides; then as the reader had it last, in every file. */
import { useState } from 'react';
import { useDark } from '@/components/page/theme';

type Ground = 'light' | 'dark';

const KEY = 'pdf-ground';

function chosen(): Ground | null {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : null;
}

export function useGround(): [Ground, () => void] {
  const dark = useDark();
  const [own, setOwn] = useState(chosen);
  const ground = own ?? (dark ? 'dark' : 'light');
  const toggle = () => {
    const next = ground === 'dark' ? 'light' : 'dark';
    localStorage.setItem(KEY, next);
    setOwn(next);
  };
  return [ground, toggle];
}
