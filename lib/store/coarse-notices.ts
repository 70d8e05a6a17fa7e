/**
 * What a large write tells live queries. The database sends every page the key of each record that a transaction wrote
 * or deleted, and a page that is told of tens of thousands cannot draw for a second. From so many on, it is told that
 * anything in the table may have changed.
 */
import { type DBCoreMutateRequest, type DBCoreTransaction, type Dexie, RangeSet } from 'dexie';

/** Keys of one table that a transaction tells one by one. */
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
