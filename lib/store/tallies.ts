/** Tallies: the evidence map's cells, rewritten in the transaction that changes a tag. */
import { tallyCell } from '../map';
import type { Tag } from '../model';
import { db } from './db';

type Cell = Pick<Tag, 'reviewId' | 'codebookId' | 'influenceId' | 'paperId'>;

/**
 * Recounts the cells of the given tags from the tags themselves. A cell holds one paper's tags on one
 * influence, a handful: counting afresh costs little and cannot drift.
 */
export async function recountCells(cells: readonly Cell[]): Promise<void> {
  const keys = new Map(
    cells.map((c) => [`${c.reviewId}\n${c.codebookId}\n${c.influenceId}\n${c.paperId}`, c]),
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
