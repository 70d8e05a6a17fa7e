/**
 * The sweep that checks every stored record against its schema. One that fails is moved, whole, to the
 * quarantine, where the reader can see it: never repaired in silence, never replaced by a default. What belongs to it
 * stays, and waits for it. What belongs to a record that is nowhere could be shown nowhere, so it is moved too.
 */
import { Dexie, type IndexableType, type Table } from 'dexie';
import { isAhead, type KindName, latestBelieved, MENDABLE } from '../../model';
import { commit } from '../commit';
import { db } from '../db';
import { findLost, unreadable } from '../read/left-out';
import { keepUsedCodebooks, loadUsedCodebooks } from '../write/codebooks';
import { recountAll } from '../write/sheets';
import { dropBareStatement } from '../write/statements';
import type { StepWriter } from '../write/step-writer';
import { keyAllTitles } from '../write/title-keys';
import { inOneTransaction } from '../write/transaction';
import { putRight } from './invariants';
import { DERIVED, ROW_CHECKS } from './row-checks';
import { seeEveryRow } from './sound-rows';

/** Numbers of records by table. Tables without any are left out. */
export type TableCounts = Readonly<Record<string, number>>;

/** What a sweep did. */
export interface SweepReport {
  /** Records that could not be read and were set aside. */
  unreadable: TableCounts;
  /** Records that were set aside because what they belong to is nowhere. */
  stranded: TableCounts;
  /** Records that broke a rule (lib/model/invariants.ts) and were put right, without losing anything. */
  mended: TableCounts;
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
  await loadUsedCodebooks();
  return inOneTransaction(db.tables, async () => {
    // Read here, because every step begins by setting this one row aside if it is damaged.
    await db.installation.toArray();
    const found = unreadable().length;
    return commit('set-aside', (step) => setAside(step, found));
  });
}

async function setAside(step: StepWriter, installations: number): Promise<SweepReport> {
  seeEveryRow();
  const [bad, mended] = [new Counter(), new Counter()];
  const [stranded, ahead] = [new Counter(), new Counter()];
  bad.add('installation', installations);
  const tables = Object.keys(ROW_CHECKS).filter((name) => !DERIVED.has(name));
  for (const name of tables) bad.add(name, await moveBad(db.table(name), step));
  for (const kind of MENDABLE) mended.add(kind, await mend(kind, step));
  for (const { kind, record, problems } of await findLost()) {
    await step.setAside(kind, record, problems);
    stranded.add(kind, 1);
  }
  await dropBareStatements(step);
  await keepUsedCodebooks(step);
  const recounted = await recountAll();
  await keyAllTitles();
  for (const name of tables) ahead.add(name, await countAhead(db.table(name)));
  return {
    unreadable: bad.counts,
    stranded: stranded.counts,
    mended: mended.counts,
    recounted,
    ahead: ahead.counts,
  };
}

/** Moves every row of a table that fails its check. */
async function moveBad(table: Table, step: StepWriter): Promise<number> {
  const check = ROW_CHECKS[table.name as keyof typeof ROW_CHECKS];
  const bad: { key: IndexableType; record: unknown; problems: string[] }[] = [];
  await eachRow(table, (record, key) => {
    const verdict = check(record);
    if (!verdict.ok) bad.push({ key, record, problems: verdict.problems });
  });
  for (const one of bad)
    await step.aside.moveUnreadable(table.name, one.key, one.record, one.problems);
  return bad.length;
}

/**
 * Puts right what can be. That makes no new version: every store does the same to its copy, and a colleague's later change
 * of the record must not lose to it.
 */
async function mend(kind: KindName, step: StepWriter): Promise<number> {
  const broken = (await db.table(kind).toArray()).filter((one) => putRight(kind, one) !== one);
  for (const record of broken) await step.put(kind, record, 'quiet');
  return broken.length;
}

/** History has them: quarantine holds what cannot be read, not what is merely no longer tagged. */
async function dropBareStatements(step: StepWriter): Promise<void> {
  const tagged = new Set<unknown>(await db.tags.orderBy('statementId').uniqueKeys());
  for (const id of await db.statements.toCollection().primaryKeys())
    if (!tagged.has(id)) await dropBareStatement(id, step);
}

async function countAhead(table: Table): Promise<number> {
  const latest = latestBelieved();
  let count = 0;
  await eachRow(table, (record) => {
    if (isAhead(record, latest)) count += 1;
  });
  return count;
}

/** As many are held in memory. */
const ROWS_AT_ONCE = 1_000;

/** Every row of a table, by slices: a cursor gives them one by one, which takes many times as long. */
async function eachRow(
  table: Table<unknown, IndexableType>,
  look: (row: never, key: IndexableType) => void,
): Promise<void> {
  const { primaryKey } = table.core.schema;
  let last: IndexableType = Dexie.minKey;
  for (let isMore = true; isMore; ) {
    const rows: unknown[] = await table.where(':id').above(last).limit(ROWS_AT_ONCE).toArray();
    for (const row of rows) {
      last = primaryKey.extractKey?.(row);
      look(row as never, last);
    }
    isMore = rows.length === ROWS_AT_ONCE;
  }
}
