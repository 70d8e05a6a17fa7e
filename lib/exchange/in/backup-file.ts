/** The outer object of a backup file, of either format. */
import { BACKUP_FORMAT, Backup } from '../backup-format';
import type { FileText } from './file-text';
import { isObject } from './json-value';

/** The file's outer object, its records not yet checked. */
export type OpenedFile = Record<string, unknown>;

/** Both formats are shown to the reader as one. */
export const BACKUP_FILES = {
  label: 'backups of Bearing',
  extensions: ['json'],
  mime: 'application/json',
} as const;

/** The version that a backup gives for its format; undefined for a file that is not one, or that is not JSON. */
export function versionOf({ json }: FileText): unknown {
  return isObject(json) && json.format === BACKUP_FORMAT ? json.version : undefined;
}

type HeadField = 'exportedAt' | 'app' | 'coderId' | 'counter' | 'forgotten';

/** What is wrong with the outer object, as a sentence; null where it has the fields and the tables of its format. */
export function faultOf(
  file: OpenedFile,
  fields: readonly HeadField[],
  tables: readonly string[],
): string | null {
  for (const field of fields)
    if (!Backup.shape[field].safeParse(file[field]).success)
      return `This backup file is damaged: its "${field}" is missing or malformed. Nothing was imported.`;
  for (const table of tables)
    if (!Array.isArray(file[table]))
      return `This backup file is damaged: its table "${table}" is missing or not a list. Nothing was imported.`;
  if (file.quarantine !== undefined && !Array.isArray(file.quarantine))
    return 'This backup file is damaged: its table "quarantine" is not a list. Nothing was imported.';
  return null;
}
