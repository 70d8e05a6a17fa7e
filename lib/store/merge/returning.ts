/** What was set aside and can now be read, and what becomes of all that is set aside when it is merged with a store. */
import { isBuiltIn } from '../../codebook';
import {
  claimedName,
  compareVersions,
  dateOf,
  type KindName,
  keyOf,
  kindIn,
  type Quarantined,
  type QuarantinedRecord,
  type RecordOf,
  returnsByItself,
  type Stamp,
  type Step,
  type StepRow,
  TWICE,
  upgradeRow,
  type Version,
  versionsThen,
} from '../../model';
import { ROW_CHECKS } from '../sweep/row-checks';
import { isLarge } from '../write/step-rows';
import { canonical } from '../write/transaction';
import { type Joined, nameOf, type Register, type Registers, union } from './';

/** A record that was set aside: here, or in the store that a file comes from. */
type Aside = Quarantined | QuarantinedRecord;

/** One that is to come back, under this version. */
export interface Returning {
  from: Aside;
  kind: KindName;
  record: RecordOf<KindName>;
  version: Version;
}

/** All that is set aside when a file comes in, and the part of it that can now be read. */
export interface SetAside {
  here: readonly Quarantined[];
  inFile: readonly QuarantinedRecord[];
  records: readonly Returning[];
  steps: readonly { from: Aside; step: Step }[];
}

/** Where a record of before versions were kept names no version, none is known any more. */
const NO_VERSIONS = versionsThen({ codebooks: [], tags: [] });

/** The version of a record that was set aside; of before versions were kept, its own date. */
export const versionOfAside = ({ version, record }: Aside): Version =>
  version ?? { counter: 0, by: dateOf(record), step: '' };

/** The record in today's shape if it now passes its check; else undefined. */
export function readableNow({
  table,
  record,
}: Pick<Aside, 'table' | 'record'>): object | undefined {
  const check = Object.hasOwn(ROW_CHECKS, table) && ROW_CHECKS[table as keyof typeof ROW_CHECKS];
  const verdict = check ? check(upgradeRow(table, record, NO_VERSIONS)) : undefined;
  return verdict?.ok ? verdict.row : undefined;
}

export function setAsideBefore(
  here: readonly Quarantined[],
  inFile: readonly QuarantinedRecord[],
): SetAside {
  const all = [...here, ...inFile].filter(returnsByItself);
  return {
    here,
    inFile,
    records: all.flatMap((from) => {
      const kind = kindIn(from);
      const record = kind && mergesAs(kind, from.record) ? readableNow(from) : undefined;
      return kind && record
        ? [{ from, kind, record: record as RecordOf<KindName>, version: versionOfAside(from) }]
        : [];
    }),
    steps: all.flatMap((from) => {
      const step = from.table === 'steps' ? readableNow(from) : undefined;
      // Without the rows of its changes, which may be in another store, a large step would be one that did nothing.
      return step && !isLarge(step as StepRow) ? [{ from, step: step as Step }] : [];
    }),
  };
}

/** Settings are not merged, and a codebook of Bearing's own is not taken from anywhere. */
function mergesAs(kind: KindName, record: unknown): boolean {
  if (kind === 'settings') return false;
  return !(kind === 'codebooks' && isBuiltIn(String((record as { id?: unknown } | null)?.id)));
}

export function withReturning(
  theirs: Registers,
  returning: readonly Returning[],
): Map<string, Register> {
  const registers = returning.map(({ kind, record, version }): [string, Register] => {
    const { counter, by, step } = version;
    const key = keyOf(kind, record);
    return [nameOf(kind, key), { table: kind, key, counter, by, step, state: 'live', record }];
  });
  return union(theirs, new Map(registers));
}

interface Outcome {
  /** What was set aside here and is done with. */
  done: Quarantined[];
  /** What is to be set aside now, each record once, and not if it is so already. */
  kept: QuarantinedRecord[];
  broughtBack: number;
}

/**
 * @param file the file's own registers and versions
 * @param notTaken what of the file was not taken
 */
export function settle(
  { here, inFile, records, steps }: SetAside,
  file: { registers: Registers; stamps: readonly Stamp[] },
  joined: Joined,
  notTaken: readonly QuarantinedRecord[],
): Outcome {
  const returned = new Map(records.map((one) => [one.from, one]));
  // What this very file sets aside anew stays so, whatever else is in it.
  const again = new Set(notTaken.map(contentOf));
  const isDone = (one: Aside) =>
    !again.has(contentOf(one)) && isDoneWith(one, returned.get(one), file.registers, joined);
  const doneWith = new Set<Aside>([...steps.map(({ from }) => from)]);
  for (const one of [...here, ...inFile]) if (isDone(one)) doneWith.add(one);
  const versioned = withVersion(file.stamps);
  const fresh = [...inFile.filter((one) => !doneWith.has(one)), ...notTaken].map(versioned);
  return {
    done: here.filter((one) => doneWith.has(one)),
    kept: onceAndNew(fresh, here),
    broughtBack: [...doneWith].filter((one) => returned.has(one)).length,
  };
}

/** Has it come back, or has the file brought a sound copy that is not older? */
function isDoneWith(
  one: Aside,
  returned: Returning | undefined,
  file: Registers,
  { registers, present }: Joined,
): boolean {
  if (returned) {
    const name = nameOf(returned.kind, keyOf(returned.kind, returned.record));
    const now = registers.get(name);
    // Under one version there is one content: what is here under it is what came back.
    const isIt = now !== undefined && compareVersions(now, returned.version) === 0;
    return isIt && (now.state === 'into' || present.has(name));
  }
  const sound = file.get(claimedName(one) ?? '');
  if (sound?.state !== 'live' || !sound.record) return false;
  // Of two records of one id the second may be the one that is meant, whatever comes in.
  return !one.problems.includes(TWICE) && compareVersions(sound, versionOfAside(one)) >= 0;
}

/** The same record, set aside from the same table. */
export const contentOf = ({ table, record }: Aside): string => canonical([table, record]);

function onceAndNew(
  records: readonly QuarantinedRecord[],
  here: readonly Quarantined[],
): QuarantinedRecord[] {
  const known = new Set(here.map(contentOf));
  return records.filter((one) => {
    const isFirst = !known.has(contentOf(one));
    known.add(contentOf(one));
    return isFirst;
  });
}

/** Notes the version that the file gives a record which it could not be taken with. */
function withVersion(stamps: readonly Stamp[]) {
  const versions = new Map(
    stamps
      .filter(({ state }) => state === undefined)
      .map(({ table, key, counter, by, step }) => [nameOf(table, key), { counter, by, step }]),
  );
  return (one: QuarantinedRecord): QuarantinedRecord => {
    const version = one.version ?? versions.get(claimedName(one) ?? '');
    return version ? { ...one, version } : one;
  };
}
