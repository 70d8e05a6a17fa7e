/**
 * The sweep that checks every stored record against its schema. One that fails is moved, whole, to the
 * quarantine, where the reader can see it: never repaired in silence, never replaced by a default.
 */
import type { Table } from 'dexie';
import type { z } from 'zod';
import {
  Assessment,
  Codebook,
  HistoryEvent,
  newId,
  now,
  Paper,
  Review,
  ReviewPaper,
  Statement,
  Tag,
} from '../model';
import { db } from './db';
import { recountCells } from './tallies';

const checked = (): [Table, z.ZodType][] => [
  [db.papers, Paper],
  [db.statements, Statement],
  [db.tags, Tag],
  [db.assessments, Assessment],
  [db.reviews, Review],
  [db.reviewPapers, ReviewPaper],
  [db.codebooks, Codebook],
  [db.history, HistoryEvent],
];

/** Runs after an update and from Settings. Gives the number of records moved. */
export async function sweep(): Promise<number> {
  let moved = 0;
  for (const [table, schema] of checked()) moved += await sweepTable(table, schema);
  return moved;
}

async function sweepTable(table: Table, schema: z.ZodType): Promise<number> {
  return db.transaction('rw', [table, db.quarantine, db.tags, db.tallies], async () => {
    const bad: { key: unknown; record: unknown; problems: string[] }[] = [];
    await table.each((record, cursor) => {
      const result = schema.safeParse(record);
      if (!result.success)
        bad.push({
          key: cursor.primaryKey,
          record,
          problems: result.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`),
        });
    });
    for (const { key, record, problems } of bad) {
      await quarantine(table.name, record, problems);
      await table.delete(key as never);
    }
    if (table === db.tags) await recountCells(bad.map((b) => b.record).filter(isCell));
    return bad.length;
  });
}

function isCell(record: unknown): record is Tag {
  const r = record as Partial<Record<string, unknown>>;
  return ['reviewId', 'codebookId', 'influenceId', 'paperId'].every(
    (k) => typeof r?.[k] === 'string',
  );
}

/** Keeps a record that failed its schema. Call inside a transaction over `quarantine`. */
export async function quarantine(
  table: string,
  record: unknown,
  problems: string[],
): Promise<void> {
  await db.quarantine.put({ id: newId(), table, at: now(), problems, record });
}
