/** Version 10 to 11: what is counted is kept by paper, in tally sheets. In the upgrade's own transaction. */
import type { Transaction } from 'dexie';
import { sheetsOfTags } from '../../map';
import type { Statement, Tag } from '../../model';
import { ROW_CHECKS } from '../sweep/row-checks';

export async function toVersion11(tx: Transaction): Promise<void> {
  const tags = await tx.table('tags').toArray();
  const statements = await tx.table('statements').toArray();
  const sheets = sheetsOfTags(
    tags.filter((row) => ROW_CHECKS.tags(row).ok) as Tag[],
    statements.filter((row) => ROW_CHECKS.statements(row).ok) as Statement[],
  );
  await tx.table('tallySheets').bulkPut(sheets.map(({ tallied }) => tallied));
  await tx.table('statementSheets').bulkPut(sheets.map(({ marked }) => marked));
}
