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
  const [first] = listOf(json.tags);
  return isObject(first) && 'paper' in first && 'influence' in first;
}

/** What is wrong, by field, in at most as many lines as anyone reads. */
const MOST_PROBLEMS = 5;
const problemsOf = ({ issues }: z.ZodError): string[] =>
  issues
    .slice(0, MOST_PROBLEMS)
    .map(({ path, message }) => (path.length ? `${path.join('.')}: ${message}` : message));

/** @param rejected what is not taken is added here */
export function tagListOf(json: Record<string, unknown>, rejected: RejectedRecord[]): TagList {
  const rowsOf = <S extends z.ZodType>(field: string, table: string, schema: S): z.infer<S>[] =>
    listOf(json[field]).flatMap((row, index) => {
      const checked = schema.safeParse(row);
      if (checked.success) return [checked.data];
      rejected.push(reject(table, index, row, problemsOf(checked.error)));
      return [];
    });
  const review = ReviewOfList.safeParse(json.review);
  if (!review.success) rejected.push(reject('reviews', 0, json.review, problemsOf(review.error)));
  const { unit, denominator } = review.data ?? {};
  for (const word of [unit, denominator])
    if (word !== undefined && !unitNamed(word))
      rejected.push(
        reject('reviews', 0, json.review, [`“${word}” is not a unit that Bearing counts`]),
      );
  const codes = rowsOf('codebook', 'codebooks', CodeRow);
  return {
    review: review.success ? review.data : ReviewOfList.parse({}),
    codes: uniqueCodes(codes, rejected),
    tags: rowsOf('tags', 'tags', TagOfList),
    assessments: rowsOf('assessments', 'assessments', AssessmentRow),
    words: rowsOf('unsupported', 'memos', WordRow),
  };
}

function uniqueCodes(codes: readonly CodeRow[], rejected: RejectedRecord[]): CodeRow[] {
  const first = new Map<string, CodeRow>();
  for (const [index, code] of codes.entries()) {
    if (first.has(code.id))
      rejected.push(reject('codebooks', index, code, [`id: “${code.id}” is an influence already`]));
    else first.set(code.id, code);
  }
  return [...first.values()];
}
