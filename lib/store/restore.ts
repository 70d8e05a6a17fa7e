/**
 * Restore: merges what a file holds with the store. It adds and renews; what was deleted here stays deleted, the
 * same file twice changes nothing, and what cannot be joined is put where the reader can see it.
 */
import { builtInCodebooks } from '../codebook';
import {
  type Backup,
  type Change,
  change,
  isAhead,
  KINDS,
  type KindName,
  keyOf,
  latestBelieved,
  type QuarantinedRecord,
  type Review,
  Settings,
  type Stamp,
  type Step,
  TRAVELLING,
} from '../model';
import { joinNumberKeys } from '../tagging';
import { commit, type StepWriter, stored, travelling } from './commit';
import { db } from './db';
import {
  type Joined,
  mergeRegisters,
  nameOf,
  type Registers,
  registersOf,
  type Stranded,
  stampOfRegister,
} from './merge';
import { dealMissingIn } from './number-keys';
import { chosenSettings, isUntouched } from './settings';
import { canonical, sameRecord } from './transaction';

/** What a restore did, for the reader. */
export interface ImportSummary {
  added: number;
  renewed: number;
  unchanged: number;
  /** Records of the file that were deleted here after the file was written. */
  stayedDeleted: number;
  quarantined: QuarantinedRecord[];
  /** Records of the file with a date in the future. */
  ahead: number;
  /** `undo` of this takes the whole import back; null where nothing changed. */
  eventId: string | null;
}

export interface RestoreOptions {
  /** Whose tags the file's own coder made: the reader's, who works on here under that coder, or somebody else's. */
  as?: 'mine' | 'other';
}

/**
 * Merges the records of a file with the store, in one transaction.
 * @param rejected records of the file that could not be read: they go to the quarantine
 */
export async function restore(
  file: Backup,
  rejected: readonly QuarantinedRecord[] = [],
  { as = 'other' }: RestoreOptions = {},
): Promise<ImportSummary> {
  return commit('restore', (step) => bringIn(file, rejected, as, step), {
    local: true,
    seen: file.counter,
  });
}

async function bringIn(
  file: Backup,
  rejected: readonly QuarantinedRecord[],
  as: 'mine' | 'other',
  step: StepWriter,
): Promise<ImportSummary> {
  const isNew = await clearTheWay(file, step);
  const { mine, stamps } = await storedRegisters();
  const { records, refused } = readable(file);
  const theirs = registersOf(records, file.stamps);
  const joined = mergeRegisters(mine, theirs);
  keepNumberKeys(mine, theirs, joined);
  const here = await db.installation.get('here');
  const forgotten = Math.max(file.forgotten, here?.forgotten ?? 0);
  const changes = await changesTo(joined, mine);
  await step.merge({
    changes,
    stamps: newStamps(joined, stamps, forgotten),
    steps: await newSteps(file, forgotten),
    forgotten,
  });
  await dealMissingIn(step);
  if (as === 'mine' && file.coderId) await takeOver(file, step);
  if (isNew) await joinSettings(file, step);
  const aside = [...rejected, ...refused, ...joined.stranded.map(strandedRecord)];
  await keepAside([...file.quarantine, ...aside], step);
  return {
    ...count(theirs, joined, changes),
    quarantined: aside,
    ahead: countAhead(file),
    eventId: changes.length ? step.id : null,
  };
}

/** This store's records with their versions; and the stamps as they are stored. */
async function storedRegisters() {
  const records: [KindName, object[]][] = [];
  for (const kind of TRAVELLING) records.push([kind, await db.table(kind).toArray()]);
  const stamps = await db.stamps.toArray();
  return { mine: registersOf(records, stamps), stamps };
}

/** The file's records by kind; a codebook of Bearing's own is not taken from a file. */
function readable(file: Backup) {
  const refused: QuarantinedRecord[] = [];
  const codebooks = file.codebooks.filter((codebook) => {
    if (!builtInCodebooks().some((c) => c.id === codebook.id)) return true;
    const problems = ['Bearing itself brings a codebook of this id'];
    refused.push({ table: 'codebooks', problems, record: codebook });
    return false;
  });
  const { settings: _, ...tables } = file;
  const all: Partial<Record<KindName, readonly object[]>> = { ...tables, codebooks };
  const records = TRAVELLING.map((kind): [KindName, readonly object[]] => [kind, all[kind] ?? []]);
  return { records, refused };
}

/** The keys of this store stay what they are; the file's influences take those that are free. */
function keepNumberKeys(mine: Registers, theirs: Registers, { registers }: Joined): void {
  for (const [name, one] of registers) {
    if (one.table !== 'reviews' || !one.record) continue;
    const keysIn = (store: Registers) =>
      (store.get(name)?.record as Review | undefined)?.numberKeys;
    const numberKeys = joinNumberKeys(keysIn(mine), keysIn(theirs));
    const record = {
      ...(one.record as Review),
      ...(numberKeys && { numberKeys: [...numberKeys] }),
    };
    registers.set(name, { ...one, record });
  }
}

/** The records of the store that merging changes. */
async function changesTo(joined: Joined, mine: Registers): Promise<Change[]> {
  const changes: Change[] = [];
  const there = new Map<string, object>();
  for (const kind of TRAVELLING)
    for (const record of await db.table(kind).toArray())
      there.set(nameOf(kind, keyOf(kind, record)), record);
  for (const name of new Set([...joined.registers.keys(), ...mine.keys()])) {
    const one = joined.registers.get(name) ?? mine.get(name);
    if (!one) continue;
    const before = there.get(name) ?? null;
    const after = joined.present.has(name) ? (one.record ?? null) : null;
    if (!sameRecord(before, after))
      changes.push(change(one.table, before as never, after as never));
  }
  // What is referred to before what refers to it, as in any step: taking it back goes the other way round.
  return changes.sort((a, b) => TRAVELLING.indexOf(a.table) - TRAVELLING.indexOf(b.table));
}

function newStamps({ registers, present }: Joined, stamps: readonly Stamp[], forgotten: number) {
  const known = new Map(stamps.map((stamp) => [nameOf(stamp.table, stamp.key), stamp]));
  return [...registers]
    .map(([name, one]) => stampOfRegister(one, present.has(name), forgotten))
    .filter((stamp) => !sameRecord(stamp, known.get(nameOf(stamp.table, stamp.key))));
}

/** The file's history, as far as it is not here and not to be forgotten. */
async function newSteps(file: Backup, forgotten: number): Promise<Step[]> {
  const known = new Set(await db.steps.toCollection().primaryKeys());
  return file.steps.filter(
    (step) =>
      !known.has(step.id) &&
      (step.counter > forgotten || step.counter === 0) &&
      travelling({ ...step, touches: [] }) !== null,
  );
}

/** The reader goes on as the file's coder; what was tagged here before then counts as that coder's. */
async function takeOver(file: Backup, step: StepWriter): Promise<void> {
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

/**
 * Is the store new? Then the file's settings are the reader's, and the empty review that every new store
 * begins with is in the way.
 */
async function clearTheWay(file: Backup, step: StepWriter): Promise<boolean> {
  const [only, ...others] = await db.reviews.toArray();
  if (!only) return true;
  if (others.length || !isUntouched(only) || !file.reviews.length) return false;
  if (file.reviews.some((r) => r.id === only.id)) return false;
  if (await db.reviewPapers.where('reviewId').equals(only.id).count()) return false;
  if (await db.tags.where('reviewId').equals(only.id).count()) return false;
  await step.remove('reviews', only);
  return true;
}

/** The file's settings; but what the reader has set here already stands. */
async function joinSettings(file: Backup, step: StepWriter): Promise<void> {
  const defaults: Record<string, unknown> = Settings.parse({});
  const mine = Object.fromEntries(
    Object.entries(await chosenSettings()).filter(
      ([key, value]) => value !== undefined && !sameRecord(value, defaults[key]),
    ),
  );
  const wanted = file.settings?.currentReviewId;
  const current = file.reviews.find((r) => r.id === wanted) ?? file.reviews[0];
  const joined = Settings.parse({ ...file.settings, ...mine, currentReviewId: current?.id });
  await step.put('settings', joined);
}

const strandedRecord = ({ table, record, problem }: Stranded): QuarantinedRecord => ({
  table,
  problems: [problem],
  record,
});

/** Puts what was rejected where the reader can see it, each record once. */
async function keepAside(records: readonly QuarantinedRecord[], step: StepWriter): Promise<void> {
  const name = (q: QuarantinedRecord) => canonical([q.table, q.record]);
  const known = new Set((await db.quarantine.toArray()).map(name));
  for (const one of records) {
    if (known.has(name(one))) continue;
    known.add(name(one));
    await step.keepAside(one.table, one.record, one.problems, one.at);
  }
}

/** How many of the file's records have a date in the future? Dates are shown, and decide nothing. */
function countAhead(file: Backup): number {
  const latest = latestBelieved();
  const records = TRAVELLING.flatMap((kind) => (file as Partial<Record<KindName, object[]>>)[kind]);
  return records.filter((one) => isAhead(one, latest)).length;
}

/** What became of the file's records. */
function count(theirs: Registers, { present }: Joined, changes: readonly Change[]) {
  const changed = new Map(
    changes.map((c) => [nameOf(c.table, keyOf(c.table, c.after ?? c.before ?? {})), c]),
  );
  const counts = { added: 0, renewed: 0, unchanged: 0, stayedDeleted: 0 };
  for (const one of changed.values()) if (one.after) counts[one.before ? 'renewed' : 'added']++;
  for (const [name, one] of theirs) {
    if (one.state !== 'live' || !KINDS[one.table].travels || changed.has(name)) continue;
    if (present.has(name)) counts.unchanged++;
    else if (one.table === 'tags') counts.stayedDeleted++;
  }
  return counts;
}
