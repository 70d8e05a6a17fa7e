/**
 * What bringing a file into this store comes to, without writing anything: `restore` carries a plan out, and the
 * preview is the report of one. What cannot be joined is in it too, for the quarantine.
 */
import {
  asideNames,
  type Change,
  change,
  compareVersions,
  isAhead,
  KINDS,
  type KindName,
  keyOf,
  latestBelieved,
  type Quarantined,
  type QuarantinedRecord,
  type Review,
  type Stamp,
  type Step,
  type StoreContents,
  TABLE_KINDS,
  TRAVELLING,
} from '../../model';
import { db } from '../db';
import { quarantined } from '../read/aside';
import { travelling } from '../read/contents';
import { stepsUpTo } from '../read/whole-steps';
import { isUntouched } from '../write/settings';
import type { Merged } from '../write/step-writer';
import { sameRecord } from '../write/transaction';
import {
  type Joined,
  mergeRegisters,
  nameOf,
  type Register,
  type Registers,
  registersOf,
  type Stranded,
  stampOfRegister,
} from './';
import { addShipped, genuineCodebooks } from './import-codebooks';
import { asNextVersions, keepInfluences, keepNumberKeys } from './keep-both';
import { contentOf, type SetAside, setAsideBefore, settle, withReturning } from './returning';

/** Numbers of records by kind. */
export type KindCounts = Partial<Record<KindName, number>>;

/** What an import does, for the reader: before it as a preview, after it as what was done. */
export interface ImportReport {
  added: number;
  renewed: number;
  unchanged: number;
  /** Records of the file that were deleted here after the file was written. */
  stayedDeleted: number;
  /**
   * `removed`: deleted where the file comes from, after they were last changed here. `joined`: one person had two of
   * them on one thing, and the later is kept.
   */
  byKind: { added: KindCounts; renewed: KindCounts; removed: KindCounts; joined: KindCounts };
  /** The name of the empty first review that makes room for those of the file; null where none does. */
  makesRoom: string | null;
  /** The names of the reviews and coders that come in. A coder may have none: ''. */
  reviews: string[];
  coders: string[];
  quarantined: QuarantinedRecord[];
  /** Records that had been set aside, here or there, and come back. */
  broughtBack: number;
  /** Records of the file with a date in the future. */
  ahead: number;
  /** Steps of this store's history that go for good, because they were forgotten where the file comes from. */
  forgets: number;
  /** Everything in the file is here already: records, versions and history. */
  isKnown: boolean;
}

export interface ImportPlan {
  merged: Merged;
  report: ImportReport;
  /** What is kept where the reader can see it, each record once, and not if it is kept already. */
  aside: QuarantinedRecord[];
  /** What was set aside here and is so no longer: it comes back, or the file has a sound copy. */
  done: Quarantined[];
  /** The store has nothing of the reader's own: the file's settings come in too. */
  isNew: boolean;
  /** The empty review that a new store begins with: it makes room for the file's. */
  inTheWay: Review | null;
}

/**
 * Reads the store and writes nothing: call `loadCodebooksOf` first, then this inside a transaction over all tables.
 * @param choose what comes back of what is set aside; without it, all that this version can read
 */
export async function planImport(
  given: StoreContents,
  rejected: readonly QuarantinedRecord[],
  choose: (here: readonly Quarantined[]) => SetAside = (here) =>
    setAsideBefore(here, given.quarantine),
): Promise<ImportPlan> {
  const { isNew, inTheWay } = await newness(given);
  const records = await storedRecords(inTheWay);
  const file = asNextVersions(given, records);
  const stamps = await db.stamps.toArray();
  const before = choose(await quarantined());
  const mine = registersOf(records, stamps);
  const { taken, theirStamps, refused } = readable(file);
  const theirs = registersOf(taken, theirStamps);
  const incoming = withReturning(theirs, before.records);
  addShipped(mine, incoming);
  const aside = asideNames([...before.here, ...before.inFile, ...rejected, ...refused]);
  const joined = mergeRegisters(mine, incoming, aside);
  keepNumberKeys(mine, incoming, joined);
  keepInfluences(mine, incoming, joined);
  const here = (await db.installation.get('here'))?.forgotten ?? 0;
  const forgotten = Math.max(file.forgotten, here);
  const changes = changesTo(joined, mine, records);
  const steps = [...file.steps, ...before.steps.map(({ step }) => step)];
  const merged: Merged = {
    changes,
    stamps: [
      ...newStamps(joined, stamps, forgotten),
      ...stampsWithoutRecord(joined, stamps, theirStamps),
    ],
    steps: await newSteps(steps, forgotten),
    forgotten,
  };
  const notTaken = [...rejected, ...refused, ...joined.stranded.map(strandedRecord)];
  // What the file itself has set aside, and waits for what is still missing, is no news.
  const waited = new Set(before.inFile.map(contentOf));
  const news = notTaken.filter((one) => !waited.has(contentOf(one)));
  const { done, kept, broughtBack } = settle(
    before,
    { registers: theirs, stamps: file.stamps },
    joined,
    notTaken,
  );
  const isKnown =
    !isNew &&
    [changes, merged.stamps, merged.steps, kept, done].every((some) => some.length === 0) &&
    forgotten === here;
  return {
    ...{ merged, aside: kept, done, isNew, inTheWay },
    report: {
      ...count(theirs, joined, changes),
      ...{ quarantined: news, broughtBack, ahead: countAhead(file), isKnown },
      // A new store has no history of the reader's own.
      forgets: forgotten > here && !isNew ? await stepsUpTo(forgotten).count() : 0,
      makesRoom: inTheWay?.name ?? null,
    },
  };
}

/**
 * Is the store new? Then the file's settings are the reader's, and the empty review that every new store
 * begins with is in the way.
 */
async function newness(file: StoreContents): Promise<Pick<ImportPlan, 'isNew' | 'inTheWay'>> {
  const [only, ...others] = await db.reviews.toArray();
  if (!only) return { isNew: true, inTheWay: null };
  const isUsed =
    others.length ||
    !isUntouched(only) ||
    !file.reviews.length ||
    file.reviews.some((r) => r.id === only.id) ||
    (await db.reviewPapers.where('reviewId').equals(only.id).count()) ||
    (await db.tags.where('reviewId').equals(only.id).count()) ||
    (await holdsTables(only.id));
  return isUsed ? { isNew: false, inTheWay: null } : { isNew: true, inTheWay: only };
}

/** Has the reader made sites, columns or the like in a review, before any paper? */
async function holdsTables(reviewId: string): Promise<boolean> {
  for (const kind of TABLE_KINDS)
    if (await db.table(kind).where('reviewId').equals(reviewId).count()) return true;
  return false;
}

type Records = [KindName, object[]][];

/** This store's records by kind, as they are once what is in the way has gone. */
async function storedRecords(inTheWay: Review | null): Promise<Records> {
  const records: Records = [];
  for (const kind of TRAVELLING) {
    const all: object[] = await db.table(kind).toArray();
    const isGone = (one: object) => kind === 'reviews' && keyOf(kind, one) === inTheWay?.id;
    records.push([kind, all.filter((one) => !isGone(one))]);
  }
  return records;
}

/** The file's records by kind and their versions; a codebook that Bearing ships is not taken from a file. */
function readable(file: StoreContents) {
  const { codebooks, stamps: theirStamps, refused } = genuineCodebooks(file);
  const { settings: _, ...tables } = file;
  const all: Partial<Record<KindName, readonly object[]>> = { ...tables, codebooks };
  const taken = TRAVELLING.map((kind): [KindName, readonly object[]] => [kind, all[kind] ?? []]);
  return { taken, theirStamps, refused };
}

/** The records of the store that merging changes. */
function changesTo(joined: Joined, mine: Registers, records: Records): Change[] {
  const changes: Change[] = [];
  const there = new Map<string, object>();
  for (const [kind, list] of records)
    for (const record of list) there.set(nameOf(kind, keyOf(kind, record)), record);
  for (const name of new Set([...joined.registers.keys(), ...mine.keys()])) {
    const one = joined.registers.get(name) ?? mine.get(name);
    if (!one) continue;
    const before = there.get(name) ?? null;
    const after = joined.present.has(name) ? (one.record ?? null) : null;
    if (before !== after && !sameRecord(before, after))
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

/** Versions of records that were set aside where the file comes from: each stays with its record, for its return. */
function stampsWithoutRecord(
  { registers }: Joined,
  mine: readonly Stamp[],
  theirs: readonly Stamp[],
): Stamp[] {
  const known = new Map(mine.map((stamp) => [nameOf(stamp.table, stamp.key), stamp]));
  return theirs.filter((stamp) => {
    const name = nameOf(stamp.table, stamp.key);
    if ((stamp.state ?? 'live') !== 'live' || registers.has(name)) return false;
    const here = known.get(name);
    return here === undefined || compareVersions(stamp, here) > 0;
  });
}

/** History of elsewhere, as far as it is not here and not to be forgotten. */
async function newSteps(steps: readonly Step[], forgotten: number): Promise<Step[]> {
  const known = new Set(await db.steps.toCollection().primaryKeys());
  return steps.filter(
    (step) =>
      !known.has(step.id) &&
      (step.counter > forgotten || step.counter === 0) &&
      travelling(step) !== null,
  );
}

const strandedRecord = ({ table, record, problem }: Stranded): QuarantinedRecord => ({
  table,
  problems: [problem],
  record,
});

/** How many of the file's records have a date in the future? Dates are shown, and decide nothing. */
function countAhead(file: StoreContents): number {
  const latest = latestBelieved();
  const records = TRAVELLING.flatMap((kind) => (file as Partial<Record<KindName, object[]>>)[kind]);
  return records.filter((one) => isAhead(one, latest)).length;
}

/** What becomes of the file's records. */
function count(theirs: Registers, { registers, present }: Joined, changes: readonly Change[]) {
  const changed = new Map(
    changes.map((c) => [nameOf(c.table, keyOf(c.table, c.after ?? c.before ?? {})), c]),
  );
  const byKind: ImportReport['byKind'] = { added: {}, renewed: {}, removed: {}, joined: {} };
  for (const [name, { table, before, after }] of changed) {
    const what = after ? (before ? 'renewed' : 'added') : lossOf(registers.get(name));
    if (what) byKind[what][table] = (byKind[what][table] ?? 0) + 1;
  }
  const counts = { unchanged: 0, stayedDeleted: 0 };
  for (const [name, one] of theirs) {
    if (one.state !== 'live' || !KINDS[one.table].travels || changed.has(name)) continue;
    if (present.has(name)) counts.unchanged++;
    else if (one.table === 'tags') counts.stayedDeleted++;
  }
  const total = (some: KindCounts) => Object.values(some).reduce((sum, n) => sum + n, 0);
  return {
    ...counts,
    added: total(byKind.added),
    renewed: total(byKind.renewed),
    byKind,
    ...newNames(changes),
  };
}

/** A statement goes with its last tag; of papers, lists and statements, what was joined is still there as the other. */
function lossOf(one: Register | undefined): 'removed' | 'joined' | undefined {
  if (one?.state === 'gone' && one.table !== 'statements') return 'removed';
  const isOnes = one?.table === 'tags' || one?.table === 'assessments';
  return isOnes && one.state === 'into' ? 'joined' : undefined;
}

function newNames(changes: readonly Change[]): Pick<ImportReport, 'reviews' | 'coders'> {
  const names = { reviews: [] as string[], coders: [] as string[] };
  for (const { table, before, after } of changes) {
    if (before || !after) continue;
    if (table === 'reviews') names.reviews.push(after.name);
    if (table === 'coders' && !after.into) names.coders.push(after.name);
  }
  return names;
}
