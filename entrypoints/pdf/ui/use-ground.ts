/** Dark reading: as the system has it, until the reader decides; then as the reader had it last, in every file. */
import { useEffect, useState } from 'react';

type Ground = 'light' | 'dark';

const KEY = 'pdf-ground';
const DARK = '(prefers-color-scheme: dark)';

function chosen(): Ground | null {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : null;
}

export function useGround(): [Ground, () => void] {
  const [system, setSystem] = useState(() => matchMedia(DARK).matches);
  const [own, setOwn] = useState(chosen);
  useEffect(() => {
    const query = matchMedia(DARK);
    const follow = () => setSystem(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  const ground = own ?? (system ? 'dark' : 'light');
  const toggle = () => {
    const next = ground === 'dark' ? 'light' : 'dark';
    localStorage.setItem(KEY, next);
    setOwn(next);
  };
  return [ground, toggle];
}
