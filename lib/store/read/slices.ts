/**
 * Large reads come in slices. The rows of one request are unpacked and checked in one go, and all tags of a large review
 * would keep the page from drawing for seconds; between two slices it draws and answers.
 *
 * It sits above the row checks (sound-rows.ts), so that every read of every surface is cut, and in the transaction of
 * the read: the slices are of one moment.
 */
import { cmp, type DBCoreQueryRequest, type DBCoreTable, type Dexie } from 'dexie';

/** Rows that are unpacked and checked without a break: some 10 ms. */
export const MOST_ROWS_AT_ONCE = 250;
/** Rows that hold hundreds of records each. */
const LARGE_ROWS: ReadonlySet<string> = new Set(['stepParts']);
/** Rows that hold names and numbers: as many take some 10 ms. Each slice less is one wait for the disk less. */
const SMALL_ROWS: Readonly<Record<string, number>> = { tallySheets: 500, reviewPapers: 1_000 };
const mostAtOnce = ({ name }: DBCoreTable): number => SMALL_ROWS[name] ?? MOST_ROWS_AT_ONCE;

/** Dexie's number for a range with bounds, which its types export without a value. */
const RANGE = 2;

export function readInSlices(db: Dexie): void {
  db.use({
    ...{ stack: 'dbcore', name: 'slices' },
    // Dexie's own come first; what has no level, as the row checks, is at 10.
    level: 11,
    create: (core) => ({ ...core, table: (name) => sliced(core.table(name)) }),
  });
}

// Written without native async functions: a live query would not notice what is read after one (Dexie's zones).
function sliced(table: DBCoreTable): DBCoreTable {
  return {
    ...table,

    getMany(request) {
      const { keys } = request;
      const most = LARGE_ROWS.has(table.name) ? 1 : mostAtOnce(table);
      if (keys.length <= most) return table.getMany(request);
      // Neighbours together: they may be read as one range (dense-keys.ts).
      const order = keys.map((_, i) => i);
      if (keys.every((key) => typeof key === 'string'))
        order.sort((a, b) => ((keys[a] as string) < (keys[b] as string) ? -1 : 1));
      const rows = new Array<unknown>(keys.length);
      const readOn = (from: number): ReturnType<DBCoreTable['getMany']> => {
        const places = order.slice(from, from + most);
        return table
          .getMany({ ...request, keys: places.map((place) => keys[place]) })
          .then((slice) => {
            for (const [i, place] of places.entries()) rows[place] = slice[i];
            return from + most < keys.length ? readOn(from + most) : rows;
          });
      };
      return readOn(0);
    },

    query(request) {
      const { limit = Number.POSITIVE_INFINITY, values, direction = 'next' } = request;
      if (!values || limit <= mostAtOnce(table)) return table.query(request);
      // A multi-entry index can hold a row more than once, and a descending read would need its upper bound moved. None of our large reads is of either kind.
      const canGoOn = direction === 'next' && !request.query.index.multiEntry;
      return canGoOn ? new RangeRead(table, request, limit).read() : table.query(request);
    },
  };
}

/** Reads a range of an index from the first row on: each slice begins at the key at which the last one ended. */
class RangeRead {
  readonly #rows: unknown[] = [];
  readonly #table: DBCoreTable;
  readonly #request: DBCoreQueryRequest;
  readonly #limit: number;
  readonly #most: number;

  constructor(table: DBCoreTable, request: DBCoreQueryRequest, limit: number) {
    this.#table = table;
    this.#request = request;
    this.#limit = limit;
    this.#most = mostAtOnce(table);
  }

  read(): ReturnType<DBCoreTable['query']> {
    const { query } = this.#request;
    const met = this.#atLastKey();
    if (met >= this.#most) return this.#readByKeys();
    const last = this.#rows.at(-1);
    const range =
      last === undefined
        ? query.range
        : { ...query.range, type: RANGE, lower: this.#keyOf(last), lowerOpen: false };
    // The rows of the last key are read again: a range can start at a key, not at a row.
    const size = this.#most + met;
    const wanted = Math.min(size, this.#limit - this.#rows.length + met);
    return this.#table
      .query({ ...this.#request, query: { ...query, range }, limit: wanted })
      .then(({ result }) => {
        for (const row of result.slice(met)) this.#rows.push(row);
        const isAll = result.length < size || this.#rows.length >= this.#limit;
        return isAll ? { result: this.#rows } : this.read();
      });
  }

  /** Where very many rows have one key. Slower: each row is asked for by itself. */
  #readByKeys(): ReturnType<DBCoreTable['query']> {
    const { primaryKey } = this.#table.schema;
    const { limit: _, ...request } = this.#request;
    const last = primaryKey.extractKey?.(this.#rows.at(-1));
    return this.#table.query({ ...request, values: false }).then(({ result: keys }) => {
      const readOn = (from: number): ReturnType<DBCoreTable['query']> => {
        const next = keys.slice(from, from + this.#most);
        return this.#table.getMany({ trans: request.trans, keys: next }).then((slice) => {
          for (const row of slice)
            if (row !== undefined && this.#rows.length < this.#limit) this.#rows.push(row);
          const isAll = next.length < this.#most || this.#rows.length >= this.#limit;
          return isAll ? { result: this.#rows } : readOn(from + this.#most);
        });
      };
      return readOn(keys.findIndex((key) => cmp(key, last) === 0) + 1);
    });
  }

  #keyOf(row: unknown): unknown {
    return this.#request.query.index.extractKey?.(row);
  }

  /** How many rows at the end have the last key. */
  #atLastKey(): number {
    const last = this.#rows.at(-1);
    if (last === undefined) return 0;
    const key = this.#keyOf(last);
    const before = this.#rows.findLastIndex((row) => cmp(this.#keyOf(row), key) !== 0);
    return this.#rows.length - 1 - before;
  }
}
