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

/** One line each: a label may have commas in it. */
export const listed = (text: string): string[] =>
  text
    .split('\n')
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

/**
 * The fields as they are saved over what is stored now. Of a list only what was typed in and taken out is changed: a cue
 * that came meanwhile from a page is not taken away with it.
 * @param base the influence as it was when the typing began
 */
export function changesOver(draft: Draft, base: Influence, now: Influence): FieldChange {
  const changes = changesOf(draft, base);
  for (const name of LISTS) {
    const list = changes[name];
    if (!list) continue;
    const out = base[name].filter((one) => !list.includes(one));
    const added = list.filter((one) => !base[name].includes(one));
    changes[name] = [...now[name].filter((one) => !out.includes(one)), ...added];
  }
  return changes;
}

export const isChanged = (draft: Draft, influence: Influence): boolean =>
  Object.keys(changesOf(draft, influence)).length > 0;
