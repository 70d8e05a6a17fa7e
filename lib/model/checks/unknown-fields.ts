/**
 * Fields that this Bearing does not know, because a newer one wrote them. They are read, shown past, changed around, backed
 * up and restored untouched, so that going back to the newer Bearing loses nothing. A file may be made to harm: what is
 * carried is bounded, is JSON, and never reaches a prototype. What comes from a page is not carried: messages are parsed.
 */
import { UNSAFE_KEYS } from './json-safe';

/** Of one object. Far more than an update adds. */
const MOST_FIELDS = 50;
/** Of one field, its keys included: as long as the longest text of a field that is known. */
const MOST_CHARS = 50_000;
/** Of one field. Our own records are no deeper than this. */
const MOST_DEEP = 8;
/** What a value costs beside its text, so that many empty ones are bounded too. */
const PER_VALUE = 4;

/** Can the unknown fields among these be carried? */
export function carriesUnknown(record: object, isKnown: (field: string) => boolean): boolean {
  let unknown = 0;
  for (const field of Object.keys(record)) {
    if (isKnown(field)) continue;
    unknown += 1;
    if (unknown > MOST_FIELDS) return false;
    if (!isCarried(field, (record as Record<string, unknown>)[field])) return false;
  }
  return true;
}

/** Is it JSON, of a bounded size? */
function isCarried(field: string, value: unknown): boolean {
  let chars = 0;
  const fits = (more: number) => {
    chars += more + PER_VALUE;
    return chars <= MOST_CHARS;
  };
  const look = (part: unknown, deep: number): boolean => {
    if (typeof part === 'string') return fits(part.length);
    if (typeof part === 'number') return Number.isFinite(part) && fits(0);
    if (typeof part === 'boolean' || part === null || part === undefined) return fits(0);
    if (deep === MOST_DEEP || !fits(0)) return false;
    if (Array.isArray(part)) return part.every((one) => look(one, deep + 1));
    if (!isPlain(part)) return false;
    return Object.keys(part).every((key) => isSafe(key) && look(part[key], deep + 1));
  };
  const isSafe = (key: string) => !UNSAFE_KEYS.has(key) && fits(key.length);
  return isSafe(field) && look(value, 0);
}

/**
 * The record with the defaults that it lacks and with the fields that its schema does not know. Notes the path of each
 * object with unknown fields that cannot be carried.
 */
export function withUnknown(
  record: unknown,
  parsed: unknown,
  refused: string[],
  path = '',
): unknown {
  const at = (key: string | number) => (path ? `${path}.${key}` : String(key));
  if (Array.isArray(record) && Array.isArray(parsed))
    return record.map((item, i) => withUnknown(item, parsed[i], refused, at(i)));
  if (!isPlain(record) || !isPlain(parsed)) return parsed;
  if (!carriesUnknown(record, (field) => Object.hasOwn(parsed, field)))
    refused.push(path || 'record');
  const whole: Record<string, unknown> = { ...parsed, ...record };
  for (const key of Object.keys(parsed))
    if (Object.hasOwn(record, key))
      whole[key] = withUnknown(record[key], parsed[key], refused, at(key));
  return whole;
}

/** The fields of a record that these are not, for a record that takes its place. */
export function unknownIn<T extends object>(record: T, shape: object): Partial<T> {
  const unknown = Object.entries(record).filter(([field]) => !Object.hasOwn(shape, field));
  return Object.fromEntries(unknown) as Partial<T>;
}

/** A date or a map, which a database can hold too, is not. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
