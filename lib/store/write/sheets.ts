/** Tally sheets: rewritten in the transaction that changes a tag. */
import { sheetsOfTags } from '../../map';
import type { Statement, Tag } from '../../model';
import { db } from '../db';
import { ROW_CHECKS } from '../sweep/row-checks';
import { canonical } from './transaction';

/**
 * Makes the sheets of the given tags anew, from the records themselves. A sheet holds one paper's tags: counting afresh
 * costs little and cannot drift.
 * @param statements ids of statements that were changed, whose tags may be as they were
 */
export async function recountSheets(
  tags: readonly Pick<Tag, 'reviewId' | 'paperId'>[],
  statements: readonly string[],
): Promise<void> {
  const touched = statements.length
    ? await db.tags.where('statementId').anyOf(statements).toArray()
    : [];
  const papers = new Map(
    [...tags, ...touched].map((tag) => [`${tag.reviewId} ${tag.paperId}`, tag]),
  );
  for (const { reviewId, paperId } of papers.values()) {
    const key: [string, string] = [reviewId, paperId];
    const own = await db.tags.where('[reviewId+paperId]').equals(key).toArray();
    const [sheet] = sheetsOfTags(own, await statementsOf(own));
    if (sheet) await db.tallySheets.put(sheet);
    else await db.tallySheets.delete(key);
  }
}

/** By their ids: a statement may be filed under a paper that its tags are not. */
async function statementsOf(tags: readonly Tag[]): Promise<Statement[]> {
  const found = await db.statements.bulkGet([...new Set(tags.map((tag) => tag.statementId))]);
  return found.filter((one) => one !== undefined);
}

/** Makes every sheet anew from all tags, and writes them where they differ. For the sweep. True where they did. */
export async function recountAll(): Promise<boolean> {
  const counted = sheetsOfTags(await db.tags.toArray(), await db.statements.toArray());
  const sorted = (sheets: readonly object[]) => sheets.map(canonical).sort().join('\n');
  const stored = await db.tallySheets.toArray();
  const sound = stored.every((row) => ROW_CHECKS.tallySheets(row).ok);
  if (sound && sorted(counted) === sorted(stored)) return false;
  await db.tallySheets.clear();
  await db.tallySheets.bulkPut(counted);
  return true;
}
