/**
 * To version 11 what is counted was kept by cell or, as lists and objects, by paper; since version 12 by paper, as typed
 * numbers. Counted anew from the tags, in the upgrade's own transaction.
 */
import type { Transaction } from 'dexie';
import { sheetsOfTags } from '../../map';
import type { Tag } from '../../model';
import { ROW_CHECKS } from '../sweep/row-checks';

export async function toVersion12(tx: Transaction): Promise<void> {
  const tags = await tx.table('tags').toArray();
  const sheets = sheetsOfTags(tags.filter((row) => ROW_CHECKS.tags(row).ok) as Tag[]);
  const [tallied, marked] = [tx.table('tallySheets'), tx.table('statementSheets')];
  await tallied.clear();
  await marked.clear();
  await tallied.bulkPut(sheets.map((one) => one.tallied));
  await marked.bulkPut(sheets.map((one) => one.marked));
}
