/**
 * Reading a backup file, which may be broken, cut off, made by a newer Bearing, or made to harm.
 *
 * Every record is checked on its own: one that fails is handed back with what is wrong with it, for the
 * store's quarantine; it is never dropped in silence and never replaced by a default. Keys that the schema
 * does not know count as a failure too, because storing the record without them would lose them.
 */
import type { z } from '../../model';
import {
  BACKUP_FORMAT,
  BACKUP_TABLES,
  BACKUP_VERSION,
  Backup,
  type BackupTable,
  headOf,
  KINDS,
  type KindName,
  keyOf,
  legacyStamps,
  problemsOf,
  QuarantinedRecord,
  referencesOf,
  Settings,
  Stamp,
  Step,
  TRAVELLING,
  upgradeRow,
} from '../../model';
import { recordLine, sumOfLine } from '../record-line';
import { upgradeFile } from './format-1';
import { depthOf, findForeignKey, findUnsafeKey } from './safe-json';
import { salvage } from './salvage';

/** A record of the file that was not taken: `index` is its place in its table. */
export interface RejectedRecord extends QuarantinedRecord {
  index: number;
}

/** Is the file as Bearing wrote it? As its checksums tell. */
export interface FileState {
  /** A file of format 1 has none, and they may have been taken out by hand: then nothing is known. */
  hasSums: boolean;
  /** It is no longer valid JSON, and was read line by line. */
  isBroken: boolean;
  /** Records, the fields before the tables included, that are not as they were written. */
  altered: number;
  /** Records that were written and are not there. */
  missing: number;
}

export type BackupReading =
  | { ok: true; backup: Backup; rejected: RejectedRecord[]; state: FileState }
  | { ok: false; problem: string };

/** Called with how many of the file's records have been checked. */
export type OnChecked = (done: number, total: number) => void;

/** About what a browser can still hold as one string with room to parse it. */
const MAX_BACKUP_CHARS = 200_000_000;
/** Our own records are no deeper than about 8; a quarantined one may hold one of them. */
const MAX_DEPTH = 40;
/** As many records are checked before progress is reported. */
const CHECKED_AT_ONCE = 500;

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(TRAVELLING.map((kind) => [kind, KINDS[kind].schema])),
  stamps: Stamp,
  steps: Step,
  quarantine: QuarantinedRecord,
};

/** The tables that a file of each format must have. */
const FORMAT_1_TABLES = [
  'codebooks',
  'reviews',
  'papers',
  'reviewPapers',
  'statements',
  'tags',
  'assessments',
  'history',
] as const;

/**
 * Reads the text of a backup file. `ok: false` means that it is no backup that this Bearing can read, and
 * `problem` is the sentence to show; nothing of it may be imported. Otherwise `backup` holds only records
 * that pass their schema and refer only to records in it, and `rejected` all others. Never throws.
 */
export function readBackup(text: string, onChecked: OnChecked = () => {}): BackupReading {
  const whole = openFile(text);
  const found = typeof whole === 'string' ? (salvage(text) ?? whole) : whole;
  if (typeof found === 'string') return { ok: false, problem: found };

  const rejected: RejectedRecord[] = [];
  if (found !== whole) rejected.push(reject('file', 0, null, [SALVAGED]));
  const isFirst = found.version === 1;
  const opened = isFirst ? fromFormat1(found, text, rejected) : found;
  const sums = isObject(found.sums) ? found.sums : undefined;
  const isHeadSound = !sums || sums.head === sumOfLine(recordLine(headOf(opened)));
  const lists = [...BACKUP_TABLES, 'quarantine' as const].map(
    (table) => [table, listOf(opened[table])] as const,
  );
  const total = lists.reduce((sum, [, list]) => sum + list.length, 0);
  let done = 0;
  let missing = 0;
  const tables = Object.fromEntries(
    lists.map(([table, list]) => {
      missing += missingFrom(table, list, rejected, sums);
      const onRecord = () => {
        if (++done % CHECKED_AT_ONCE === 0 || done === total) onChecked(done, total);
      };
      return [table, readTable(table, list, rejected, sums, onRecord)];
    }),
  ) as unknown as Pick<Backup, BackupTable | 'quarantine'>;
  rejectUnknown(opened, rejected);
  if (!isHeadSound) rejected.push(reject('head', 0, headOf(opened), [DAMAGED]));
  const settings = isHeadSound ? readSettings(opened.settings, rejected) : undefined;

  const backup: Backup = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    exportedAt: opened.exportedAt as string,
    app: opened.app as string,
    ...(isHeadSound && opened.coderId !== undefined && { coderId: opened.coderId as string }),
    counter: Math.max(isHeadSound ? (opened.counter as number) : 0, highestCounter(tables)),
    forgotten: isHeadSound ? ((opened.forgotten ?? 0) as number) : 0,
    ...(settings ? { settings } : {}),
    ...tables,
  };
  rejectDangling(backup, rejected);
  if (isFirst) backup.stamps = legacyStamps(backup, backup.steps);
  const state: FileState = {
    hasSums: sums !== undefined,
    isBroken: found !== whole,
    altered: rejected.filter(({ problems }) => problems.includes(DAMAGED)).length,
    missing,
  };
  return { ok: true, backup, rejected, state };
}

type OpenedFile = Record<string, unknown>;
type Sums = Record<string, unknown>;

const SALVAGED =
  'the file is damaged: what is in it was read line by line, and checked record by record';
const DAMAGED = 'it is not as Bearing wrote it: damaged, or changed by hand';

/** How far the file's store had counted: from the head, or from the versions where that is damaged or lags. */
const highestCounter = ({ stamps, steps }: Pick<Backup, 'stamps' | 'steps'>): number =>
  [...stamps, ...steps].reduce((most, { counter }) => Math.max(most, counter), 0);

/** The fields before the tables. */
const HEAD = ['exportedAt', 'app', 'coderId', 'counter', 'forgotten'] as const;

function fromFormat1(file: OpenedFile, text: string, rejected: RejectedRecord[]): OpenedFile {
  const upgraded = upgradeFile(file, text);
  for (const { index, record, problem } of upgraded.rejected)
    rejected.push(reject('history', index, record, [problem]));
  return upgraded.file;
}

/** The file's outer object, or the sentence that says why it cannot be read. */
function openFile(text: string): OpenedFile | string {
  if (text.length > MAX_BACKUP_CHARS) return 'This file is too large to be read as a backup.';
  let file: unknown;
  try {
    // Editors and mail programs may have put a byte order mark before the text.
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return text.trimStart().startsWith('{') && text.includes(BACKUP_FORMAT)
      ? 'This backup file is damaged or cut off: it is not complete JSON. Nothing was imported.'
      : 'This file is not a Bearing backup: it is not JSON.';
  }
  if (!isObject(file) || file.format !== BACKUP_FORMAT) {
    return 'This file is JSON, but not a Bearing backup.';
  }
  if (typeof file.version !== 'number' || !Number.isInteger(file.version) || file.version < 1) {
    return 'This backup file does not say which version of the format it has. Nothing was imported.';
  }
  if (file.version > BACKUP_VERSION) {
    return `This backup was made by a newer Bearing (format ${file.version}; this one reads up to ${BACKUP_VERSION}). Update Bearing, then import it again.`;
  }
  const first = file.version === 1;
  const said = first ? (['exportedAt', 'app'] as const) : HEAD;
  for (const key of said) {
    if (!Backup.shape[key].safeParse(file[key]).success) {
      return `This backup file is damaged: its "${key}" is missing or malformed. Nothing was imported.`;
    }
  }
  for (const table of first ? FORMAT_1_TABLES : BACKUP_TABLES) {
    if (!Array.isArray(file[table])) {
      return `This backup file is damaged: its table "${table}" is missing or not a list. Nothing was imported.`;
    }
  }
  if (file.quarantine !== undefined && !Array.isArray(file.quarantine)) {
    return 'This backup file is damaged: its table "quarantine" is not a list. Nothing was imported.';
  }
  return file;
}

/** The checksums of a table's records; undefined where the file has none of them. */
const sumsOf = (table: BackupTable | 'quarantine', sums: Sums | undefined) =>
  sums && table !== 'quarantine' ? new Set(listOf(sums[table])) : undefined;

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

function readTable(
  table: BackupTable | 'quarantine',
  records: readonly unknown[],
  rejected: RejectedRecord[],
  sums: Sums | undefined,
  onRecord: () => void,
): unknown[] {
  const expected = sumsOf(table, sums);
  const kept: unknown[] = [];
  const names = new Set<string>();
  records.forEach((record, index) => {
    const checked = checkRecord(table, SCHEMAS[table] as z.ZodType, record);
    const problems = checked.problems;
    if (problems.length === 0 && table !== 'quarantine') {
      const name = nameOf(table, record as object);
      if (names.has(name)) problems.push('another record of this file has the same id');
      names.add(name);
    }
    if (problems.length === 0 && expected && !expected.has(sumOfLine(recordLine(record))))
      problems.push(DAMAGED);
    if (problems.length === 0) kept.push(checked.value);
    else rejected.push(reject(table, index, record, problems));
    onRecord();
  });
  return kept;
}

/** The record in today's shape and parsed, or what is wrong with it. */
function checkRecord(
  table: string,
  schema: z.ZodType,
  record: unknown,
): { value?: unknown; problems: string[] } {
  // First, because everything after it walks the record by recursion.
  if (depthOf(record, MAX_DEPTH) > MAX_DEPTH) {
    return { problems: ['it is nested too deeply to be a record'] };
  }
  const unsafe = findUnsafeKey(record);
  if (unsafe) return { problems: [`${unsafe}: a key that no record has`] };
  const current = upgradeRow(table, record);
  const result = schema.safeParse(current);
  if (!result.success) return { problems: problemsOf(result.error) };
  const foreign = findForeignKey(current, result.data);
  if (foreign) return { problems: [`${foreign}: not known to this version of Bearing`] };
  return { value: result.data, problems: [] };
}

/** Settings are one record: if they fail, the store keeps its own, and the reader is told. */
function readSettings(value: unknown, rejected: RejectedRecord[]): Settings | undefined {
  if (value === undefined) return undefined;
  const { value: settings, problems } = checkRecord('settings', Settings, value);
  if (problems.length === 0) return settings as Settings;
  rejected.push(reject('settings', 0, value, problems));
  return undefined;
}

/** Whatever else stands in the file beside the tables. */
function rejectUnknown(file: OpenedFile, rejected: RejectedRecord[]): void {
  for (const key of Object.keys(file)) {
    if (Object.hasOwn(Backup.shape, key) || key === 'sums') continue;
    rejected.push(
      reject(key.slice(0, 60), 0, file[key], ['this part of the file is not known to Bearing']),
    );
  }
}

/**
 * A record whose review, paper or statement is not in the file (or was rejected) cannot be shown anywhere:
 * it goes where the reader can see it instead of into the store, where nobody could.
 */
function rejectDangling(backup: Backup, rejected: RejectedRecord[]): void {
  const known = new Map<KindName, ReadonlySet<string>>();
  const keysOf = (kind: KindName) => {
    const records = (backup as Partial<Record<KindName, object[]>>)[kind] ?? [];
    return new Set(records.map((record) => keyOf(kind, record)));
  };
  const statementPaper = new Map(backup.statements.map((s) => [s.id, s.paperId]));
  // What is referred to comes first, so that what depends on a rejected record follows it.
  for (const kind of TRAVELLING) {
    const kept = (backup[kind] as object[]).filter((record, index) => {
      const problems = referencesOf(kind, record)
        .filter(({ to, key, optional }) => !optional && !known.get(to)?.has(key))
        .map(({ to, key }) => `its ${KINDS[to].noun} ${key} is not in this file`);
      if (kind === 'tags' && problems.length === 0) {
        const { statementId, paperId } = record as Backup['tags'][number];
        if (statementPaper.get(statementId) !== paperId)
          problems.push('its statement belongs to another paper');
      }
      if (problems.length > 0) rejected.push(reject(kind, index, record, problems));
      return problems.length === 0;
    });
    Object.assign(backup, { [kind]: kept });
    known.set(kind, keysOf(kind));
  }
}

function reject(table: string, index: number, record: unknown, problems: string[]): RejectedRecord {
  const id =
    isObject(record) && typeof record.id === 'string' ? record.id.slice(0, 200) : undefined;
  // Deeper than this it could neither be stored nor written again; so much is said instead.
  const kept =
    depthOf(record, MAX_DEPTH) > MAX_DEPTH ? 'not kept: nested too deeply to be stored' : record;
  return { table, index, ...(id === undefined ? {} : { id }), problems, record: kept };
}

function nameOf(table: BackupTable, record: object): string {
  const { id, key, table: of } = record as Partial<Record<string, unknown>>;
  if (table === 'stamps') return `${of} ${key}`;
  return table === 'steps' ? String(id) : keyOf(table, record);
}

/** Did the list of checksums lose its order, so that it does not tell how many records a table had? */
const isAnyTable = (sums: Sums | undefined): boolean => sums?.head === undefined;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
