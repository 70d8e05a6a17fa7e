/**
 * Restore: merges what a file holds with the store. It adds and renews; what was deleted here stays deleted, the
 * same file twice changes nothing, and what cannot be joined is put where the reader can see it.
 */
import { type QuarantinedRecord, Settings, type StoreContents } from '../model';
import { commit, type StepWriter, stored } from './commit';
import { db } from './db';
import { asStoreError } from './errors';
import { loadCodebooksOf } from './import-codebooks';
import { type ImportReport, planImport } from './import-plan';
import { dealMissingIn } from './number-keys';
import { chosenSettings } from './settings';
import { dropFreedStatements } from './statements';
import { sameRecord } from './transaction';

/** What a restore did. */
export interface ImportSummary extends ImportReport {
  /** `undo` of this takes the whole import back; null where nothing changed. */
  eventId: string | null;
}

export interface RestoreOptions {
  /** Whose tags the file's own coder made: the reader's, who works on here under that coder, or somebody else's. */
  as?: 'mine' | 'other';
  /** The id of the step that this becomes, for whoever asks afterwards whether it was carried out. */
  id?: string;
  /** Called with how many of the changed records have been written. */
  onWritten?: (done: number, total: number) => void;
}

/** What a restore of these records would do now. Writes nothing, and decides as `restore` does, by the same plan. */
export async function previewRestore(
  file: StoreContents,
  rejected: readonly QuarantinedRecord[] = [],
): Promise<ImportReport> {
  try {
    await loadCodebooksOf(file);
    return await db.transaction(
      'r',
      db.tables,
      async () => (await planImport(file, rejected)).report,
    );
  } catch (error) {
    throw asStoreError(error);
  }
}

/**
 * Merges the records of a file with the store, in one transaction.
 * @param rejected records of the file that could not be read: they go to the quarantine
 */
export async function restore(
  file: StoreContents,
  rejected: readonly QuarantinedRecord[] = [],
  { as = 'other', id, onWritten }: RestoreOptions = {},
): Promise<ImportSummary> {
  await loadCodebooksOf(file);
  return commit(
    'restore',
    async (step) => {
      const plan = await planImport(file, rejected);
      if (plan.inTheWay) await step.remove('reviews', plan.inTheWay);
      await step.merge(plan.merged, onWritten);
      await dealMissingIn(step);
      if (as === 'mine' && file.coderId) await takeOver(file, step);
      if (plan.isNew) await joinSettings(file, step);
      for (const row of plan.done) await step.aside.take(row);
      for (const { table, problems, record, at, version } of plan.aside)
        await step.aside.keep({
          ...{ table, problems, record },
          ...(at && { at }),
          ...(version && { version }),
        });
      await dropFreedStatements(step);
      return { ...plan.report, eventId: plan.merged.changes.length ? step.id : null };
    },
    { local: true, seen: file.counter, ...(id && { id }) },
  );
}

/** Was the step of this id carried out? Waits for a write that is under way. */
export async function isCommitted(stepId: string): Promise<boolean> {
  try {
    return (await db.transaction('r', db.tables, () => db.steps.get(stepId))) !== undefined;
  } catch (error) {
    throw asStoreError(error);
  }
}

/** The reader goes on as the file's coder; what was tagged here before then counts as that coder's. */
async function takeOver(file: StoreContents, step: StepWriter): Promise<void> {
  const wanted = file.coderId;
  if (!wanted || wanted === step.coderId) return;
  const [own, theirs] = [await stored('coders', step.coderId), await stored('coders', wanted)];
  await step.put('coders', { ...theirs, id: wanted, name: theirs?.name || own?.name || '' });
  if (own) {
    const used = await db.tags.where('coderId').equals(own.id).count();
    if (used) await step.put('coders', { ...own, into: wanted });
    else await step.remove('coders', own);
  }
  await step.become(wanted);
}

/** The file's settings; but what the reader has set here already stands. */
async function joinSettings(file: StoreContents, step: StepWriter): Promise<void> {
  const defaults: Record<string, unknown> = Settings.parse({});
  const mine = Object.fromEntries(
    Object.entries(await chosenSettings()).filter(
      ([key, value]) => value !== undefined && !sameRecord(value, defaults[key]),
    ),
  );
  const wanted = file.settings?.currentReviewId;
  const current = file.reviews.find((r) => r.id === wanted) ?? file.reviews[0];
  const joined = { ...defaults, ...file.settings, ...mine, currentReviewId: current?.id };
  await step.put('settings', joined as Settings);
}
