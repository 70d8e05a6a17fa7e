/**
 * Many rows by their keys, which the database looks up one by one: a hundred thousand statements are as many requests. Where
 * the keys lie close together, as those of a review in a store that has little else, their range is read in one request.
 *
 * It sits below the row checks: of the rows in between, which nobody asked for, none is checked or reported.
 */
import type { DBCoreTable, Dexie } from 'dexie';

/** Fewer are looked up as fast. */
const FEWEST_KEYS = 50;
/** Rows in the range for each that is wanted: an unwanted row costs less than half of a look-up. */
const MOST_ROWS_A_KEY = 2;

/** Dexie's number for a range with bounds, which its types export without a value. */
const RANGE = 2;

export function readDenseKeys(db: Dexie): void {
  db.use({
    ...{ stack: 'dbcore', name: 'dense-keys' },
    // Below what tells live queries which keys were read (0), or each would be asked again for any row of the range; the row
    // checks (10) are above both.
    level: -2,
    create: (core) => ({ ...core, table: (name) => dense(core.table(name)) }),
  });
}

// Written without native async functions: a live query would not notice what is read after one (Dexie's zones).
function dense(table: DBCoreTable): DBCoreTable {
  const { primaryKey } = table.schema;
  return {
    ...table,
    getMany(request) {
      const { keys, trans } = request;
      if (keys.length < FEWEST_KEYS || !keys.every(isText)) return table.getMany(request);
      const [lower, upper] = endsOf(keys);
      const query = { index: primaryKey, range: { type: RANGE, lower, upper } };
      const limit = MOST_ROWS_A_KEY * keys.length;
      return table.query({ trans, query, limit, values: false }).then(({ result: near }) => {
        if (near.length >= limit) return table.getMany(request);
        return table.query({ trans, query, values: true }).then(({ result }) => {
          const rows = new Map(result.map((row) => [primaryKey.extractKey?.(row), row]));
          return keys.map((key) => rows.get(key));
        });
      });
    },
  };
}

const isText = (key: unknown): key is string => typeof key === 'string';

/** The first and the last in the order of the database, which is that of strings. */
function endsOf(keys: readonly string[]): [string, string] {
  let [first, last] = [keys[0] as string, keys[0] as string];
  for (const key of keys) {
    if (key < first) first = key;
    if (key > last) last = key;
  }
  return [first, last];
}
