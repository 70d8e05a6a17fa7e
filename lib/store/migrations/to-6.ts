/**
 * Version 5 to 6: what was tagged on a scite report is filed under the paper that says it. In the upgrade's own
 * transaction: it is carried out whole or not at all.
 */
import type { Transaction } from 'dexie';
import { moveToCiting, SAID_BY_TABLES } from '../../model';

export async function toVersion6(tx: Transaction): Promise<void> {
  const tables = {} as Parameters<typeof moveToCiting>[0];
  for (const name of SAID_BY_TABLES) tables[name] = await tx.table(name).toArray();
  const moved = moveToCiting(tables);
  for (const name of SAID_BY_TABLES) {
    const before = new Set(tables[name]);
    const changed = moved[name].filter((row) => !before.has(row));
    if (changed.length) await tx.table(name).bulkPut(changed);
  }
}
