/**
 * The names under which we paint. `CSS.highlights` is one registry shared with the page and every other
 * extension, and the page can read it: the names are neutral words, but each belongs to one layer, so whoever knows
 * this table can tell the stance of a passage, as from the line styles in the adopted sheet (README, Privacy).
 */
export type Layer =
  | 'supporting'
  | 'contrasting'
  | 'mentioning'
  | 'mixed'
  | 'changed'
  | 'outline'
  | 'focus';

/** Lower first: where layers overlap, the later one is drawn on top. */
export const LAYERS: readonly { layer: Layer; name: string }[] = [
  { layer: 'outline', name: 'reading-0' },
  { layer: 'mentioning', name: 'reading-1' },
  { layer: 'mixed', name: 'reading-2' },
  { layer: 'supporting', name: 'reading-3' },
  { layer: 'contrasting', name: 'reading-4' },
  { layer: 'changed', name: 'reading-5' },
  { layer: 'focus', name: 'reading-6' },
];
