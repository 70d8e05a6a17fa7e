/** Lists by a key of their members, in the order in which the keys are met. */
export const grouped = <T, K>(list: Iterable<T>, keyOf: (one: T) => K): Map<K, T[]> =>
  groupedUnder(list, (one) => [keyOf(one)]);

/** As `grouped`, each member under several keys. */
export function groupedUnder<T, K>(
  list: Iterable<T>,
  keysOf: (one: T) => Iterable<K>,
): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list)
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  return groups;
}

/** A list in pieces of so many, in its order. */
export function slicesOf<T>(list: readonly T[], size: number): T[][] {
  const slices: T[][] = [];
  for (let from = 0; from < list.length; from += size) slices.push(list.slice(from, from + size));
  return slices;
}
