/** The versions that a step gives to what it has changed. */
import {
  type Change,
  changedKey,
  KINDS,
  type KindName,
  keyOf,
  MOST_ABSORBED,
  type Stamp,
  unknownOfStamp,
  type Version,
} from '../../model';

/** A record that has become one with another, and the key of that one. */
export interface JoinedInto {
  table: KindName;
  key: string;
  into: string;
}

export function stampOf(
  one: Change,
  version: Version,
  joined: readonly JoinedInto[],
): Stamp | null {
  if (!KINDS[one.table].travels) return null;
  const { table, before, after } = one;
  if (!after) {
    const key = changedKey(one);
    const into = joined.find((other) => other.table === table && other.key === key)?.into;
    const gone = before && goneBy(version, table, before);
    return gone && into !== undefined ? ({ ...gone, state: 'into', into } as Stamp) : gone;
  }
  return { table, key: changedKey(one), ...version } as Stamp;
}

export const goneBy = (version: Version, table: KindName, last: object): Stamp =>
  ({ table, key: keyOf(table, last), ...version, state: 'gone', last }) as Stamp;

/** A later version of a record is one of all that was joined with it, and keeps what a newer Bearing noted of it. */
export function withAbsorbed(
  stamp: Stamp,
  last: Stamp | undefined,
  joined: readonly JoinedInto[],
): Stamp {
  const more = joined.filter(({ table, into }) => table === stamp.table && into === stamp.key);
  const keys = [...(last?.absorbed ?? []), ...more.map(({ key }) => key)];
  const absorbed = [...new Set(keys)].slice(-MOST_ABSORBED);
  return { ...(last && unknownOfStamp(last)), ...stamp, ...(absorbed.length && { absorbed }) };
}
