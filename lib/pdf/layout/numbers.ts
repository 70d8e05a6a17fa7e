/** What is usual among many measurements of a page. */

/** The middle one of some values; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Adds an amount to what is counted under a key. */
export function tally<Key>(counts: Map<Key, number>, key: Key, amount = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}

/** The key with the highest count; undefined of none. */
export function mostCounted<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  let best: Key | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const [key, count] of counts)
    if (count > most) {
      most = count;
      best = key;
    }
  return best;
}
