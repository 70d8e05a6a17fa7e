/**
 * The sweep that checks every stored record against its schema. One that fails is moved, whole, to the
 * quarantine, where the reader can see it: never repaired in silence, never replaced by a default. What
 * stands on such a record (a tag whose paper is gone) could be shown nowhere, so it follows.
 */
import type { Table } from 'dexie';
import { isAhead, latestBelieved, newId, now } from '../model';
import { db } from './db';
import { Stranded } from './left-out';
import { DERIVED, ROW_CHECKS } from './row-checks';
import { settings } from './settings';
import { seeEveryRow } from './sound-rows';
import { dropBareStatement } from './statements';
import { recountAll } from './tallies';
import { inOneTransaction } from './transaction';

/** Numbers of records by table. Tables without any are left out. */
export type TableCounts = Readonly<Record<string, number>>;

/** What a sweep did. */
export interface SweepReport {
  /** Records that could not be read and were set aside. */
  unreadable: TableCounts;
  /** Records that were set aside because what they belong to is not there. */
  stranded: TableCounts;
  /** The counts of the map were off, and were put right. */
  recounted: boolean;
  /** Records with a date in the future. They stay. */
  ahead: TableCounts;
}

class Counter {
  readonly counts: Record<string, number> = {};
  add(table: string, count: number): void {
    if (count) this.counts[table] = (this.counts[table] ?? 0) + count;
  }
}

export function total(counts: TableCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** How many records a sweep has set aside. */
export const setAsideBy = ({ unreadable, stranded }: SweepReport): number =>
  total(unreadable) + total(stranded);

/** Runs after an update and from Settings. */
export async function sweep(): Promise<SweepReport> {
  return inOneTransaction(db.tables, async () => {
    seeEveryRow();
    const [unreadable, stranded, ahead] = [new Counter(), new Counter(), new Counter()];
    const checks = Object.entries(ROW_CHECKS).filter(([name]) => !DERIVED.has(name));
    for (const [name, check] of checks) {
      const moved = await moveBad(db.table(name), (row) => {
        const verdict = check(row);
        return verdict.ok ? [] : verdict.problems;
      });
      unreadable.add(name, moved);
    }
    await moveStranded(stranded);
    const recounted = await recountAll();
    for (const [name] of checks) ahead.add(name, await countAhead(db.table(name)));
    return {
      unreadable: unreadable.counts,
      stranded: stranded.counts,
      recounted,
      ahead: ahead.counts,
    };
  });
}

/** Moves every record of a table for which `problems` reports something. */
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

async function countAhead(table: Table): Promise<number> {
  const latest = latestBelieved();
  let count = 0;
  await table.each((record) => {
    if (isAhead(record, latest)) count += 1;
  });
  return count;
}

/** In the order in which they refer to one another. */
async function moveStranded(moved: Counter): Promise<void> {
  const ids = (table: Table) => table.toCollection().primaryKeys() as PromiseLike<string[]>;
  const move = async (table: Table, known: Stranded) =>
    moved.add(table.name, await moveBad(table, (row) => known.problems(row as object)));
  const [review, paper] = [await ids(db.reviews), await ids(db.papers)];
  for (const table of [db.reviewPapers, db.assessments, db.statements])
    await move(table, new Stranded({ review, paper }));
  const statements = await ids(db.statements);
  await move(db.tags, new Stranded({ review, paper, statement: statements }));
  // History has them: quarantine holds what cannot be read, not what is merely no longer tagged.
  const { coder } = await settings();
  const tagged = new Set<unknown>(await db.tags.orderBy('statementId').uniqueKeys());
  for (const id of statements) if (!tagged.has(id)) await dropBareStatement(id, coder);
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
