/**
 * Restore. It only ever adds or renews: nothing in the store is lost, the same file twice changes nothing,
 * a work that both sides know under different record ids stays one work, and what cannot be joined is put
 * where the reader can see it.
 */
import { readBackup } from '../exchange';
import {
  BACKUP_TABLES,
  type Backup,
  isAhead,
  latestBelieved,
  type QuarantinedRecord,
  Settings,
  type Tag,
} from '../model';
import { db } from './db';
import { StoreError } from './errors';
import { type HeldTables, holdTables } from './held-tables';
import { record } from './history';
import { dealMissingNumberKeys } from './number-keys';
import { listPaper } from './papers';
import { type ImportSummary, RestoreLog } from './restore-log';
import { RecordJoin } from './restore-records';
import { chosenSettings, isUntouched, settings } from './settings';
import { dropBareStatement } from './statements';
import { recountCells } from './tallies';
import { inOneTransaction, sameRecord } from './transaction';

/**
 * Reads the text of a backup file into the store, in one transaction.
 * @throws StoreError with a sentence when the text is no backup; then nothing has changed.
 */
export async function restore(text: string): Promise<ImportSummary> {
  const read = readBackup(text);
  if (!read.ok) throw new StoreError('not-a-backup', read.problem);
  return inOneTransaction(db.tables, () => bringIn(read.backup, read.rejected));
}

/** Joins a file with the store, and puts right what stands on the records that changed. */
async function bringIn(
  file: Backup,
  rejected: readonly QuarantinedRecord[],
): Promise<ImportSummary> {
  const isNew = await clearTheWay(file);
  const { coder: who } = await settings();
  const held = await holdTables();
  const log = new RestoreLog(who, rejected);
  log.ahead(countAhead(file));
  const join = new RecordJoin(held, log);
  join.joinAll(file);
  for (const table of Object.values(held)) await table.putDown();
  await listTagged(join.touched, held.reviewPapers, who);
  await log.recordEvents();
  await addHistory(file);
  for (const id of join.left) await dropBareStatement(id, who);
  if (isNew) await joinSettings(file);
  await dealMissingNumberKeys();
  await recountCells(join.touched);
  await log.keepRejected(file.quarantine);
  return log.summary;
}

/**
 * Is the store new? Then the file's settings are the reader's, and the empty review that every new store
 * begins with is in the way.
 */
async function clearTheWay(file: Backup): Promise<boolean> {
  const [only, ...others] = await db.reviews.toArray();
  if (!only) return true;
  if (others.length || !isUntouched(only) || !file.reviews.length) return false;
  if (file.reviews.some((r) => r.id === only.id)) return false;
  if (await db.reviewPapers.where('reviewId').equals(only.id).count()) return false;
  if (await db.tags.where('reviewId').equals(only.id).count()) return false;
  await db.reviews.delete(only.id);
  await record({
    who: (await settings()).coder,
    reviewId: only.id,
    entity: 'review',
    entityId: only.id,
    action: 'delete',
    before: only,
    after: null,
  });
  return true;
}

/** How many of the file's records have a date in the future? */
function countAhead(file: Backup): number {
  const latest = latestBelieved();
  return BACKUP_TABLES.flatMap((table) => file[table].filter((one) => isAhead(one, latest))).length;
}

/** The file's settings; but what the reader has set here already stands. */
async function joinSettings(file: Backup): Promise<void> {
  const defaults: Record<string, unknown> = Settings.parse({});
  const mine = Object.fromEntries(
    Object.entries(await chosenSettings()).filter(
      ([key, value]) => value !== undefined && !sameRecord(value, defaults[key]),
    ),
  );
  const wanted = file.settings?.currentReviewId;
  const current = file.reviews.find((r) => r.id === wanted) ?? file.reviews[0];
  const joined = Settings.parse({ ...file.settings, ...mine, currentReviewId: current?.id });
  await db.settings.put({ key: 'settings', ...joined });
}

/** Tagged papers stand on their review's list. */
async function listTagged(
  tags: readonly Tag[],
  listed: HeldTables['reviewPapers'],
  who: string,
): Promise<void> {
  for (const { reviewId, paperId } of tags)
    if (!listed.get([reviewId, paperId])) listed.hold(await listPaper(reviewId, paperId, who));
}

/** The file's history, beside this store's own. */
async function addHistory(file: Backup): Promise<void> {
  const known = new Set(await db.history.toCollection().primaryKeys());
  await db.history.bulkAdd(file.history.filter((e) => !known.has(e.id)));
}
