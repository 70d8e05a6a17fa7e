/** Backup: everything the store holds, as one file that `restore` reads again without loss. */
import { writeBackup } from '../exchange';
import { BACKUP_FORMAT, BACKUP_VERSION, type Backup, now } from '../model';
import { db } from './db';
import { asStoreError } from './errors';
import { changeSettings, settings } from './settings';

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
      quarantine: (await db.quarantine.toArray()).map(({ table, problems, record, at }) => ({
        table,
        problems,
        record,
        at,
      })),
    }));
    return writeBackup(backup);
  } catch (error) {
    throw asStoreError(error);
  }
}

/** Notes that a backup file has been handed to the reader. */
export const noteBackup = (): Promise<void> => changeSettings({ lastBackupAt: now() });
