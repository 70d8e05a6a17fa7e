/** The rows of a list of tags, each checked by itself; what is not whole is set aside with what is wrong with it. */
import type { z } from '../../../model';
import type { RejectedRecord } from '../importer';
import { isObject, listOf } from '../json-value';
import { reject } from '../rejected';
import { AssessmentRow, CodeRow, ReviewOfList, TagOfList, unitNamed, WordRow } from './shape';

export interface TagList {
  review: ReviewOfList;
  codes: CodeRow[];
  tags: TagOfList[];
  assessments: AssessmentRow[];
  words: WordRow[];
  /** Where in the file each row is, and how it is written there. */
  origins: ReadonlyMap<object, Origin>;
}

export interface Origin {
  table: string;
  index: number;
  row: unknown;
}

/** With what the file does not say itself. */
export interface NamedList extends TagList {
  title: string;
  /** What all ids are made from. */
  seed: string;
}

/** Is it a list of tags? A backup has tags too, and neither a single review nor the papers' names in them. */
export function isTagList(json: unknown): boolean {
  if (!isObject(json) || !isObject(json.review) || !Array.isArray(json.codebook)) return false;
  if (!Array.isArray(json.tags)) return false;
  // Any row of it will do: that one of them is broken does not make it another kind of file.
  return json.tags.length ? json.tags.some(isTagRow) : Array.isArray(json.assessments);
}

const isTagRow = (row: unknown): boolean => isObject(row) && 'paper' in row && 'influence' in row;

/** What is wrong, by field, in at most as many lines as anyone reads. */
const MOST_PROBLEMS = 5;
const problemsOf = ({ issues }: z.ZodError): string[] =>
  issues
    .slice(0, MOST_PROBLEMS)
    .map(({ path, message }) => (path.length ? `${path.join('.')}: ${message}` : message));

/** @param rejected what is not taken is added here */
export function tagListOf(json: Record<string, unknown>, rejected: RejectedRecord[]): TagList {
  const origins = new Map<object, Origin>();
  const rowsOf = <S extends z.ZodType<object>>(
    field: string,
    table: string,
    schema: S,
  ): z.infer<S>[] =>
    listOf(json[field]).flatMap((row, index) => {
      const checked = schema.safeParse(row);
      if (checked.success) {
        origins.set(checked.data, { table, index, row });
        return [checked.data];
      }
      rejected.push(reject(table, index, row, problemsOf(checked.error)));
      return [];
    });
  return {
    review: reviewIn(json.review, rejected),
    codes: uniqueCodes(rowsOf('codebook', 'codebooks', CodeRow), origins, rejected),
    tags: rowsOf('tags', 'tags', TagOfList),
    assessments: rowsOf('assessments', 'assessments', AssessmentRow),
    words: rowsOf('unsupported', 'memos', WordRow),
    origins,
  };
}

/** Field by field: what is wrong with one of them costs no other. */
function reviewIn(given: unknown, rejected: RejectedRecord[]): ReviewOfList {
  const checked = ReviewOfList.safeParse(given);
  const { issues } = checked.error ?? { issues: [] };
  if (checked.error) rejected.push(reject('reviews', 0, given, problemsOf(checked.error)));
  const broken = new Set(issues.map(({ path: [field] }) => field));
  const whole = Object.entries(isObject(given) ? given : {}).filter(([name]) => !broken.has(name));
  const review = checked.data ?? ReviewOfList.parse(Object.fromEntries(whole));
  for (const word of [review.unit, review.denominator])
    if (word !== undefined && !unitNamed(word))
      rejected.push(reject('reviews', 0, given, [`“${word}” is not a unit that Bearing counts`]));
  return review;
}

function uniqueCodes(
  codes: readonly CodeRow[],
  origins: ReadonlyMap<object, Origin>,
  rejected: RejectedRecord[],
): CodeRow[] {
  const first = new Map<string, CodeRow>();
  for (const code of codes)
    if (first.has(code.id))
      refuse(code, `id: “${code.id}” is an influence already`, origins, rejected);
    else first.set(code.id, code);
  return [...first.values()];
}

/** Sets a row aside that is whole by itself, and does not go with the others. */
export function refuse(
  row: object,
  problem: string,
  origins: ReadonlyMap<object, Origin>,
  rejected: RejectedRecord[],
): void {
  const origin = origins.get(row);
  if (origin) rejected.push(reject(origin.table, origin.index, origin.row, [problem]));
}
