/**
 * A store as registers: for every record that is or was, its version and what it holds. Two stores are merged
 * register by register: the later version is kept, whichever store it came from and whatever its clock showed.
 */
import {
  compareVersions,
  type KindName,
  keyOf,
  type RecordOf,
  type Stamp,
  unknownOfStamp,
  type Version,
} from '../../model';
import { canonical } from '../write/transaction';

/** One record: there, gone, or joined into another. A record that is gone may keep its last content. */
export interface Register<K extends KindName = KindName> extends Version {
  table: K;
  key: string;
  state: 'live' | 'into' | 'gone';
  into?: string;
  /** What was joined with it: not to be joined again, for a reader may have taken it out since. */
  absorbed?: readonly string[];
  record?: RecordOf<K>;
  /** What a newer Bearing noted with the version. */
  more?: object;
}

export type Registers = ReadonlyMap<string, Register>;

export const nameOf = (table: KindName, key: string): string => `${table} ${key}`;

/** Registers from records and their stamps. A record without a stamp is older than any that has one. */
export function registersOf(
  records: Iterable<[KindName, readonly object[]]>,
  stamps: readonly Stamp[],
): Map<string, Register> {
  const found = new Map<string, Register>();
  for (const stamp of stamps) {
    const { table, key, counter, by, step, state = 'live', into, absorbed, last } = stamp;
    const more = unknownOfStamp(stamp);
    found.set(nameOf(table, key), {
      ...{ table, key, counter, by, step, state },
      ...(into !== undefined && { into }),
      ...(absorbed !== undefined && { absorbed }),
      ...(last !== undefined && { record: last as RecordOf<KindName> }),
      ...(Object.keys(more).length > 0 && { more }),
    });
  }
  for (const [table, list] of records)
    for (const record of list) {
      const key = keyOf(table, record);
      const known = found.get(nameOf(table, key));
      const version = known ?? { counter: 0, by: '', step: '' };
      // A record that is gone by its version and there all the same is held by what refers to it.
      const state = known?.state ?? 'live';
      found.set(nameOf(table, key), {
        ...{ table, key, counter: version.counter, by: version.by, step: version.step, state },
        ...(known?.into !== undefined && { into: known.into }),
        ...(known?.absorbed !== undefined && { absorbed: known.absorbed }),
        ...(known?.more !== undefined && { more: known.more }),
        record: record as RecordOf<KindName>,
      });
    }
  // What is live by its stamp and has no record was lost, or set aside: nothing is known of it.
  for (const [name, one] of found)
    if (one.state === 'live' && one.record === undefined) found.delete(name);
  return found;
}

/** Of one version: what was joined once is known by more than what is merely there, or gone with its last tag. */
const STATE_RANK = { live: 0, gone: 1, into: 2 } as const;

/** The later of two versions of one record; of one version known in two ways, the same one in either order. */
export function laterOf(a: Register, b: Register): Register {
  const order = compareVersions(a, b) || STATE_RANK[a.state] - STATE_RANK[b.state];
  if (order !== 0) return order > 0 ? a : b;
  if (a.record === undefined || b.record === undefined) return a.record === undefined ? b : a;
  const more = (a.absorbed?.length ?? 0) - (b.absorbed?.length ?? 0);
  if (more !== 0) return more > 0 ? a : b;
  if (JSON.stringify([a.record, a.more]) === JSON.stringify([b.record, b.more])) return a;
  const [one, other] = [canonical(a.record), canonical(b.record)];
  if (one === other) return notedIn(a) >= notedIn(b) ? a : b;
  // The smaller: of two dates the earlier one, so that no date in the future is of use to a file.
  return one < other ? a : b;
}

/** Something is more than nothing, which an older Bearing may have made of it. */
const notedIn = ({ more }: Register): string => (more ? canonical(more) : '');

/** Both stores' registers, before what refers to what is looked at. */
export function union(a: Registers, b: Registers): Map<string, Register> {
  const all = new Map(a);
  for (const [name, theirs] of b) {
    const mine = all.get(name);
    all.set(name, mine ? laterOf(mine, theirs) : theirs);
  }
  return all;
}
