/**
 * Everything that the store holds, as records that `restore` takes again without loss. Rows that cannot be read as
 * records are in it too, set aside.
 */
import {
  asProblem,
  KINDS,
  MOST_TABLE_NAME,
  now,
  type Quarantined,
  type QuarantinedRecord,
  type Step,
  type StoreContents,
  Timestamp,
} from '../../model';
import { db, isNewerStore } from '../db';
import type { LeftOut } from '../sweep/sound-rows';
import { changeSettings, settings } from '../write/settings';
import { quarantined } from './aside';
import { unreadable } from './left-out';
import { wholeSteps } from './whole-steps';

/** One read transaction: one moment. */
export async function contents(): Promise<StoreContents> {
  try {
    return await db.transaction('r', db.tables, async () => {
      const here = await db.installation.get('here');
      return {
        ...(here && { coderId: here.coderId }),
        counter: here?.counter ?? 0,
        forgotten: here?.forgotten ?? 0,
        settings: await settings(),
        coders: await db.coders.toArray(),
        codebooks: await db.codebooks.toArray(),
        reviews: await db.reviews.toArray(),
        papers: await db.papers.toArray(),
        reviewPapers: await db.reviewPapers.toArray(),
        familyMembers: await db.familyMembers.toArray(),
        statements: await db.statements.toArray(),
        tags: await db.tags.toArray(),
        assessments: await db.assessments.toArray(),
        sites: await db.sites.toArray(),
        attributes: await db.attributes.toArray(),
        attributeValues: await db.attributeValues.toArray(),
        memos: await db.memos.toArray(),
        decisions: await db.decisions.toArray(),
        rounds: await db.rounds.toArray(),
        findings: await db.findings.toArray(),
        measures: await db.measures.toArray(),
        measureAnswers: await db.measureAnswers.toArray(),
        stamps: await db.stamps.toArray(),
        steps: (await wholeSteps(await db.steps.toArray())).flatMap(
          (step) => travelling(step) ?? [],
        ),
        // Last: by now every row that cannot be read has been met.
        quarantine: [...(await quarantined()), ...unreadable()].map(quarantinedRecord),
      };
    });
  } catch (error) {
    throw asProblem(error);
  }
}

/**
 * A step as it leaves this installation: without what belongs to the installation alone (its settings, its reader,
 * what it set aside); null where nothing is left.
 */
export function travelling({ aside: _, reader: __, ...step }: Step): Step | null {
  if (step.local) return null;
  const changes = step.changes.filter((one) => KINDS[one.table].travels);
  return changes.length || step.forgets !== undefined ? { ...step, changes } : null;
}

/** A set-aside record, or one that cannot be read, as a file has it. */
function quarantinedRecord(row: LeftOut | Quarantined): QuarantinedRecord {
  const { table, problems, record } = row;
  const at = 'at' in row && Timestamp.safeParse(row.at).success ? row.at : undefined;
  const version = 'version' in row ? row.version : undefined;
  const own = { table: table.slice(0, MOST_TABLE_NAME), problems, record };
  return { ...own, ...(at && { at }), ...(version && { version }) };
}

/**
 * Notes that a backup file has left.
 * @param counter of the contents that are in it
 */
export async function noteBackup(counter: number): Promise<void> {
  // The records of a newer Bearing are exported, and not written to.
  if (await isNewerStore()) return;
  await changeSettings({ lastBackupAt: now(), lastBackupCounter: counter }, 'aside');
}
