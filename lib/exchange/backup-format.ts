/** The backup file, format 2: everything that a store holds, as one documented JSON that re-imports without loss. */
import {
  type KindName,
  keyOf,
  now,
  StoreContents,
  shortText,
  TABLE_KINDS,
  Timestamp,
  TRAVELLING,
  z,
} from '../model';

export const BACKUP_FORMAT = 'bearing-backup';
/** Raised when an older Bearing could no longer read the file without loss. */
export const BACKUP_VERSION = 2;

/** The record tables of a backup, in the order of the file: what is referred to comes first. */
export const BACKUP_TABLES = [...TRAVELLING, 'stamps', 'steps'] as readonly BackupTable[];
export type BackupTable = Exclude<KindName, 'settings'> | 'stamps' | 'steps';

/** Tables that the first files of this format lacked. In a later file, a missing one shows in its checksums. */
const LATER_TABLES: ReadonlySet<string> = new Set(['familyMembers', ...TABLE_KINDS]);
export const tablesOf = (file: object): readonly BackupTable[] =>
  BACKUP_TABLES.filter((table) => !LATER_TABLES.has(table) || Object.hasOwn(file, table));

export const Backup = StoreContents.extend({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(BACKUP_VERSION),
  exportedAt: Timestamp,
  /** What wrote the file: "Bearing 0.1.0". */
  app: shortText,
});
export type Backup = z.infer<typeof Backup>;

/** A store's contents as a backup of now. `app` names what writes it. */
export const backupOf = (contents: StoreContents, app: string): Backup => ({
  format: BACKUP_FORMAT,
  version: BACKUP_VERSION,
  exportedAt: now(),
  app,
  ...contents,
});

/** What names a record within its table: its key; for a version, that of the record that it is the version of. */
export function nameOf(table: BackupTable, record: object): string {
  const { id, key, table: of } = record as Partial<Record<string, unknown>>;
  if (table === 'stamps') return `${of} ${key}`;
  return table === 'steps' ? String(id) : keyOf(table, record);
}

/** The fields before the tables, as far as it changes what a restore does: these have a checksum of their own. */
export function headOf({ coderId, counter, forgotten, settings }: Partial<Backup>): object {
  return { coderId, counter, forgotten, settings };
}
