/** Large reads in slices: the same rows in the same order as in one go, and never more than a slice in one request. */
import { Dexie, type Table } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readDenseKeys } from '../../../lib/store/read/dense-keys';
import { MOST_ROWS_AT_ONCE, readInSlices } from '../../../lib/store/read/slices';

interface Row {
  id: string;
  group: number;
  name: string;
  words: string[];
}

/** Two and a half slices, and not a multiple of what the groups hold. */
const MANY = Math.floor(MOST_ROWS_AT_ONCE * 2.5) + 3;
const id = (i: number) => `r${String((i * 7919) % 100_003).padStart(6, '0')}`;
/** Groups of 1 row, of a few, of a slice exactly, and of more than one. */
const groupOf = (i: number) => (i < 300 ? 1 : i < 300 + MOST_ROWS_AT_ONCE ? 2 : 3 + (i % 5));
const ROWS = Array.from(
  { length: MANY },
  (_, i): Row => ({
    ...{ id: id(i), group: groupOf(i), name: `n${i % 90}` },
    words: [`w${i % 3}`, 'every'],
  }),
);

class Sliced extends Dexie {
  rows!: Table<Row, string>;
  stepParts!: Table<Row, string>;
  constructor(isSliced: boolean) {
    super(isSliced ? 'sliced' : 'whole');
    const schema = 'id, group, name, [group+name], *words';
    this.version(1).stores({ rows: schema, stepParts: schema });
    if (!isSliced) return;
    readDenseKeys(this);
    readInSlices(this);
  }
}

let sliced: Sliced;
let whole: Sliced;

beforeEach(async () => {
  sliced = new Sliced(true);
  whole = new Sliced(false);
  for (const db of [sliced, whole])
    for (const table of [db.rows, db.stepParts]) await table.bulkAdd(ROWS);
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const db of [sliced, whole]) await db.delete();
});

const idsOf = (isWanted: (i: number) => boolean) =>
  ROWS.flatMap((row, i) => (isWanted(i) ? row.id : []));

const READS: [name: string, read: (rows: Table<Row, string>) => PromiseLike<unknown>][] = [
  ['a whole table', (rows) => rows.toArray()],
  ['an index with many rows of one key', (rows) => rows.orderBy('group').toArray()],
  ['one key of more rows than a slice', (rows) => rows.where('group').equals(1).toArray()],
  ['one key of exactly a slice', (rows) => rows.where('group').equals(2).toArray()],
  ['an open range', (rows) => rows.where('name').between('n1', 'n80', false, false).toArray()],
  ['two fields', (rows) => rows.where('[group+name]').between([1, ''], [2, '\uffff']).toArray()],
  ['a limit of more than a slice', (rows) => rows.orderBy('group').limit(400).toArray()],
  ['a limit within one key', (rows) => rows.where('group').equals(1).limit(270).toArray()],
  ['backwards', (rows) => rows.orderBy('group').reverse().toArray()],
  ['an index of many entries', (rows) => rows.where('words').equals('every').toArray()],
  ['several keys', (rows) => rows.where('group').anyOf(1, 4, 6).toArray()],
  ['a filter', (rows) => rows.filter((row) => row.name === 'n5').toArray()],
  ['nothing', (rows) => rows.where('group').equals(99).toArray()],
  ['by id', (rows) => rows.bulkGet([...ROWS.map((row) => row.id), 'gone', id(4)])],
  ['every second id', (rows) => rows.bulkGet(idsOf((i) => i % 2 === 0))],
  ['ids far apart', (rows) => rows.bulkGet(idsOf((i) => i % 7 === 0))],
  ['ids that are gone', (rows) => rows.bulkGet(idsOf(() => true).map((one) => `${one}x`))],
  ['keys', (rows) => rows.orderBy('group').primaryKeys()],
  ['a count', (rows) => rows.where('group').above(1).count()],
];

describe.each(['rows', 'stepParts'] as const)('%s', (table) => {
  test.each(READS)('%s', async (_, read) => {
    expect(await read(sliced[table])).toEqual(await read(whole[table]));
  });
});

test('no request gives more rows than a slice, and those of the last key again', async () => {
  const given: number[] = [];
  const watch = (store: { getAll(...args: unknown[]): IDBRequest<unknown[]> }) => {
    const original = store.getAll;
    vi.spyOn(store, 'getAll').mockImplementation(function (this: unknown, ...args) {
      const request = original.apply(this as typeof store, args);
      request.addEventListener('success', () => given.push(request.result.length));
      return request;
    });
  };
  watch(IDBObjectStore.prototype as never);
  watch(IDBIndex.prototype as never);
  await sliced.rows.toArray();
  expect(given).toHaveLength(3);
  await sliced.rows.orderBy('name').toArray();
  for (const rows of given) expect(rows).toBeLessThan(2 * MOST_ROWS_AT_ONCE);
  given.length = 0;
  await whole.rows.toArray();
  expect(given).toEqual([MANY]);
});

test('the slices of a read are of one moment', async () => {
  const [rows] = await Promise.all([
    sliced.rows.toArray(),
    sliced.rows.bulkPut(ROWS.map((row) => ({ ...row, name: 'changed' }))),
  ]);
  const names = new Set(rows.map(({ name }) => name === 'changed'));
  expect(names.size).toBe(1);
});

describe('rows by their ids', () => {
  const requests = (method: 'get' | 'getAll') => vi.spyOn(IDBObjectStore.prototype, method);

  test('are read as ranges where the ids lie close together', async () => {
    const [one, many] = [requests('get'), requests('getAll')];
    const rows = await sliced.rows.bulkGet(idsOf((i) => i !== 5));
    expect(rows.map((row) => row?.id)).toEqual(idsOf((i) => i !== 5));
    expect(one).not.toHaveBeenCalled();
    expect(many).toHaveBeenCalledTimes(3);
  });

  test('are looked up one by one where most of the rows between are not asked for', async () => {
    const [one, many] = [requests('get'), requests('getAll')];
    await sliced.rows.bulkGet(idsOf((i) => i % 7 === 0));
    expect(one).toHaveBeenCalledTimes(idsOf((i) => i % 7 === 0).length);
    expect(many).not.toHaveBeenCalled();
  });
});
