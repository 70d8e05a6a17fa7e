/** Is a stored row a valid record? The quick check accepts almost all of them; the others are parsed. */
import { quickCheck } from './quick-check';
import { withUnknown } from './unknown-fields';
import type { z } from './zod';

export type Verdict =
  /** The row, with what its schema fills in; the very same object where nothing is missing. */
  { ok: true; row: object } | { ok: false; problems: string[] };

export type RowCheck = (row: unknown) => Verdict;

/** The most problems kept of one record, which may be anything. */
const MOST_PROBLEMS = 50;
/** Of one problem, as much is kept. */
const MOST_WORDS = 300;
/** Of a value that is named in a problem. */
const MOST_NAMED = 60;

/** Ends the problem of a value that is of the right form, but not one of those that are known. */
export const NOT_KNOWN = 'is not known to this version of Bearing';
/** Ends the problem of unknown fields that are too many, too large or not JSON. */
const NOT_CARRIED =
  'it has fields that are not known to this version of Bearing and too large to keep';

/** What is wrong with a record, one line a field. */
export function problemsOf(error: z.ZodError, record: unknown): string[] {
  return error.issues.slice(0, MOST_PROBLEMS).map((issue) => {
    const path = issue.path.map(String).join('.') || 'record';
    return `${path}: ${problemOf(issue, record)}`.slice(0, MOST_WORDS);
  });
}

/** What is wrong with one field, without its name. */
export const problemOf = (issue: z.core.$ZodIssue, record: unknown): string =>
  wordsOf(issue, valueAt(record, issue.path));

/** Is a newer Bearing the likely cause? Then every field that is wrong has a value that an update may know. */
export const isLikelyNewer = (problems: readonly string[]): boolean =>
  problems.length > 0 && problems.every((problem) => problem.endsWith(NOT_KNOWN));

function wordsOf(issue: z.core.$ZodIssue, value: unknown): string {
  const isChoice = issue.code === 'invalid_value' || issue.code === 'invalid_union';
  const isOfForm = typeof value === 'string' || typeof value === 'number';
  return isChoice && isOfForm && value !== ''
    ? `“${String(value).slice(0, MOST_NAMED)}” ${NOT_KNOWN}`
    : issue.message;
}

function valueAt(record: unknown, path: readonly PropertyKey[]): unknown {
  let at = record;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

export function rowCheck(schema: z.ZodType): RowCheck {
  const look = quickCheck(schema);
  return (row) => {
    if (look(row)) return { ok: true, row: row as object };
    const parsed = schema.safeParse(row);
    if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, row) };
    const refused: string[] = [];
    const whole = withUnknown(row, parsed.data, refused) as object;
    if (refused.length === 0) return { ok: true, row: whole };
    const problems = refused.slice(0, MOST_PROBLEMS).map((path) => `${path}: ${NOT_CARRIED}`);
    return { ok: false, problems: problems.map((problem) => problem.slice(0, MOST_WORDS)) };
  };
}
