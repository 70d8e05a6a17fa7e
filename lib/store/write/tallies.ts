/** Tallies: the evidence map's cells, rewritten in the transaction that changes a tag. */
import { talliesOfTags, tallyCell } from '../../map';
import type { Tag } from '../../model';
import { db } from '../db';
import { ROW_CHECKS } from '../sweep/row-checks';
import { canonical } from './transaction';

type Cell = Pick<Tag, 'reviewId' | 'codebookId' | 'influenceId' | 'paperId'>;

/**
 * Recounts the cells of the given tags from the tags themselves. A cell holds one paper's tags on one
 * influence, a handful: counting afresh costs little and cannot drift.
 */
export async function recountCells(cells: readonly Cell[]): Promise<void> {
  const keys = new Map(
    cells.map((c) => [JSON.stringify([c.reviewId, c.codebookId, c.influenceId, c.paperId]), c]),
  );
  for (const { reviewId, codebookId, influenceId, paperId } of keys.values()) {
    const key: [string, string, string, string] = [reviewId, codebookId, influenceId, paperId];
    const tags = await db.tags
      .where('[reviewId+codebookId+influenceId+paperId]')
      .equals(key)
      .toArray();
    // One paper has one statement per quote (a unique index), so statements tell themselves apart by id.
    if (tags.length)
      await db.tallies.put({ reviewId, codebookId, influenceId, paperId, ...tallyCell(tags, []) });
    else await db.tallies.delete(key);
  }
}

/** Recounts every cell from all tags, and writes them anew where they differ. For the sweep. True where they did. */
export async function recountAll(): Promise<boolean> {
  const counted = talliesOfTags(await db.tags.toArray());
  const sorted = (tallies: readonly object[]) => tallies.map(canonical).sort().join('\n');
  const stored = await db.tallies.toArray();
  const sound = stored.every((row) => ROW_CHECKS.tallies(row).ok);
  if (sound && sorted(counted) === sorted(stored)) return false;
  await db.tallies.clear();
  await db.tallies.bulkPut(counted);
  return true;
}
