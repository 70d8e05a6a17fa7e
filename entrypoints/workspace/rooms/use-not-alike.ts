/**
 * Pairs of papers of which the reader has said that they are not one study, so that they are not offered again. Like
 * what the map counts over, a preference of view: it lives in this origin's localStorage and travels nowhere.
 */
import { useState } from 'react';

const KEY = 'bearing.not-alike';
/** Enough for any review; the oldest go first. */
const MOST_PAIRS = 2_000;

const nameOf = (a: string, b: string) => [a, b].sort().join(' ');

/** Anything unreadable counts as nothing said. */
function read(): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function useNotAlike(): {
  isDenied: (a: string, b: string) => boolean;
  deny: (a: string, b: string) => void;
} {
  const [pairs, setPairs] = useState(() => new Set(read()));
  return {
    isDenied: (a, b) => pairs.has(nameOf(a, b)),
    deny: (a, b) => {
      const next = [...new Set([...read(), nameOf(a, b)])].slice(-MOST_PAIRS);
      localStorage.setItem(KEY, JSON.stringify(next));
      setPairs(new Set(next));
    },
  };
}
