/** Records that are gone by their version, and there all the same because something refers to them. Reads only. */
import {
  type Change,
  changedKey,
  KINDS,
  keyOf,
  referencesOf,
  type Stamp,
  type Version,
} from '../../model';
import { db, dbKey } from '../db';

/**
 * What a step took away may have been all that held such a record here. The reader has it before the eyes and has not
 * taken it away, so that it is there by a version of its own from now on: other stores, and a backup, would drop it.
 */
export async function heldNoLonger(changes: readonly Change[], version: Version): Promise<Stamp[]> {
  const own = new Set(changes.map((one) => `${one.table} ${changedKey(one)}`));
  const names = new Map<string, [table: Stamp['table'], key: string]>();
  for (const { table, before } of changes)
    for (const { to, key } of before ? referencesOf(table, before) : [])
      if (KINDS[to].travels && !own.has(`${to} ${key}`)) names.set(`${to} ${key}`, [to, key]);
  const stamps = await db.stamps.bulkGet([...names.values()]);
  const kept: Stamp[] = [];
  for (const stamp of stamps) {
    if (stamp?.state !== 'gone') continue;
    const { state: _, last: __, ...known } = stamp;
    const row = await db.table<object>(stamp.table).get(dbKey(stamp.table, stamp.key));
    if (row && keyOf(stamp.table, row) === stamp.key) kept.push({ ...known, ...version });
  }
  return kept;
}
