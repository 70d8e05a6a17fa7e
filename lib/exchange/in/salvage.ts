/**
 * Reads a backup that is no longer valid JSON, line by line. Each record is on a line of its own, so a damaged line costs
 * one record. Only a file with its checksums is read so, because they tell which of its records are as they were written.
 */
import { now } from '../../model';
import { BACKUP_TABLES, BACKUP_VERSION, Backup } from '../backup-format';

const TABLES: readonly string[] = [...BACKUP_TABLES, 'quarantine'];
const SUM = /[0-9a-f]{16}/g;

/** The file's outer object with what could be read of it, or null. A record that is not JSON is given as text. */
export function salvage(text: string): Record<string, unknown> | null {
  const file: Record<string, unknown> = Object.fromEntries(TABLES.map((table) => [table, []]));
  let open: unknown[] | null = null;
  let next = 0;
  /** Tables come in one order: one whose name is damaged is known by its place. */
  const begin = (line: string): unknown[] => {
    const named = TABLES.findIndex((table) => line.startsWith(`"${table}"`));
    const at = named < 0 ? next : named;
    next = at + 1;
    return (file[TABLES[at] ?? 'quarantine'] ?? []) as unknown[];
  };
  for (const line of text.split('\n')) {
    const isRecord = line.startsWith(' ');
    if (isRecord || (open && !/^\]|\[$|\[\],?$|^"sums"/.test(line))) {
      open ??= begin('');
      open.push(valueIn(line) ?? line.slice(0, MOST_KEPT));
    } else if (/\[$/.test(line)) open = begin(line);
    else if (/\[\],?$/.test(line)) {
      begin(line);
      open = null;
    } else {
      open = null;
      readHead(line, file);
    }
  }
  file.sums ??= undefined;
  return file.version === BACKUP_VERSION && file.sums ? withHead(file) : null;
}

/** As much of a damaged line is kept. */
const MOST_KEPT = 20_000;

/** The object that a line holds, whatever is before and after it; undefined where it is not JSON. */
function valueIn(line: string): unknown {
  try {
    return JSON.parse(line.slice(line.indexOf('{'), line.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}

/** A line before or after the tables: `"name": value`. */
function readHead(line: string, file: Record<string, unknown>): void {
  const sums = line.match(SUM);
  // Identifiers are in groups of other lengths; checksums come in dozens.
  if (sums && line.includes('"head"')) {
    file.sums = valueIn(line.slice(line.indexOf(':'))) ?? anyTable(sums);
    return;
  }
  const end = line.indexOf('": ');
  if (end < 0) return;
  try {
    const name = line.slice(1, end);
    if (Object.hasOwn(Backup.shape, name) && !TABLES.includes(name))
      file[name] = JSON.parse(line.slice(end + 3).replace(/,$/, ''));
  } catch {
    // The head is damaged: its checksum fails, and nothing of it is taken.
  }
}

/** Where the list of checksums is damaged itself, each table may have any of them. */
const anyTable = (sums: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(TABLES.map((table) => [table, sums]));

function withHead(file: Record<string, unknown>): Record<string, unknown> {
  const known = (name: 'exportedAt' | 'app', other: string) =>
    Backup.shape[name].safeParse(file[name]).success ? file[name] : other;
  return { ...file, exportedAt: known('exportedAt', now()), app: known('app', 'Bearing') };
}
