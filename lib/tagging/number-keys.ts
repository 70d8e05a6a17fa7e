/**
 * The number keys 1 to 9: which influence each of them means in a review. They are dealt once, with the
 * review's first tag, and from then on a number belongs to its influence: only the reader moves it, so that
 * the hand can learn the keys and a learned key never saves another influence.
 */
import { influencesOf, type ListedInfluence } from '../codebook/influences';
import type { Codebook, InfluenceRef } from '../model';
import { sameInfluence } from './draft';

/** As they are stored: the influence of each key in the keys' order, null for a key without one. */
export type NumberKeys = readonly (InfluenceRef | null)[];

/**
 * A key as surfaces show it; `number` is what it prints. `off`: its influence is in none of the codebooks in
 * use, and keeps the key.
 */
export type NumberKey = { number: number } & (
  | { state: 'set'; quick: ListedInfluence }
  | { state: 'off'; ref: InfluenceRef }
  | { state: 'free' }
);

/** The digits 1 to 9; 0 is left out because it is at the other end of the keyboard's row. */
export const NUMBER_KEY_COUNT = 9;

/**
 * The first deal: influences that have been used, in the order of their first use, then the codebooks' order.
 * Influences that none of the codebooks has get no key.
 */
export function dealNumberKeys(
  codebooks: readonly Codebook[],
  firstUsed: readonly InfluenceRef[],
): NumberKeys {
  const known = influencesOf(codebooks).all;
  const used = firstUsed.filter((ref) => isAmong(ref, known));
  return fillNumberKeys([], [...used, ...known]);
}

/** Gives the lowest free key to an influence that has none. Without a free key nothing changes. */
export function withUse(keys: NumberKeys, used: InfluenceRef): NumberKeys {
  return isAmong(used, keys) ? keys : fillNumberKeys(keys, [used]);
}

/** Gives free keys, from the lowest, to influences that have none, in their order. */
export function fillNumberKeys(keys: NumberKeys, influences: readonly InfluenceRef[]): NumberKeys {
  const filled = padded(keys);
  for (const { codebookId, influenceId } of influences) {
    const free = filled.indexOf(null);
    if (free < 0) break;
    const ref = { codebookId, influenceId };
    if (!isAmong(ref, filled)) filled[free] = ref;
  }
  return filled;
}

/** The reader's choice for one key (0 for key 1). An influence that has another key changes places with this one's. */
export function withNumberKey(keys: NumberKeys, at: number, ref: InfluenceRef | null): NumberKeys {
  const before = padded(keys);
  return before.map((one, index) => {
    if (index === at) return ref;
    return ref && sameInfluence(one, ref) ? (before[at] ?? null) : one;
  });
}

/** Takes the keys away from influences that none of the codebooks has. */
export function withoutUnknown(keys: NumberKeys, codebooks: readonly Codebook[]): NumberKeys {
  const known = influencesOf(codebooks).all;
  return padded(keys).map((ref) => (ref && isAmong(ref, known) ? ref : null));
}

/**
 * Of two copies of one review: the keys of this store stay what they are, whichever copy is newer, because a
 * hand here has learned them; the other copy's influences take those that are free.
 */
export function joinNumberKeys(
  mine: NumberKeys | undefined,
  theirs: NumberKeys | undefined,
): NumberKeys | undefined {
  if (!mine || !theirs) return mine ?? theirs;
  const joined = padded(mine);
  // Each at its own number where that is free, the others where there is room.
  for (const [at, ref] of padded(theirs).entries())
    if (ref && joined[at] === null && !isAmong(ref, joined)) joined[at] = ref;
  return fillNumberKeys(
    joined,
    theirs.filter((ref) => ref !== null),
  );
}

/**
 * The nine keys with what they mean now, given the codebooks in use.
 * @param named the codebooks that influences are told apart in by their names: at least those in use
 */
export function readNumberKeys(
  keys: NumberKeys,
  codebooks: readonly Codebook[],
  named: readonly Codebook[] = codebooks,
): NumberKey[] {
  const known = influencesOf(named).all.filter(({ codebook }) => codebooks.includes(codebook));
  return padded(keys).map((ref, at) => {
    const number = at + 1;
    if (!ref) return { number, state: 'free' };
    const quick = known.find((one) => sameInfluence(one, ref));
    return quick ? { number, state: 'set', quick } : { number, state: 'off', ref };
  });
}

/** The number of an influence as it is printed; undefined when it has none. */
export function numberOf(keys: readonly NumberKey[], ref: InfluenceRef): number | undefined {
  return keys.find((key) => key.state === 'set' && sameInfluence(key.quick, ref))?.number;
}

/** Nine keys, whatever was stored. */
function padded(keys: NumberKeys): (InfluenceRef | null)[] {
  return Array.from({ length: NUMBER_KEY_COUNT }, (_, at) => keys[at] ?? null);
}

function isAmong(ref: InfluenceRef, list: readonly (InfluenceRef | null)[]): boolean {
  return list.some((one) => sameInfluence(one, ref));
}
