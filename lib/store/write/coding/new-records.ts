/** The records that a passage of earlier coding becomes, and what of it cannot be one. */
import {
  type CodedPassage,
  isAfter,
  momentIn,
  newId,
  quoteKey,
  type Stance,
  type Statement,
  type Tag,
} from '../../../model';
import { ROW_CHECKS } from '../../sweep/row-checks';
import type { Coded } from './codes';

export interface PlanOptions {
  /** What a passage without a stance comes in as. */
  stance: Stance;
  at: string;
}

/** As many faults of one passage are named. */
const MOST_PROBLEMS = 3;

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function newStatement(
  { quote: raw, section, sectionKind, page }: CodedPassage,
  paperId: string,
  { at }: PlanOptions,
): Statement {
  const quote = oneLine(raw);
  const selectors = {
    quote: { type: 'TextQuoteSelector' as const, exact: quote, prefix: '', suffix: '' },
  };
  return {
    ...{ id: newId(), paperId, quote, quoteKey: quoteKey(quote), cites: [], machineLabels: [] },
    ...(section && { section: { title: section, kind: sectionKind ?? 'other' } }),
    ...(page && { page }),
    // Where the words were read is not in the file.
    targets: [{ representation: 'html', url: '', selectors }],
    ...{ createdAt: at, updatedAt: at },
  };
}

export interface TagOptions extends PlanOptions {
  on: Pick<Statement, 'id' | 'paperId'>;
  coderId: string;
  reviewId: string;
}

export function newTag(
  { direction = 'unstated', basis = 'own', ...passage }: CodedPassage,
  coded: Coded,
  { on, coderId, reviewId, at, stance: otherwise }: TagOptions,
): Tag {
  const { stance = otherwise, strength, voice, note, tagId } = passage;
  const createdAt = momentOf(passage.at) ?? at;
  // As of when its file has it: the same file, edited, is then not older than the tag.
  const asOf = momentOf(passage.asOf);
  const updatedAt = asOf && !isAfter(createdAt, asOf) && !isAfter(asOf, at) ? asOf : at;
  return {
    ...{ id: isId(tagId) ? tagId : newId(), reviewId, paperId: on.paperId, statementId: on.id },
    ...{ ...coded, stance, direction, basis, note: note.trim() },
    ...(strength !== undefined && { strength }),
    ...(voice && { voice }),
    ...{ coderId, createdAt, updatedAt },
  };
}

/** In place of what only the rest of a tag is looked at beside. */
const ANY: Coded = { codebookId: 'any', codebookVersion: '1', influenceId: 'any' };

/** What of a passage cannot be stored, whatever it is filed under. */
export function problemOf(passage: CodedPassage, options: PlanOptions): string | undefined {
  if (!quoteKey(passage.quote)) return 'it has no quote';
  const id = newId();
  const on = { id, paperId: id };
  const problems = problemsIn('statements', newStatement(passage, id, options)).concat(
    problemsIn('tags', newTag(passage, ANY, { ...options, on, coderId: id, reviewId: id })),
  );
  return problems.length ? problems.join('; ') : undefined;
}

export function problemsIn(kind: 'statements' | 'tags', record: Statement | Tag): string[] {
  const verdict = ROW_CHECKS[kind](record);
  return verdict.ok ? [] : verdict.problems.slice(0, MOST_PROBLEMS);
}

const isId = (id: string | undefined): id is string =>
  id !== undefined && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);

function momentOf(text: string | undefined): string | undefined {
  const moment = text === undefined ? undefined : momentIn(text);
  return moment && new Date(moment).toISOString();
}
