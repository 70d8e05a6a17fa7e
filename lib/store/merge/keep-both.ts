/** What is kept of both stores where the later record alone would lose something that the other one holds. */
import { inTreeOrder } from '../../codebook/edit';
import type { Codebook, Review } from '../../model';
import { joinNumberKeys } from '../../tagging';
import type { Joined, Registers } from './';

/** The keys of this store stay what they are; the file's influences take those that are free. */
export function keepNumberKeys(mine: Registers, theirs: Registers, { registers }: Joined): void {
  for (const [name, one] of registers) {
    if (one.table !== 'reviews' || !one.record) continue;
    const keysIn = (store: Registers) =>
      (store.get(name)?.record as Review | undefined)?.numberKeys;
    const numberKeys = joinNumberKeys(keysIn(mine), keysIn(theirs));
    const record = {
      ...(one.record as Review),
      ...(numberKeys && { numberKeys: [...numberKeys] }),
    };
    registers.set(name, { ...one, record });
  }
}

/**
 * An open version that two coders have both added to: the later text stays, and influences that only the other one has
 * join it, for tags are on them. One that was given up in the later text does not come back.
 */
export function keepInfluences(mine: Registers, theirs: Registers, { registers }: Joined): void {
  for (const [name, one] of registers) {
    if (one.table !== 'codebooks' || !one.record) continue;
    const later = one.record as Codebook;
    const texts = [mine, theirs].flatMap((store) => (store.get(name)?.record as Codebook) ?? []);
    if (texts.length < 2 || texts.some(({ stage }) => stage !== 'open')) continue;
    const known = new Set([...later.influences, ...(later.retired ?? [])].map(({ id }) => id));
    const others = texts
      .flatMap(({ influences }) => influences)
      .filter(({ id }) => !known.has(id) && known.add(id));
    if (others.length)
      registers.set(name, {
        ...one,
        record: { ...later, influences: inTreeOrder([...later.influences, ...others]) },
      });
  }
}
