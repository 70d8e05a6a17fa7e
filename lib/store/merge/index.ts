/**
 * Merging two stores: in any order and any number of times, with the same outcome. Pure: registers in, registers
 * out; `restore` reads them from the database and a file, and writes what is new.
 */
import type { AsideNames, Stamp } from '../../model';
import { type Joined, joinRecords } from './join';
import { type Register, type Registers, union } from './registers';

export type { Joined, Stranded } from './join';
export { nameOf, type Register, type Registers, registersOf, union } from './registers';

/** @param aside what was set aside here and there: what refers to it waits, and what it refers to stays */
export function mergeRegisters(mine: Registers, theirs: Registers, aside: AsideNames): Joined {
  const all = union(mine, theirs);
  const papersOf = (registers: Registers) =>
    new Set(
      [...registers.values()]
        .filter((one) => one.table === 'papers' && one.state === 'live')
        .map((one) => one.key),
    );
  const stores = [papersOf(mine), papersOf(theirs)];
  const apart = (a: string, b: string) => stores.some((papers) => papers.has(a) && papers.has(b));
  return joinRecords(all, apart, aside);
}

/** The stamp of a register; what it last was is kept with it where its record is not in the store. */
export function stampOfRegister(one: Register, isPresent: boolean, forgotten: number): Stamp {
  const { table, key, counter, by, step, state, into, absorbed, record, more } = one;
  const kept = !isPresent && state !== 'live' && record && counter > forgotten;
  return {
    ...more,
    ...{ table, key, counter, by, step },
    ...(state !== 'live' && { state }),
    ...(into !== undefined && state === 'into' && { into }),
    ...(absorbed?.length && { absorbed }),
    ...(kept && { last: record }),
  } as Stamp;
}
