/**
 * The description of an influence as one text, for tools whose codes have a name and a description and nothing else, and
 * such a text read back. The definition comes first; every other field is one that begins its own line with its name.
 */
import type { Influence } from '../../model';
import { joinList, splitList } from './list-text';

type TextField =
  | 'include'
  | 'exclude'
  | 'barrierNote'
  | 'facilitatorNote'
  | 'supportNote'
  | 'contrastNote'
  | 'note'
  | 'code'
  | 'group'
  | 'level';

const TEXT_FIELDS: readonly (readonly [head: string, field: TextField])[] = [
  ['Include', 'include'],
  ['Exclude', 'exclude'],
  ['As a barrier', 'barrierNote'],
  ['As a facilitator', 'facilitatorNote'],
  ['Supporting', 'supportNote'],
  ['Contrasting', 'contrastNote'],
  ['Note', 'note'],
  ['Code', 'code'],
  ['Group', 'group'],
  ['Level', 'level'],
];
const LIST_FIELDS = [
  ['Also called', 'aliases'],
  ['Cues', 'cues'],
] as const;
const LABEL = 'Label';
const HEADS = new Set([LABEL, ...[...TEXT_FIELDS, ...LIST_FIELDS].map(([head]) => head)]);
/** A line that would be taken for the beginning of a field has a backslash before it, and so has one that has one. */
const GUARDED = /^\\*([^:\\]{1,20}): /;

/** @param name under which the code goes, where that is not the influence's label */
export function memoOf(influence: Influence, name = influence.label): string {
  const lines = influence.definition ? [guard(influence.definition)] : [];
  const add = (head: string, text: string | undefined) => {
    if (text) lines.push(`${head}: ${guardRest(text)}`);
  };
  if (name !== influence.label) add(LABEL, influence.label);
  for (const [head, field] of TEXT_FIELDS) add(head, influence[field]);
  for (const [head, field] of LIST_FIELDS) add(head, joinList(influence[field]));
  return lines.join('\n');
}

const isHead = (line: string): boolean => HEADS.has(GUARDED.exec(line)?.[1] ?? '');
const guard = (text: string): string =>
  unix(text)
    .split('\n')
    .map((line) => (isHead(line) ? `\\${line}` : line))
    .join('\n');
/** The first line follows a heading on the same line, so it cannot be mistaken for one. */
function guardRest(text: string): string {
  const [first = '', ...rest] = unix(text).split('\n');
  return [first, ...(rest.length ? [guard(rest.join('\n'))] : [])].join('\n');
}
const unix = (text: string): string => text.replace(/\r\n?/g, '\n');

export type Memo = Partial<Pick<Influence, TextField | 'label'>> &
  Pick<Influence, 'definition' | 'aliases' | 'cues'>;

/** A description, of Bearing's or of another tool's, as fields: all of it is the definition where no line names one. */
export function readMemo(text: string): Memo {
  const fields = new Map<string, string[]>();
  let current: string[] = [];
  const definition = current;
  for (const line of unix(text).split('\n')) {
    const head = line.startsWith('\\') ? undefined : GUARDED.exec(line)?.[1];
    if (head !== undefined && HEADS.has(head) && !fields.has(head)) {
      current = [line.slice(head.length + 2)];
      fields.set(head, current);
    } else current.push(isHead(line) && line.startsWith('\\') ? line.slice(1) : line);
  }
  const textOf = (head: string) => fields.get(head)?.join('\n').trim();
  const memo: Memo = { definition: definition.join('\n').trim(), aliases: [], cues: [] };
  const label = textOf(LABEL);
  if (label) memo.label = label;
  for (const [head, field] of TEXT_FIELDS) {
    const value = textOf(head);
    if (value) memo[field] = value;
  }
  for (const [head, field] of LIST_FIELDS) memo[field] = splitList(textOf(head) ?? '', '; ');
  return memo;
}
