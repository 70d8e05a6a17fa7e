/**
 * Back from where it was set aside: by itself once it can be read, after an update and with an import; or as the reader
 * repairs it. It comes back as an import would bring it, so that it is joined with what has been made in its place
 * meanwhile. Or it is dismissed, and gone.
 */
import {
  compareVersions,
  emptyContents,
  type KindName,
  keyOf,
  kindIn,
  Problem,
  type Quarantined,
  type RecordOf,
  type Settings,
} from '../../model';
import { commit } from '../commit';
import { db } from '../db';
import { LATER, NotFound } from '../errors';
import { loadCodebooksOf } from '../merge/import-codebooks';
import { planImport } from '../merge/import-plan';
import { readableNow, type SetAside, setAsideBefore, versionOfAside } from '../merge/returning';
import { formed, quarantined } from '../read/aside';
import { findLost } from '../read/left-out';
import { stored } from '../read/records';
import { chosenSettings } from './settings';
import { dropFreedStatements } from './statements';
import type { StepWriter } from './step-writer';
import { whole } from './transaction';

/** What became of an attempt to bring back what was set aside. */
export interface BroughtBack {
  count: number;
  /** The step that brought it back, for `undo`; null where nothing has come. */
  eventId: string | null;
}

/**
 * Brings back what this version can read, if the records that it belongs to are there.
 * @param ids of all that is set aside only these
 */
export async function tryAgain(ids?: readonly string[]): Promise<BroughtBack> {
  const isWanted = ({ id }: Quarantined) => !ids || ids.includes(id);
  const choose = (here: readonly Quarantined[]) => setAsideBefore(here.filter(isWanted), []);
  const rows = (await quarantined()).filter(isWanted);
  const { records, steps } = choose(rows);
  // Merging reads the whole store.
  if (!records.length && !steps.length && !rows.some(areReadableSettings))
    return { count: 0, eventId: null };
  await loadCodebooksOf(emptyContents());
  return commit(
    'bring-back',
    async (step) => {
      const count = await bringIn(step, (here) => ({ ...choose(here), here }));
      const kept = await bringBackSettings(step, rows.filter(areReadableSettings));
      return { count: count + kept, eventId: count + kept ? step.id : null };
    },
    { local: true },
  );
}

async function bringIn(
  step: StepWriter,
  choose: (here: readonly Quarantined[]) => SetAside,
): Promise<number> {
  const plan = await planImport(emptyContents(), [], choose);
  await step.merge(plan.merged);
  for (const row of plan.done) await step.aside.take(row);
  await dropFreedStatements(step);
  return plan.done.length;
}

const areReadableSettings = ({ table, record }: Quarantined): boolean =>
  table === 'settings' && readableNow({ table, record }) !== undefined;

/** The settings are one record: what the reader has chosen since wins. */
async function bringBackSettings(step: StepWriter, rows: readonly Quarantined[]): Promise<number> {
  for (const row of rows) {
    const { key: _, ...record } = row.record as Settings & { key?: unknown };
    await step.put('settings', { ...record, ...(await chosenSettings()) });
    await step.aside.take(row);
  }
  return rows.length;
}

/**
 * Brings one record back as the reader has put it right (or as it is, where its checksum was wrong and the reader says
 * that it is to be believed). @throws InvalidRecord, NotFound, Problem with what it still lacks
 */
export async function repair(id: string, record: unknown): Promise<BroughtBack> {
  const { table } = await setAsideRow(id);
  await loadCodebooksOf({ ...emptyContents(), quarantine: [{ table, problems: [], record }] });
  return commit(
    'bring-back',
    async (step) => {
      const row = await setAsideRow(id);
      const kind = kindIn(row);
      if (!kind) throw new Problem('no-kind', 'This Bearing cannot take a record of this kind.');
      const today = readableNow({ table: kind, record }) ?? record;
      const right = whole(kind, today as RecordOf<KindName>);
      if (kind === 'settings') {
        await bringBackSettings(step, [{ ...row, record: right }]);
        return { count: 1, eventId: step.id };
      }
      if (await hasLater(row, kind, right))
        throw new Problem('later-here', `${LATER} Nothing was changed.`);
      const { counter, coderId: by, id: stepId } = step;
      const returning = { kind, record: right, version: { counter, by, step: stepId } };
      const count = await bringIn(step, (here) => ({
        ...{ here, inFile: [], steps: [] },
        records: here.filter((one) => one.id === id).map((from) => ({ from, ...returning })),
      }));
      if (!count)
        throw new Problem(
          'still-lacking',
          'It cannot come back yet: what it belongs to is not in Bearing. Nothing was changed.',
        );
      return { count, eventId: step.id };
    },
    { local: true },
  );
}

async function setAsideRow(id: string): Promise<Quarantined> {
  const row = await db.quarantine.get(id);
  if (!row) throw new NotFound('record');
  return formed(row);
}

/** Is a version in the store that this one must not replace? */
async function hasLater(row: Quarantined, kind: KindName, record: object): Promise<boolean> {
  const key = keyOf(kind, record);
  if (!(await stored(kind, key))) return false;
  const stamp = await db.stamps.get([kind, key]);
  return compareVersions(stamp ?? { counter: 0, by: '', step: '' }, versionOfAside(row)) > 0;
}

/**
 * Takes what was set aside away for good: it is in no list and in no backup any more. What waited for it is lost with it,
 * and set aside in its place. Undo brings it back as long as history is kept.
 */
export async function dismiss(ids: readonly string[]): Promise<{ eventId: string }> {
  return commit('dismiss', async (step) => {
    const rows = (await db.quarantine.bulkGet([...ids])).filter((row) => row !== undefined);
    if (!rows.length) throw new NotFound('record');
    for (const row of rows) await step.aside.take(formed(row));
    for (const { kind, record, problems } of await findLost())
      await step.setAside(kind, record, problems);
    await dropFreedStatements(step);
    return { eventId: step.id };
  });
}
