/**
 * Backups of today's format, which may be broken, cut off, made by a newer Bearing, or made to harm. Their checksums tell
 * which records are as they were written.
 */
import { ALTERED } from '../../model';
import { BACKUP_FORMAT, BACKUP_VERSION, headOf, tablesOf } from '../backup-format';
import { recordLine, sumOfLine } from '../record-line';
import { BACKUP_FILES, faultOf, type OpenedFile, versionOf } from './backup-file';
import { readRecords } from './backup-records';
import type { FileText } from './file-text';
import type { Importer, OnChecked, Reading, RejectedRecord } from './importer';
import { isObject } from './json-value';
import { reject } from './rejected';
import { salvage } from './salvage';

export const backup2: Importer = {
  id: 'backup-2',
  ...BACKUP_FILES,
  sniff: (file) => versionOf(file) !== 1 && (versionOf(file) !== undefined || isDamaged(file)),
  read,
};

/** Bearing writes the name of the format before anything else, so that a damaged file is still recognised by it. */
const NAMED_WITHIN = 40;
const isDamaged = ({ start }: FileText): boolean =>
  start.slice(0, NAMED_WITHIN).includes(`"${BACKUP_FORMAT}"`);

/** The fields before the tables. */
const HEAD = ['exportedAt', 'app', 'coderId', 'counter', 'forgotten'] as const;

const SALVAGED =
  'the file is damaged: what is in it was read line by line, and checked record by record';

function read(file: FileText, onChecked: OnChecked): Reading {
  const whole = openFile(file);
  const found = typeof whole === 'string' ? (salvage(file.text) ?? whole) : whole;
  if (typeof found === 'string') return { ok: false, problem: found };
  const isBroken = found !== whole;

  const rejected: RejectedRecord[] = [];
  if (isBroken) rejected.push(reject('file', 0, null, [SALVAGED]));
  const sums = isObject(found.sums) ? found.sums : undefined;
  const isHeadSound = !sums || sums.head === sumOfLine(recordLine(headOf(found)));
  const { records, missing } = readRecords(found, { rejected, sums, isHeadSound, onChecked });
  const altered = rejected.filter(({ problems }) => problems.includes(ALTERED)).length;
  const state = { hasSums: sums !== undefined, isBroken, altered, missing };
  const written = { at: found.exportedAt as string, app: found.app as string };
  return { ok: true, kind: 'records', records, rejected, state, written };
}

/** The file's outer object, or the sentence that says why it cannot be read. */
function openFile(file: FileText): OpenedFile | string {
  const { json } = file;
  if (!file.isJson)
    return 'This backup file is damaged or cut off: it is not complete JSON. Nothing was imported.';
  if (!isObject(json) || json.format !== BACKUP_FORMAT)
    return 'This backup file is damaged: it does not name its format. Nothing was imported.';
  const { version } = json;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return 'This backup file does not say which version of the format it has. Nothing was imported.';
  if (version > BACKUP_VERSION)
    return `This backup was made by a newer Bearing (format ${version}; this one reads up to ${BACKUP_VERSION}). Update Bearing, then import it again.`;
  return faultOf(json, HEAD, tablesOf(json)) ?? json;
}
