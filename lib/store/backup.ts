/**
 * Backup: everything the store holds, as one file that `restore` reads again without loss. Rows that cannot be read as
 * records are in it too, set aside.
 */
import { writeBackup } from '../exchange';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type Backup,
  now,
  type QuarantinedRecord,
  Timestamp,
} from '../model';
import { db, type Quarantined } from './db';
import { asStoreError } from './errors';
import { unreadable } from './left-out';
import { quarantined } from './queries';
import { changeSettings, settings } from './settings';
import type { LeftOut } from './sound-rows';

/** The text of a backup file. `app` says what wrote it ("Bearing 0.1.0"). One read transaction: one moment. */
export async function backUp(app: string): Promise<string> {
  try {
    const backup: Backup = await db.transaction('r', db.tables, async () => ({
      format: BACKUP_FORMAT,
      version: BACKUP_VERSION,
      exportedAt: now(),
      app,
      settings: await settings(),
      codebooks: await db.codebooks.toArray(),
      reviews: await db.reviews.toArray(),
      papers: await db.papers.toArray(),
      reviewPapers: await db.reviewPapers.toArray(),
      statements: await db.statements.toArray(),
      tags: await db.tags.toArray(),
      assessments: await db.assessments.toArray(),
      history: await db.history.toArray(),
      // Last: by now every row that cannot be read has been met.
      quarantine: [...(await quarantined()), ...unreadable()].map(quarantinedRecord),
    }));
    return writeBackup(backup);
  } catch (error) {
    throw asStoreError(error);
  }
}

/** A set-aside record, or one that cannot be read, as a file has it. */
function quarantinedRecord(row: LeftOut | Quarantined): QuarantinedRecord {
  const { table, problems, record } = row;
  const at = 'at' in row && Timestamp.safeParse(row.at).success ? row.at : undefined;
  return { table: table.slice(0, MOST_TABLE_NAME), problems, record, ...(at && { at }) };
}

const MOST_TABLE_NAME = 60;

/** Notes that a backup file has been handed to the reader. */
export const noteBackup = (): Promise<void> => changeSettings({ lastBackupAt: now() });
