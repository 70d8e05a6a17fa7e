/**
 * What the reader counts, over what, and through which codebook it is seen: preferences of view, not data, so they live in
 * this origin's localStorage and popup and workspace agree on them.
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
let cached: { text: string | null; options: ShownMapOptions; through: string | null } | undefined;

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

/** The id of the codebook that the map is seen through; null for the review's own. */
export function parseThrough(text: string | null): string | null {
  try {
    const { through } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return typeof through === 'string' && through ? through : null;
  } catch {
    return null;
  }
}

function readAll() {
  const text = localStorage.getItem(KEY);
  if (!cached || cached.text !== text)
    cached = { text, options: parseOptions(text), through: parseThrough(text) };
  return cached;
}

const read = (): ShownMapOptions => readAll().options;
const readThrough = (): string | null => readAll().through;

function write(part: Partial<ShownMapOptions & { through: string | null }>): void {
  const { options, through } = readAll();
  localStorage.setItem(KEY, JSON.stringify({ ...options, through, ...part }));
  for (const listener of listeners) listener();
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
  return [options, write];
}

/** Apart from the options: exports and the popup count without it. */
export function useSeenThrough(): [string | null, (codebookId: string | null) => void] {
  const through = useSyncExternalStore(subscribe, readThrough);
  return [through, (codebookId) => write({ through: codebookId })];
}
