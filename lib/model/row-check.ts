/** Is a stored row a valid record? The quick check accepts almost all of them; the others are parsed. */
import { quickCheck } from './quick-check';
import type { z } from './zod';

export type Verdict =
  /** The row, with what its schema fills in; the very same object where nothing is missing. */
  { ok: true; row: object } | { ok: false; problems: string[] };

export type RowCheck = (row: unknown) => Verdict;

/** The most problems kept of one record, which may be anything. */
const MOST_PROBLEMS = 50;

/** What is wrong with a record, one line a field. */
export function problemsOf(error: z.ZodError): string[] {
  return error.issues
    .slice(0, MOST_PROBLEMS)
    .map((i) => `${i.path.map(String).join('.') || 'record'}: ${i.message}`.slice(0, 300));
}

export function rowCheck(schema: z.ZodType): RowCheck {
  const look = quickCheck(schema);
  return (row) => {
    if (look(row)) return { ok: true, row: row as object };
    const parsed = schema.safeParse(row);
    return parsed.success
      ? { ok: true, row: filledIn(row, parsed.data) as object }
      : { ok: false, problems: problemsOf(parsed.error) };
  };
}

/** The row with the defaults that it lacks. Unknown keys stay: a later version may have written them. */
function filledIn(row: unknown, parsed: unknown): unknown {
  if (Array.isArray(row) && Array.isArray(parsed))
    return row.map((item, i) => filledIn(item, parsed[i]));
  if (!isObject(row) || !isObject(parsed)) return parsed;
  const filled = { ...parsed, ...row };
  for (const key of Object.keys(parsed))
    filled[key] = key in row ? filledIn(row[key], parsed[key]) : parsed[key];
  return filled;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
