/** A record as one line of a backup, and the checksum of that line. */
import { hashOf, jsonSafe } from '../model';

/** One line of JSON with the keys of every object in alphabetical order, `id` first. */
export function recordLine(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const keys = Object.keys(part).sort((a, b) =>
      a === 'id' ? -1 : b === 'id' ? 1 : a < b ? -1 : 1,
    );
    // `fromEntries` defines its keys, so that a key named "__proto__" stays a key.
    return Object.fromEntries(keys.map((key) => [key, (part as Record<string, unknown>)[key]]));
  });
}

/** As `recordLine`, also of what JSON cannot express: what was set aside may be anything. */
export function anyLine(value: unknown): string {
  try {
    return recordLine(value);
  } catch {
    // Circular, nested too deeply, or a bigint.
    return recordLine(jsonSafe(value));
  }
}

/** Half of the hash: 64 bits find every accident, and a file has one of these for each record. */
const SUM_DIGITS = 16;

export const sumOfLine = (line: string): string => hashOf(line).slice(0, SUM_DIGITS);
