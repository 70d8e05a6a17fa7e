/** Records as the database has them: one by its key, or many. Reads what the running step has written. */
import type { Table } from 'dexie';
import type { KindName, RecordOf } from '../../model';
import { db, dbKey } from '../db';

/** The database's own row of a record: settings are one row under a name, all others are stored as they are. */
export const rowOf = (kind: KindName, record: object) =>
  kind === 'settings' ? { ...record, key: 'settings' } : record;

function recordOf<K extends KindName>(kind: K, row: object | undefined): RecordOf<K> | null {
  if (!row) return null;
  if (kind !== 'settings') return row as RecordOf<K>;
  const { key: _, ...record } = row as { key: string };
  return record as RecordOf<K>;
}

/** The record of a key, or null. */
export async function stored<K extends KindName>(
  kind: K,
  key: string,
): Promise<RecordOf<K> | null> {
  return recordOf(kind, await (db.table(kind) as Table).get(dbKey(kind, key)));
}

/** As `stored`, of many at once. */
export async function storedMany<K extends KindName>(
  kind: K,
  keys: readonly string[],
): Promise<(RecordOf<K> | null)[]> {
  const rows = await (db.table(kind) as Table).bulkGet(keys.map((key) => dbKey(kind, key)));
  return rows.map((row) => recordOf(kind, row));
}
