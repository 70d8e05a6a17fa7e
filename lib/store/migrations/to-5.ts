/**
 * Version 3 to 5: codebooks are kept under their id and version, and reviews name the versions that they use. An id that
 * has white space is renamed. A table's
 * primary key cannot be changed in place, so codebooks go through a table of passage: version 4 takes them there, version
 * 5 brings them back. Both run in the upgrade's one transaction; no database is left at version 4.
 */
import type { IndexableType, Transaction } from 'dexie';
import { newId, now, upgradeCodebooks, versionsThen } from '../../model';

export const PASSAGE = 'codebooksInPassage';

export async function toVersion4(tx: Transaction): Promise<void> {
  const [codebooks, tags] = [await rowsOf(tx, 'codebooks'), await rowsOf(tx, 'tags')];
  const versions = versionsThen({ codebooks, tags });
  const upgraded = (table: string, row: Row) => upgradeCodebooks(table, row, versions) as Row;
  const hasKey = ({ id, version }: Row) => typeof id === 'string' && typeof version === 'string';
  await tx
    .table(PASSAGE)
    .bulkPut(codebooks.filter(hasKey).map((row) => upgraded('codebooks', row)));
  await tx.table('quarantine').bulkAdd(
    codebooks
      .filter((row) => !hasKey(row))
      .map((record) => ({
        ...{ id: newId(), table: 'codebooks', at: now(), record },
        problems: ['it has no id or version'],
      })),
  );
  for (const table of ['reviews', 'steps'])
    await tx
      .table(table)
      .toCollection()
      .modify((row, ref) => {
        ref.value = upgraded(table, row);
      });
  // What is found by a codebook is put under its new key.
  const kept = [
    ['tags', tags],
    ['assessments', await rowsOf(tx, 'assessments')],
    ['stamps', await rowsOf(tx, 'stamps')],
  ] as const;
  for (const [table, rows] of kept) {
    const changed = rows.filter((row) => upgraded(table, row) !== row);
    await tx.table(table).bulkDelete(changed.map((row) => keyIn(tx, table, row)));
    await tx.table(table).bulkPut(changed.map((row) => upgraded(table, row)));
  }
}

export async function toVersion5(tx: Transaction): Promise<void> {
  await tx.table('codebooks').bulkPut(await rowsOf(tx, PASSAGE));
}

type Row = Record<string, unknown>;

/** A row's key as it lies on the disk. */
function keyIn(tx: Transaction, table: string, row: Row): IndexableType {
  const path = tx.table(table).schema.primKey.keyPath ?? [];
  return (Array.isArray(path) ? path.map((field) => row[field]) : row[path]) as IndexableType;
}

const rowsOf = (tx: Transaction, table: string): Promise<Row[]> => tx.table(table).toArray();
