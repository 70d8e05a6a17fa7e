/**
 * The golden databases: raw records as each version of the database wrote them. Whatever Bearing becomes,
 * it opens them, reads every record, and loses none.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { backUp, mapInput, reviewData, setAsideBy, sweep } from '../../../lib/store';
import { BearingDatabase, db } from '../../../lib/store/db';
import { contents, expectSound } from './support';

interface Golden {
  version: number;
  idbVersion: number;
  stores: Record<string, string>;
  tables: Record<string, Record<string, unknown>[]>;
}

const golden = (version: number) =>
  JSON.parse(
    readFileSync(path.join(import.meta.dirname, `../../fixtures/golden/v${version}.json`), 'utf8'),
  ) as Golden;

/** Makes the database as that version left it on disk, without the product's own code. */
async function layDown({ version, idbVersion, stores, tables }: Golden): Promise<void> {
  db.close();
  await Dexie.delete('bearing');
  const old = new Dexie('bearing');
  old.version(version).stores(stores);
  await old.open();
  expect(old.backendDB().version).toBe(idbVersion);
  for (const [name, records] of Object.entries(tables)) await old.table(name).bulkAdd(records);
  old.close();
  await db.open();
}

afterEach(() => db.close());

describe.each([1])('version %i', (version) => {
  test('opens, and every record is there', async () => {
    const file = golden(version);
    await layDown(file);
    expect(await contents()).toEqual(file.tables);
  });

  test('every record passes its schema of today and what is counted is counted right', async () => {
    await layDown(golden(version));
    expect(setAsideBy(await sweep())).toBe(0);
    await expectSound();
  });

  test('has something of everything', () => {
    for (const [name, records] of Object.entries(golden(version).tables))
      expect(records.length, name).toBeGreaterThan(0);
  });

  test('is read by the surfaces', async () => {
    await layDown(golden(version));
    const current = await mapInput();
    expect(current?.review.name).toBe('Second review');
    const data = await reviewData(current?.review.id ?? '');
    expect(data?.tags).toHaveLength(1);
    expect(data?.statements).toHaveLength(1);
    expect(data?.papers).toHaveLength(2);
    expect(JSON.parse(await backUp('x')).tags).toHaveLength(3);
  });
});

test('the newest golden database is of the version that Bearing writes, index for index', () => {
  const { version, stores } = golden(1);
  const now = new BearingDatabase('unopened');
  expect(now.verno || version).toBe(version);
  const said = Object.fromEntries(
    now.tables.map((t) => [
      t.name,
      [t.schema.primKey.src, ...t.schema.indexes.map((i) => i.src)].join(', '),
    ]),
  );
  // A change here without a new version number would leave every reader's database behind.
  expect(said).toEqual(stores);
});
