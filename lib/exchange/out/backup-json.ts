/**
 * The backup: one JSON file of everything, which re-imports without loss.
 *
 * An object with `format`, `version`, `exportedAt`, `app`, `settings` and one array a table, as the schema
 * `Backup` says. One record stands on one line, tables are in a fixed order, records are sorted
 * by id and keys by name: two backups of the same store are the same bytes but for the moment, and a
 * difference between two of them can be read line by line. `sums` contains the checksum of the fields before the tables,
 * and of every record in the order of its table: a record that is not as it was written is found, and so is a missing one.
 */
import { BACKUP_TABLES, type Backup, type BackupTable, headOf, nameOf } from '../backup-format';
import { anyLine, recordLine, sumOfLine } from '../record-line';

export const backupFile = {
  id: 'backup-json',
  label: 'Backup of everything (JSON)',
  extension: 'json',
  mime: 'application/json',
} as const;

/** The text of a backup file. Records are written as they are, valid or not: a backup drops nothing. */
export function writeBackup(backup: Backup): string {
  const { format, version, exportedAt, app, coderId, counter, forgotten, settings } = backup;
  const head = [
    `"format": ${JSON.stringify(format)}`,
    `"version": ${JSON.stringify(version)}`,
    `"exportedAt": ${JSON.stringify(exportedAt)}`,
    `"app": ${JSON.stringify(app)}`,
  ];
  if (coderId !== undefined) head.push(`"coderId": ${JSON.stringify(coderId)}`);
  head.push(`"counter": ${counter}`, `"forgotten": ${forgotten}`);
  if (settings !== undefined) head.push(`"settings": ${recordLine(settings)}`);
  const lines: [name: string, lines: string[]][] = [
    ...BACKUP_TABLES.map((name): [string, string[]] => [
      name,
      [...backup[name]].sort(byName(name)).map(recordLine),
    ]),
    // In the order found: a quarantined record may have no id to sort by.
    ['quarantine', backup.quarantine.map(anyLine)],
  ];
  const tables = lines.map(([name, own]) => table(name, own));
  const sums = {
    head: sumOfLine(recordLine(headOf(backup))),
    ...Object.fromEntries(lines.map(([name, own]) => [name, own.map(sumOfLine)])),
  };
  return `{\n${[...head, ...tables, `"sums": ${JSON.stringify(sums)}`].join(',\n')}\n}\n`;
}

function table(name: string, lines: readonly string[]): string {
  return lines.length === 0 ? `"${name}": []` : `"${name}": [\n  ${lines.join(',\n  ')}\n]`;
}

const byName =
  (table: BackupTable) =>
  (a: object, b: object): number => {
    const [x, y] = [nameOf(table, a), nameOf(table, b)];
    return x < y ? -1 : x > y ? 1 : 0;
  };
