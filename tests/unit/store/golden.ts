/** Golden databases and backups of earlier versions: laid down on the disk as they were, and brought over or broken off. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Dexie } from 'dexie';
import { expect, vi } from 'vitest';
import { db } from '../../../lib/store/db';

const FOLDER = path.join(import.meta.dirname, '../../fixtures/golden');

export interface Golden {
  version: number;
  idbVersion: number;
  stores: Record<string, string>;
  tables: Record<string, Record<string, unknown>[]>;
}

export function golden(version: number | string): Golden {
  const text = readFileSync(path.join(FOLDER, `v${version}.json`), 'utf8');
  // JSON has no typed arrays: since version 12 the numbers of a tally sheet are one.
  return JSON.parse(text, (key, value) =>
    key === 'typed' ? Uint32Array.from(value) : (value?.typed ?? value),
  ) as Golden;
}

/** Makes the database as that version left it on disk, without the product's own code. */
export async function layDown({ version, idbVersion, stores, tables }: Golden): Promise<void> {
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

/** A backup file that was written then. */
export const goldenBackup = (name: string): string =>
  readFileSync(path.join(FOLDER, `backup-${name}.json`), 'utf8');

/** Brings a database over, and pulls the plug after so many puts into one table. */
export async function breakOff(file: Golden, table: string, puts: number): Promise<void> {
  const original = IDBObjectStore.prototype.put;
  let put = 0;
  const broken = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    if (this.name === table && ++put > puts) throw new Error('pulled the plug');
    return original.apply(this, args);
  });
  await expect(layDown(file)).rejects.toThrow();
  broken.mockRestore();
  expect(put).toBe(puts + 1);
}
