/**
 * Restore: merges what a file holds with the store. It adds and renews; what was deleted here stays deleted, the
 * same file twice changes nothing, and what cannot be joined is put where the reader can see it.
 */
import {
  asProblem,
  type KindName,
  type QuarantinedRecord,
  Settings,
  type StoreContents,
} from '../../model';
import { commit } from '../commit';
import { db } from '../db';
import { goOnAs } from '../write/coders';
import { dealMissingIn } from '../write/number-keys';
import { chosenSettings } from '../write/settings';
import { dropFreedStatements } from '../write/statements';
import type { StepWriter } from '../write/step-writer';
import { sameRecord } from '../write/transaction';
import { loadCodebooksOf } from './import-codebooks';
import { type ImportReport, type KindCounts, planImport } from './import-plan';

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
    throw asProblem(error);
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
      const dropped = as === 'mine' && file.coderId ? await goOnAs(file.coderId, step) : null;
      if (plan.isNew) await joinSettings(file, step);
      for (const row of plan.done) await step.aside.take(row);
      for (const { table, problems, record, at, version } of plan.aside)
        await step.aside.keep({
          ...{ table, problems, record },
          ...(at && { at }),
          ...(version && { version }),
        });
      await dropFreedStatements(step);
      const hasChanged = plan.merged.changes.length > 0 || dropped !== null;
      return {
        ...(dropped ? withDropped(plan.report, dropped) : plan.report),
        eventId: hasChanged ? step.id : null,
      };
    },
    { local: true, seen: file.counter, ...(id && { id }) },
  );
}

/** The report with what one person had twice: known only once it is settled that the file's coder is the reader. */
function withDropped(report: ImportReport, dropped: KindCounts): ImportReport {
  const joined = { ...report.byKind.joined };
  for (const [kind, count] of Object.entries(dropped) as [KindName, number][])
    if (count) joined[kind] = (joined[kind] ?? 0) + count;
  return { ...report, byKind: { ...report.byKind, joined } };
}

/** Was the step of this id carried out? Waits for a write that is under way. */
export async function isCommitted(stepId: string): Promise<boolean> {
  try {
    return (await db.transaction('r', db.tables, () => db.steps.get(stepId))) !== undefined;
  } catch (error) {
    throw asProblem(error);
  }
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
