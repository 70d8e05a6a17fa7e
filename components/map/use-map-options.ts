/**
 * What the reader counts, and over what: a preference of view, not data, so it lives in this origin's localStorage
 * and popup and workspace agree on it.
 */
import { useSyncExternalStore } from 'react';
import { DEFAULT_MAP_OPTIONS, DENOMINATORS, type Denominator, UNITS, type Unit } from '@/lib/map';

export interface ShownMapOptions {
  unit: Unit;
  denominator: Denominator;
  secondHand: boolean;
}

const KEY = 'bearing.map-options';
const listeners = new Set<() => void>();
let cached: { text: string | null; options: ShownMapOptions } | undefined;

/** Anything unreadable counts as never chosen. */
export function parseOptions(text: string | null): ShownMapOptions {
  try {
    const { unit, denominator, secondHand } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return {
      unit: UNITS.find((u) => u === unit) ?? 'papers',
      denominator: DENOMINATORS.find((d) => d === denominator) ?? DEFAULT_MAP_OPTIONS.denominator,
      secondHand: secondHand === true,
    };
  } catch {
    return { unit: 'papers', denominator: DEFAULT_MAP_OPTIONS.denominator, secondHand: false };
  }
}

function read(): ShownMapOptions {
  const text = localStorage.getItem(KEY);
  if (!cached || cached.text !== text) cached = { text, options: parseOptions(text) };
  return cached.options;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

export function useMapOptions(): [ShownMapOptions, (change: Partial<ShownMapOptions>) => void] {
  const options = useSyncExternalStore(subscribe, read);
  const change = (part: Partial<ShownMapOptions>) => {
    localStorage.setItem(KEY, JSON.stringify({ ...read(), ...part }));
    for (const listener of listeners) listener();
  };
  return [options, change];
}
