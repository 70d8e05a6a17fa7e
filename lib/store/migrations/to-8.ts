/**
 * Version 7 to 8: the papers of a study family are records of their own. In the upgrade's own transaction: it is carried
 * out whole or not at all.
 */
import type { Transaction } from 'dexie';
import { membersOfLinks, withoutLinks } from '../../model';

const TABLES = ['reviewPapers', 'stamps'] as const;

export async function toVersion8(tx: Transaction): Promise<void> {
  const [reviewPapers, stamps] = await Promise.all(TABLES.map((name) => tx.table(name).toArray()));
  const tables = { reviewPapers: reviewPapers ?? [], stamps: stamps ?? [] };
  const upgraded = membersOfLinks({ ...tables, familyMembers: [], steps: [] });
  await tx.table('familyMembers').bulkPut(upgraded.familyMembers);
  for (const name of TABLES) {
    const before = new Set(tables[name]);
    const changed = upgraded[name].filter((row) => !before.has(row));
    if (changed.length) await tx.table(name).bulkPut(changed);
  }
  for (const name of ['steps', 'stepParts']) await upgradeRows(tx, name);
}

/** One at a time: all large steps together may be more than fits in memory. */
async function upgradeRows(tx: Transaction, name: string): Promise<void> {
  const table = tx.table(name);
  for (const key of await table.toCollection().primaryKeys()) {
    const row: unknown = await table.get(key);
    const upgraded = withoutLinks(row);
    if (upgraded !== row) await table.put(upgraded);
  }
}
