/**
 * Bounds what live queries are sent after a large write. Dexie sends each page the key of every record that a
 * transaction wrote or deleted; merging tens of thousands of keys blocks a page for about a second. Beyond a limit, the
 * notice covers the whole table instead.
 */
import { type DBCoreMutateRequest, type DBCoreTransaction, type Dexie, RangeSet } from 'dexie';

/** Keys of one table that a transaction's notice lists one by one. */
export const MOST_KEYS_TOLD = 500;

const FIRST_KEY = Number.NEGATIVE_INFINITY;
/** After every key of ours: an array that holds an array. */
const LAST_KEY = [[[]]];

export function tellCoarsely(db: Dexie): void {
  const written = new WeakMap<DBCoreTransaction, Map<string, number>>();

  /** How many keys of the table the transaction has written, with those of this request. */
  const count = (request: DBCoreMutateRequest, table: string): number => {
    const tables = written.get(request.trans) ?? new Map<string, number>();
    written.set(request.trans, tables);
    const many = (tables.get(table) ?? 0) + keysIn(request);
    tables.set(table, many);
    return many;
  };

  db.use({
    ...{ stack: 'dbcore', name: 'coarse-notices' },
    // Above what notes the keys, which has level 0.
    level: 12,
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        const parts = ['', ':dels', ...table.schema.indexes.map((index) => index.name ?? '')];
        const everything = () =>
          Object.fromEntries(
            parts.map((part) => [
              `idb://${db.name}/${name}/${part}`,
              new RangeSet(FIRST_KEY, LAST_KEY),
            ]),
          );
        return {
          ...table,
          mutate: (request) =>
            count(request, name) > MOST_KEYS_TOLD
              ? table.mutate({ ...request, mutatedParts: everything() })
              : table.mutate(request),
        };
      },
    }),
  });
}

function keysIn(request: DBCoreMutateRequest): number {
  if (request.type === 'delete') return request.keys.length;
  return request.type === 'deleteRange' ? 1 : request.values.length;
}
