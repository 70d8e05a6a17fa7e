/** Tally sheets: rewritten in the transaction that changes a tag. */

import type { Table } from 'dexie';
import { sheetsOfTags } from '../../map';
import type { RowCheck, Tag } from '../../model';
import { db } from '../db';
import { ROW_CHECKS } from '../sweep/row-checks';
import { canonical } from './transaction';

/**
 * Makes the sheets of the given tags anew, from the tags themselves. A sheet holds one paper's tags: counting afresh costs
 * little and cannot drift.
 */
export async function recountSheets(
  tags: readonly Pick<Tag, 'reviewId' | 'paperId'>[],
): Promise<void> {
  const papers = new Map(tags.map((tag) => [`${tag.reviewId} ${tag.paperId}`, tag]));
  for (const { reviewId, paperId } of papers.values()) {
    const key: [string, string] = [reviewId, paperId];
    const own = await db.tags.where('[reviewId+paperId]').equals(key).toArray();
    const [sheets] = sheetsOfTags(own);
    if (sheets) {
      await db.tallySheets.put(sheets.tallied);
      await db.statementSheets.put(sheets.marked);
    } else {
      await db.tallySheets.delete(key);
      await db.statementSheets.delete(key);
    }
  }
}

/** Makes every sheet anew from all tags, and writes them where they differ. For the sweep. True where they did. */
export async function recountAll(): Promise<boolean> {
  const counted = sheetsOfTags(await db.tags.toArray());
  const tallied = await renew(
    db.tallySheets,
    counted.map((one) => one.tallied),
    ROW_CHECKS.tallySheets,
  );
  const marked = await renew(
    db.statementSheets,
    counted.map((one) => one.marked),
    ROW_CHECKS.statementSheets,
  );
  return tallied || marked;
}

async function renew<T extends object>(
  table: Table<T, [string, string]>,
  sheets: readonly T[],
  check: RowCheck,
): Promise<boolean> {
  const sorted = (some: readonly object[]) => some.map(canonical).sort().join('\n');
  const stored = await table.toArray();
  if (stored.every((row) => check(row).ok) && sorted(sheets) === sorted(stored)) return false;
  await table.clear();
  await table.bulkPut(sheets);
  return true;
}
