/**
 * The records of a backup, of either format, once its outer object has been opened.
 *
 * Every record is checked on its own: one that fails is handed back with what is wrong with it, for the
 * store's quarantine; it is never dropped in silence and never replaced by a default. Fields that the schema does not
 * know are kept with the record: a newer Bearing wrote them.
 */
import {
  ALTERED,
  KIND_NAMES,
  KINDS,
  type KindName,
  MOST_TABLE_NAME,
  membersOfLinks,
  mended,
  moveToCiting,
  NOT_KNOWN,
  QuarantinedRecord,
  type RowCheck,
  rowCheck,
  type Settings,
  Stamp,
  Step,
  type StoreContents,
  TWICE,
  upgradeRow,
  type VersionsThen,
  versionsThen,
} from '../../model';
import { cleanBareDoi } from '../../text';
import { BACKUP_TABLES, Backup, type BackupTable, headOf, nameOf } from '../backup-format';
import { recordLine, sumOfLine } from '../record-line';
import type { OpenedFile } from './backup-file';
import { miscounted, miscountedHead, mostCounted } from './counters';
import { rejectDangling } from './dangling';
import type { OnChecked, RejectedRecord } from './importer';
import { listOf } from './json-value';
import { MAX_DEPTH, reject } from './rejected';
import { depthOf, findUnsafeKey } from './safe-json';

/** As many records are checked before progress is reported. */
const CHECKED_AT_ONCE = 500;

const CHECKS: Readonly<Record<KindName | BackupTable | 'quarantine', RowCheck>> = {
  ...(Object.fromEntries(KIND_NAMES.map((kind) => [kind, rowCheck(KINDS[kind].schema)])) as Record<
    KindName,
    RowCheck
  >),
  stamps: rowCheck(Stamp),
  steps: rowCheck(Step),
  quarantine: rowCheck(QuarantinedRecord),
};

type Sums = Record<string, unknown>;

interface Circumstances {
  /** What is not taken is added here. */
  rejected: RejectedRecord[];
  /** The file's checksums, where it has them. */
  sums?: Sums | undefined;
  /** Are the fields before the tables as they were written? If not, nothing of them is taken. */
  isHeadSound?: boolean;
  onChecked: OnChecked;
}

/** The records that can be taken, and how many are missing from the file. */
export function readRecords(
  file: OpenedFile,
  { rejected, sums, isHeadSound: isAsWritten = true, onChecked }: Circumstances,
): { records: StoreContents; missing: number } {
  const lists = [...BACKUP_TABLES, 'quarantine' as const].map(
    (table) => [table, listOf(file[table])] as const,
  );
  const versions = versionsThen({ codebooks: file.codebooks, tags: file.tags });
  const total = lists.reduce((sum, [, list]) => sum + list.length, 0);
  const most = mostCounted(file);
  let done = 0;
  let missing = 0;
  const tables = Object.fromEntries(
    lists.map(([table, list]) => {
      missing += missingFrom(table, list, rejected, sums);
      const onRecord = () => {
        if (++done % CHECKED_AT_ONCE === 0 || done === total) onChecked(done, total);
      };
      return [table, readTable({ table, versions, sums, most }, list, rejected, onRecord)];
    }),
  ) as unknown as Pick<StoreContents, BackupTable | 'quarantine'>;
  Object.assign(tables, moveToCiting(tables));
  Object.assign(tables, membersOfLinks(tables));
  rejectUnknown(file, rejected);
  const headProblems = isAsWritten ? miscountedHead(file, most) : [ALTERED];
  const isHeadSound = headProblems.length === 0;
  if (!isHeadSound) rejected.push(reject('head', 0, headOf(file), headProblems));
  const settings = isHeadSound ? readSettings(file.settings, versions, rejected) : undefined;

  const records: StoreContents = {
    ...(isHeadSound && file.coderId !== undefined && { coderId: file.coderId as string }),
    counter: Math.max(isHeadSound ? (file.counter as number) : 0, highestCounter(tables)),
    forgotten: isHeadSound ? ((file.forgotten ?? 0) as number) : 0,
    ...(settings ? { settings } : {}),
    ...tables,
  };
  rejectDangling(records, rejected);
  return { records, missing };
}

/** How far the file's store had counted: from the head, or from the versions where that is damaged or lags. */
const highestCounter = ({ stamps, steps }: Pick<StoreContents, 'stamps' | 'steps'>): number =>
  [...stamps, ...steps].reduce((most, { counter }) => Math.max(most, counter), 0);

/** The checksums of a table's records; undefined where the file has none of them. */
const sumsOf = (table: BackupTable | 'quarantine', sums: Sums | undefined) =>
  // What was set aside had none at first.
  sums && (table !== 'quarantine' || table in sums) ? new Set(listOf(sums[table])) : undefined;

/** How many records of a table were written and are not there. */
function missingFrom(
  table: BackupTable | 'quarantine',
  records: readonly unknown[],
  rejected: RejectedRecord[],
  sums: Sums | undefined,
): number {
  const missing = (sumsOf(table, sums)?.size ?? 0) - records.length;
  if (missing <= 0 || isAnyTable(sums)) return 0;
  rejected.push(
    reject(table, records.length, null, [
      `${missing} records of this table are missing from the file`,
    ]),
  );
  return missing;
}

interface TableOfFile {
  table: BackupTable | 'quarantine';
  versions: VersionsThen;
  sums: Sums | undefined;
  /** The highest counter that is believed. */
  most: number;
}

/** The tables whose records have counters. */
const COUNTED: ReadonlySet<string> = new Set(['stamps', 'steps', 'quarantine']);

function readTable(
  { table, versions, sums, most }: TableOfFile,
  records: readonly unknown[],
  rejected: RejectedRecord[],
  onRecord: () => void,
): unknown[] {
  const expected = sumsOf(table, sums);
  const kept: unknown[] = [];
  const names = new Set<string>();
  records.forEach((record, index) => {
    const checked = checkRecord(table, record, versions);
    const problems = checked.problems;
    if (problems.length === 0 && COUNTED.has(table))
      problems.push(...miscounted(checked.value, most));
    if (problems.length === 0 && table === 'quarantine') {
      const aside = checked.value as QuarantinedRecord;
      for (const problem of miscounted(aside.record, most))
        checked.value = withProblem(aside, problem);
    }
    if (problems.length === 0 && table !== 'quarantine') {
      const name = nameOf(table, record as object);
      if (names.has(name)) problems.push(TWICE);
      names.add(name);
    }
    if (problems.length === 0 && expected && !expected.has(sumOfLine(recordLine(record)))) {
      if (table === 'quarantine')
        checked.value = withProblem(checked.value as QuarantinedRecord, ALTERED);
      else problems.push(ALTERED);
    }
    if (problems.length === 0) kept.push(checked.value);
    else rejected.push(reject(table, index, record, problems));
    onRecord();
  });
  return kept;
}

/** What was set aside stays so, and does not come back by itself. */
const withProblem = (one: QuarantinedRecord, problem: string): QuarantinedRecord => ({
  ...one,
  problems: [problem, ...one.problems.filter((other) => other !== problem)].slice(0, 50),
});

/** The record in today's shape, with what its schema fills in, or what is wrong with it. */
function checkRecord(
  table: keyof typeof CHECKS,
  record: unknown,
  versions: VersionsThen,
): { value?: unknown; problems: string[] } {
  // First, because everything after it walks the record by recursion.
  if (depthOf(record, MAX_DEPTH) > MAX_DEPTH) {
    return { problems: ['it is nested too deeply to be a record'] };
  }
  const unsafe = findUnsafeKey(record);
  if (unsafe) return { problems: [`${unsafe}: a key that no record has`] };
  const verdict = CHECKS[table](upgradeRow(table, record, versions));
  if (!verdict.ok) return { problems: verdict.problems };
  // What an earlier version wrote by other rules is put right, as the sweep does in the store.
  const value =
    table in KINDS
      ? mended(table as KindName, verdict.row as never, { cleanDoi: cleanBareDoi })
      : verdict.row;
  return { value, problems: [] };
}

/** Settings are one record: if they fail, the store keeps its own, and the reader is told. */
function readSettings(
  value: unknown,
  versions: VersionsThen,
  rejected: RejectedRecord[],
): Settings | undefined {
  if (value === undefined) return undefined;
  const { value: settings, problems } = checkRecord('settings', value, versions);
  if (problems.length === 0) return settings as Settings;
  rejected.push(reject('settings', 0, value, problems));
  return undefined;
}

/**
 * Whatever else the file contains, of a newer Bearing: the records of a table, each as one, so that the update that knows
 * them can take them; and other fields, which belong to the installation that wrote the file.
 */
function rejectUnknown(file: OpenedFile, rejected: RejectedRecord[]): void {
  for (const key of Object.keys(file)) {
    if (Object.hasOwn(Backup.shape, key) || key === 'sums') continue;
    const part = file[key];
    const table = key.slice(0, MOST_TABLE_NAME);
    const problem = `“${table}” ${NOT_KNOWN}`;
    if (Array.isArray(part))
      part.forEach((record, index) => {
        rejected.push(reject(table, index, record, [problem]));
      });
    else rejected.push(reject('head', 0, { [key]: part }, [problem]));
  }
}

/** Did the list of checksums lose its order, so that it does not tell how many records a table had? */
const isAnyTable = (sums: Sums | undefined): boolean => sums?.head === undefined;
