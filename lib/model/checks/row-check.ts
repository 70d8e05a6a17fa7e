/** Is a stored row a valid record? The quick check accepts almost all of them; the others are parsed. */

import type { z } from '../zod';
import { quickCheck } from './quick-check';
import { withUnknown } from './unknown-fields';

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
    return `${path}: ${wordsOf(issue, valueAt(record, issue.path))}`.slice(0, MOST_WORDS);
  });
}

/** Is a newer Bearing the likely cause? Then every field that is wrong has a value that an update may know. */
export const isLikelyNewer = (problems: readonly string[]): boolean =>
  problems.length > 0 && problems.every((problem) => problem.endsWith(NOT_KNOWN));

function wordsOf(issue: z.core.$ZodIssue, value: unknown): string {
  const isChoice = issue.code === 'invalid_value' || issue.code === 'invalid_union';
  const isOfForm = typeof value === 'string' || typeof value === 'number';
  if (isChoice && isOfForm && value !== '')
    return `“${String(value).slice(0, MOST_NAMED)}” ${NOT_KNOWN}`;
  if (value === undefined && issue.code !== 'custom') return 'is missing';
  if (issue.code === 'invalid_type')
    return `must be ${named(FORMS, issue.expected) ?? issue.expected}, and is ${formOf(value)}`;
  if (issue.code === 'invalid_format') return named(FORMATS, issue.format) ?? issue.message;
  return issue.message;
}

/** What a value may be, as a reader calls it. */
const FORMS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  null: 'null',
};
const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'is not an id as Bearing makes them',
  datetime: 'is not a moment such as 2026-11-20T09:00:00.000Z',
};

const named = (words: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(words, name) ? words[name] : undefined;

function formOf(value: unknown): string {
  const form = value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value;
  return named(FORMS, form) ?? form;
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
