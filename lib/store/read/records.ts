/** Records as the database has them: one by its key, or many. Reads what the running step has written. */
import type { IndexableType, Table } from 'dexie';
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
  const rows = await rowsByKey<object>(
    db.table(kind),
    keys.map((key) => dbKey(kind, key)),
  );
  return rows.map((row) => recordOf(kind, row));
}

/** For fewer rows it is not worth asking how many there are. */
const MANY = 50;
/** A row that is asked for by itself takes as long as so many that are read in one go. */
const ROWS_FOR_A_GET = 3;

/** As `bulkGet`: which is a request for each key, where reading the table in one go is not less work. */
export async function rowsByKey<T>(
  table: Table<T>,
  keys: readonly IndexableType[],
): Promise<(T | undefined)[]> {
  if (keys.length < MANY || (await table.count()) > keys.length * ROWS_FOR_A_GET)
    return table.bulkGet([...keys]);
  const { extractKey } = table.core.schema.primaryKey;
  const rows = new Map((await table.toArray()).map((row) => [String(extractKey?.(row)), row]));
  return keys.map((key) => rows.get(String(key)));
}
