/**
 * What the reader counts, over what, through which codebook it is seen and in which order: preferences of view, not data, so they live in
 * this origin's localStorage and popup and workspace agree on them.
 */
import { useSyncExternalStore } from 'react';
import { DEFAULT_MAP_OPTIONS, DENOMINATORS, UNITS } from '@/lib/map';
import { z } from '@/lib/model';
import { followPreferences, setPreference } from '../ui/preference';
import { MAP_ORDERS, type MapOrder } from './map-order';

/** What is counted, and over what. */
export type ShownMapOptions = Pick<Preferences, 'unit' | 'denominator' | 'secondHand'>;

const KEY = 'bearing.map-options';
interface Chosen extends Pick<Preferences, 'through' | 'order'> {
  text: string | null;
  options: ShownMapOptions;
}
let cached: Chosen | undefined;

const Preferences = z.object({
  unit: z.enum(UNITS).catch('papers'),
  denominator: z.enum(DENOMINATORS).catch(DEFAULT_MAP_OPTIONS.denominator),
  secondHand: z.boolean().catch(DEFAULT_MAP_OPTIONS.secondHand),
  /** The id of the codebook that the map is seen through; null for the review's own. */
  through: z.string().min(1).nullable().catch(null),
  order: z.enum(MAP_ORDERS).catch('groups'),
});
type Preferences = z.infer<typeof Preferences>;

/** The text that is kept, as preferences: what cannot be read of it counts as never chosen. */
export function parsePreferences(text: string | null): Preferences {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? '{}');
  } catch {}
  return Preferences.catch(() => Preferences.parse({})).parse(kept);
}

function readAll(): Chosen {
  const text = localStorage.getItem(KEY);
  if (cached?.text === text) return cached;
  const { through, order, ...options } = parsePreferences(text);
  cached = { text, options, through, order };
  return cached;
}

const read = (): ShownMapOptions => readAll().options;
const readThrough = (): string | null => readAll().through;
const readOrder = (): MapOrder => readAll().order;

function write(part: Partial<Preferences>): void {
  const { options, through, order } = readAll();
  setPreference(KEY, JSON.stringify({ ...options, through, order, ...part }));
}

export function useMapOptions(): [ShownMapOptions, (change: Partial<ShownMapOptions>) => void] {
  const options = useSyncExternalStore(followPreferences, read);
  return [options, write];
}

/** Apart from the options: exports and the popup count without it. */
export function useSeenThrough(): [string | null, (codebookId: string | null) => void] {
  const through = useSyncExternalStore(followPreferences, readThrough);
  return [through, (codebookId) => write({ through: codebookId })];
}

export function useMapOrder(): [MapOrder, (order: MapOrder) => void] {
  const order = useSyncExternalStore(followPreferences, readOrder);
  return [order, (next) => write({ order: next })];
}
