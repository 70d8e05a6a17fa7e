/**
 * What the reader counts, over what, through which codebook it is seen and in which order: preferences of view, not data, so they live in
 * this origin's localStorage and popup and workspace agree on them.
 */
import { useSyncExternalStore } from 'react';
import { DEFAULT_MAP_OPTIONS, DENOMINATORS, type Denominator, UNITS, type Unit } from '@/lib/map';
import { MAP_ORDERS, type MapOrder } from './map-order';

export interface ShownMapOptions {
  unit: Unit;
  denominator: Denominator;
  secondHand: boolean;
}

const KEY = 'bearing.map-options';
const listeners = new Set<() => void>();
interface Chosen {
  text: string | null;
  options: ShownMapOptions;
  through: string | null;
  order: MapOrder;
}
let cached: Chosen | undefined;

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

/** The order of the rows, by default in the groups of their codebooks. */
export function parseOrder(text: string | null): MapOrder {
  try {
    const { order } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return MAP_ORDERS.find((one) => one === order) ?? 'groups';
  } catch {
    return 'groups';
  }
}

function readAll(): Chosen {
  const text = localStorage.getItem(KEY);
  if (!cached || cached.text !== text)
    cached = {
      text,
      options: parseOptions(text),
      through: parseThrough(text),
      order: parseOrder(text),
    };
  return cached;
}

const read = (): ShownMapOptions => readAll().options;
const readThrough = (): string | null => readAll().through;
const readOrder = (): MapOrder => readAll().order;

type Written = ShownMapOptions & Pick<Chosen, 'through' | 'order'>;

function write(part: Partial<Written>): void {
  const { options, through, order } = readAll();
  localStorage.setItem(KEY, JSON.stringify({ ...options, through, order, ...part }));
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

export function useMapOrder(): [MapOrder, (order: MapOrder) => void] {
  const order = useSyncExternalStore(subscribe, readOrder);
  return [order, (next) => write({ order: next })];
}
