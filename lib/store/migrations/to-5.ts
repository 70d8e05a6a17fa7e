/**
 * Version 3 to 5: codebooks are kept under their id and version, and reviews name the versions that they use. A table's
 * primary key cannot be changed in place, so codebooks go through a table of passage: version 4 takes them there, version
 * 5 brings them back. Both run in the upgrade's one transaction; no database is left at version 4.
 */
import type { Transaction } from 'dexie';
import { newId, now, upgradeCodebooks, versionsThen } from '../../model';

export const PASSAGE = 'codebooksInPassage';

export async function toVersion4(tx: Transaction): Promise<void> {
  const [codebooks, tags] = [await rowsOf(tx, 'codebooks'), await rowsOf(tx, 'tags')];
  const versions = versionsThen({ codebooks, tags });
  const hasKey = ({ id, version }: Row) => typeof id === 'string' && typeof version === 'string';
  await tx.table(PASSAGE).bulkPut(codebooks.filter(hasKey));
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
        ref.value = upgradeCodebooks(table, row, versions);
      });
  // The key of a codebook's version is part of the row's own key.
  const stamps = await rowsOf(tx, 'stamps');
  const upgraded = stamps.map((row) => upgradeCodebooks('stamps', row, versions) as Row);
  const changed = stamps.filter((row, i) => row !== upgraded[i]);
  await tx.table('stamps').bulkDelete(changed.map(({ table, key }) => [table, key]));
  await tx.table('stamps').bulkPut(upgraded.filter((row, i) => row !== stamps[i]));
}

export async function toVersion5(tx: Transaction): Promise<void> {
  await tx.table('codebooks').bulkPut(await rowsOf(tx, PASSAGE));
}

type Row = Record<string, unknown>;
const rowsOf = (tx: Transaction, table: string): Promise<Row[]> => tx.table(table).toArray();
