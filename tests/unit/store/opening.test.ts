/** Opening the database: earlier versions are declared only where one is on the disk. */
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BearingDatabase, DATABASE_VERSION, db } from '../../../lib/store/db';
import { golden } from './golden';

describe('the version on the disk', () => {
  const { databases } = indexedDB;
  afterEach(() => vi.restoreAllMocks());

  /** A database of an earlier version, as a surface that was just started meets it. */
  async function started(
    version: number,
    told: typeof databases = () => databases.call(indexedDB),
  ): Promise<BearingDatabase> {
    db.close();
    await Dexie.delete('bearing');
    const { stores, tables } = golden(version);
    const old = new Dexie('bearing');
    old.version(version).stores(stores);
    await old.open();
    for (const [name, rows] of Object.entries(tables)) await old.table(name).bulkAdd(rows);
    old.close();
    vi.spyOn(indexedDB, 'databases').mockImplementation(told);
    return new BearingDatabase();
  }
  const onDisk = async () =>
    (await indexedDB.databases()).find(({ name }) => name === 'bearing')?.version;

  test('that the browser does not tell may be any: the database is brought over', async () => {
    const fresh = await started(1, () => Promise.reject(new Error('not here')));
    expect(await fresh.tags.count()).toBe(golden(1).tables.tags?.length);
    fresh.close();
  });

  test('is asked for once, however many reads wait', async () => {
    const fresh = await started(1);
    const counts = await Promise.all([fresh.tags.count(), fresh.papers.count(), fresh.open()]);
    expect(counts[0]).toBe(golden(1).tables.tags?.length);
    expect(indexedDB.databases).toHaveBeenCalledOnce();
    fresh.close();
    // And anew for the next opening.
    expect(await fresh.open()).toBe(fresh);
    expect(indexedDB.databases).toHaveBeenCalledTimes(2);
    fresh.close();
  });

  test('that cannot be brought over: what waits for the database is told why', async () => {
    const fresh = await started(5);
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new Error('pulled the plug');
    });
    await expect(fresh.tags.count()).rejects.toThrow('pulled the plug');
    fresh.close();
    vi.restoreAllMocks();
    expect(await onDisk()).toBe(50);
  });

  test.each([1, 8])(
    'that is %i after all leaves the database as it is, and the next start brings it over',
    async (version) => {
      const fresh = await started(version, async () => [
        { name: 'bearing', version: DATABASE_VERSION * 10 },
      ]);
      await expect(fresh.tags.count()).rejects.toThrow();
      fresh.close();
      vi.restoreAllMocks();
      expect(await onDisk()).toBe(version * 10);
      const next = new BearingDatabase();
      expect(await next.tags.count()).toBe(golden(version).tables.tags?.length);
      next.close();
    },
  );
});
