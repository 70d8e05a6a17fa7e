/** What every write of the store goes through: one transaction, checked records, errors as sentences. */
import type { Table } from 'dexie';
import { asProblem, jsonSafe, type KindName, problemsOf, type RecordOf, type z } from '../../model';
import { db } from '../db';
import { InvalidRecord } from '../errors';
import { ROW_CHECKS } from '../sweep/row-checks';

/**
 * Runs `work` in one transaction: it resolves when everything is on disk, or rejects with a Problem and
 * nothing has changed. Inside another transaction it becomes part of that one.
 */
export async function inOneTransaction<T>(
  tables: readonly Table[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    // An async function, always: only then does Dexie keep the transaction open across native awaits.
    // The quarantine is at hand for rows that are in the way (sound-rows.ts).
    return await db.transaction('rw', [...tables, db.quarantine], async () => work());
  } catch (error) {
    throw asProblem(error);
  }
}

/** The input as its schema reads it. @throws InvalidRecord that names the first few fields that are wrong. */
export function parsed<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new InvalidRecord(inWords(problemsOf(result.error, input)));
}

/** The record as it can be stored, with the fields that this Bearing does not know. @throws InvalidRecord */
export function whole<K extends KindName>(kind: K, record: RecordOf<K>): RecordOf<K> {
  const verdict = ROW_CHECKS[kind](record);
  if (verdict.ok) return verdict.row as RecordOf<K>;
  throw new InvalidRecord(inWords(verdict.problems));
}

/** The first few of them. */
const inWords = (problems: readonly string[]): string => problems.slice(0, 5).join('; ');

/** Are two records equal, whatever the order of their keys? A key without a value counts as absent. */
export function sameRecord(a: unknown, b: unknown): boolean {
  if (a === null || b === null) return a === b;
  if (isSame(a, b)) return true;
  return canonical(a) === canonical(b);
}

/** As `sameRecord`, but for the moment of the last change: taking a change back is a change too. */
export function sameContent(a: object | null, b: object | null): boolean {
  return sameRecord(withoutMoment(a), withoutMoment(b));
}

/** No record is as deep, but for one that is in itself. */
const DEEPEST = 20;

/**
 * Are they the same value for value? Found in a fraction of the time that it takes to write both out: of thousands of
 * records that are compared, nearly all are as they were. False means only that it is not known.
 */
function isSame(a: unknown, b: unknown, depth = 0): boolean {
  if (a === b) return true;
  if (depth > DEEPEST) return false;
  if (!isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, i) => isSame(one, b[i], depth + 1));
  const [one, other] = [a, b].map((side) => Object.entries(side).filter(isThere));
  const values = new Map(other);
  return (
    one?.length === values.size &&
    one.every(([key, value]) => isSame(value, values.get(key), depth + 1))
  );
}

const isThere = ([, value]: [string, unknown]): boolean => value !== undefined;

const isPlain = (value: unknown): value is object => {
  if (typeof value !== 'object' || value === null) return false;
  return [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value));
};

const withoutMoment = (record: object | null) => record && { ...record, updatedAt: undefined };

/** JSON with sorted keys; values that JSON cannot represent are kept as far as possible. */
export function canonical(value: unknown): string {
  try {
    return sortedJson(value);
  } catch {
    return sortedJson(jsonSafe(value));
  }
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    if (part instanceof Uint32Array) return [...part];
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
