/**
 * The backup: one JSON file of everything, which re-imports without loss.
 *
 * An object with `format`, `version`, `exportedAt`, `app`, `settings` and one array a table, as the schema
 * `Backup` of the model says. One record stands on one line, tables are in a fixed order, records are sorted
 * by id and keys by name: two backups of the same store are the same bytes but for the moment, and a
 * difference between two of them can be read line by line.
 */
import { BACKUP_TABLES, type Backup, jsonSafe } from '../../model';

export const backupFile = {
  id: 'backup-json',
  label: 'Backup of everything (JSON)',
  extension: 'json',
  mime: 'application/json',
} as const;

/** The text of a backup file. Records are written as they are, valid or not: a backup drops nothing. */
export function writeBackup(backup: Backup): string {
  const { format, version, exportedAt, app, settings } = backup;
  const head = [
    `"format": ${JSON.stringify(format)}`,
    `"version": ${JSON.stringify(version)}`,
    `"exportedAt": ${JSON.stringify(exportedAt)}`,
    `"app": ${JSON.stringify(app)}`,
  ];
  if (settings !== undefined) head.push(`"settings": ${line(settings)}`);
  const tables = BACKUP_TABLES.map((name) => table(name, [...backup[name]].sort(byId)));
  // In the order found: a quarantined record may have no id to sort by.
  tables.push(table('quarantine', backup.quarantine ?? []));
  return `{\n${[...head, ...tables].join(',\n')}\n}\n`;
}

function table(name: string, records: readonly unknown[]): string {
  return records.length === 0
    ? `"${name}": []`
    : `"${name}": [\n  ${records.map(anyLine).join(',\n  ')}\n]`;
}

/** A review paper has no id of its own: its two ids name it. */
function nameOf(record: object): string {
  const { id, reviewId, paperId } = record as Partial<Record<string, unknown>>;
  return String(id ?? `${reviewId} ${paperId}`);
}

function byId(a: object, b: object): number {
  const [x, y] = [nameOf(a), nameOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** One line of JSON, also of what JSON cannot express. */
function anyLine(value: unknown): string {
  try {
    return line(value) ?? 'null';
  } catch {
    // Circular, nested too deeply, or a bigint.
    return line(jsonSafe(value));
  }
}

/** One line of JSON with the keys of every object in alphabetical order, `id` first. */
function line(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const keys = Object.keys(part).sort((a, b) =>
      a === 'id' ? -1 : b === 'id' ? 1 : a < b ? -1 : 1,
    );
    // `fromEntries` defines its keys, so that a key named "__proto__" stays a key.
    return Object.fromEntries(keys.map((key) => [key, (part as Record<string, unknown>)[key]]));
  });
}
