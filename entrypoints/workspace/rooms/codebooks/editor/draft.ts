/** What is typed for an influence in the editor, as text fields; and what of it differs from what is stored. */
import type { FieldChange, Influence } from '@/lib/model';

const TEXTS = [
  'label',
  'definition',
  'include',
  'exclude',
  'supportNote',
  'contrastNote',
  'barrierNote',
  'facilitatorNote',
  'note',
  'code',
  'group',
  'level',
  'symbol',
] as const;
type TextName = (typeof TEXTS)[number];
const LISTS = ['cues', 'aliases'] as const;

export type Draft = Record<TextName, string> &
  Record<(typeof LISTS)[number], string> & {
    colour: Influence['colour'] | '';
    isInverse: boolean;
    reason: string;
  };

/** What is stored, as it is shown in the form. */
export function draftOf(influence: Influence): Draft {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, influence[name] ?? '']));
  const lists = Object.fromEntries(LISTS.map((name) => [name, influence[name].join('\n')]));
  return {
    ...(texts as Record<TextName, string>),
    ...(lists as Record<(typeof LISTS)[number], string>),
    colour: influence.colour ?? '',
    isInverse: influence.polarity === 'inverse',
    reason: '',
  };
}

const MAY_BE_ABSENT: ReadonlySet<string> = new Set(['code', 'group', 'level', 'symbol']);

/** One line each, or parted by commas or semicolons. */
export const listed = (text: string): string[] =>
  text
    .split(/[\n,;]/)
    .map((one) => one.trim())
    .filter(Boolean);

/** The fields that were changed; empty where nothing was. */
export function changesOf(draft: Draft, influence: Influence): FieldChange {
  const before = draftOf(influence);
  const changes: Record<string, unknown> = {};
  for (const name of TEXTS) {
    const text = draft[name].trim();
    if (text !== before[name].trim())
      changes[name] = text === '' && MAY_BE_ABSENT.has(name) ? null : text;
  }
  for (const name of LISTS) {
    const list = listed(draft[name]);
    if (list.join('\n') !== influence[name].join('\n')) changes[name] = list;
  }
  if (draft.colour !== before.colour) changes.colour = draft.colour || null;
  if (draft.isInverse !== before.isInverse) changes.polarity = draft.isInverse ? 'inverse' : null;
  return changes as FieldChange;
}

export const isChanged = (draft: Draft, influence: Influence): boolean =>
  Object.keys(changesOf(draft, influence)).length > 0;
