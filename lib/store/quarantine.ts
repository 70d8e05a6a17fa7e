/**
 * The sweep that checks every stored record against its schema. One that fails is moved, whole, to the
 * quarantine, where the reader can see it: never repaired in silence, never replaced by a default. What
 * stands on such a record (a tag whose paper is gone) could be shown nowhere, so it follows.
 */
import type { Table } from 'dexie';
import type { z } from '../model';
import {
  Assessment,
  Codebook,
  HistoryEvent,
  newId,
  now,
  Paper,
  Review,
  ReviewPaper,
  Settings,
  Statement,
  Tag,
} from '../model';
import { db } from './db';
import { settings } from './settings';
import { dropBareStatement } from './statements';
import { recountAll } from './tallies';
import { inOneTransaction, problemsOf } from './transaction';

const checked = (): [Table, z.ZodType][] => [
  [db.settings, Settings],
  [db.codebooks, Codebook],
  [db.reviews, Review],
  [db.papers, Paper],
  [db.reviewPapers, ReviewPaper],
  [db.statements, Statement],
  [db.tags, Tag],
  [db.assessments, Assessment],
  [db.history, HistoryEvent],
];

/** Runs after an update and from Settings. Gives the number of records moved. */
export async function sweep(): Promise<number> {
  return inOneTransaction(db.tables, async () => {
    let moved = 0;
    for (const [table, schema] of checked())
      moved += await moveBad(table, (record) => {
        const result = schema.safeParse(record);
        return result.success ? [] : problemsOf(result.error);
      });
    moved += await moveStranded();
    await recountAll();
    return moved;
  });
}

/** Moves every record of a table of which `problems` has something to say. */
async function moveBad(table: Table, problems: (record: unknown) => string[]): Promise<number> {
  const bad: { key: unknown; record: unknown; problems: string[] }[] = [];
  await table.each((record, cursor) => {
    const found = problems(record);
    if (found.length) bad.push({ key: cursor.primaryKey, record, problems: found });
  });
  for (const one of bad) {
    await quarantine(table.name, one.record, one.problems);
    await table.delete(one.key as never);
  }
  return bad.length;
}

/** In the order in which they stand on one another. */
async function moveStranded(): Promise<number> {
  const ids = async (table: Table) => new Set<unknown>(await table.toCollection().primaryKeys());
  const reviews = await ids(db.reviews);
  const papers = await ids(db.papers);
  const lacks = (what: string, known: ReadonlySet<unknown>, id: string) =>
    known.has(id) ? [] : [`its ${what} ${id} is not in Bearing, or is in quarantine itself`];
  type Placed = Pick<Tag, 'reviewId' | 'paperId'>;
  const ofBoth = (r: unknown) => [
    ...lacks('review', reviews, (r as Placed).reviewId),
    ...lacks('paper', papers, (r as Placed).paperId),
  ];
  let moved = await moveBad(db.reviewPapers, ofBoth);
  moved += await moveBad(db.assessments, ofBoth);
  moved += await moveBad(db.statements, (r) => lacks('paper', papers, (r as Statement).paperId));
  const statements = await ids(db.statements);
  moved += await moveBad(db.tags, (r) => [
    ...ofBoth(r),
    ...lacks('statement', statements, (r as Tag).statementId),
  ]);
  // History has them: quarantine holds what cannot be read, not what is merely no longer tagged.
  const { coder } = await settings();
  const tagged = new Set<unknown>(await db.tags.orderBy('statementId').uniqueKeys());
  for (const id of statements) if (!tagged.has(id)) await dropBareStatement(id as string, coder);
  return moved;
}

/** Keeps a record that failed its schema. Call inside a transaction over `quarantine`. */
export async function quarantine(
  table: string,
  record: unknown,
  problems: string[],
  at: string = now(),
): Promise<void> {
  await db.quarantine.put({ id: newId(), table, at, problems, record });
}
