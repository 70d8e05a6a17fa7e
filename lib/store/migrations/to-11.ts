/** Version 10 to 11: what is counted is kept by paper, in sheets. In the upgrade's own transaction. */
import type { Transaction } from 'dexie';
import { sheetsOfTags } from '../../map';
import type { Tag } from '../../model';
import { ROW_CHECKS } from '../sweep/row-checks';

export async function toVersion11(tx: Transaction): Promise<void> {
  const tags = await tx.table('tags').toArray();
  const sheets = sheetsOfTags(tags.filter((row) => ROW_CHECKS.tags(row).ok) as Tag[]);
  await tx.table('tallySheets').bulkPut(sheets.map(({ tallied }) => tallied));
  await tx.table('statementSheets').bulkPut(sheets.map(({ marked }) => marked));
}
