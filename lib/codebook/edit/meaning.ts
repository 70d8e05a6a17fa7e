/**
 * What an influence means: its definition and its rules. A change of these sends the tags that were made under the
 * earlier words back for a re-check; a change of labels, colours, cues, order or examples does not.
 */
import type { Influence } from '../../model';
import { looseKey } from '../../text';

/** The fields that coders decide by, with their names in a sentence. */
export const MEANING = {
  definition: 'definition',
  include: 'rule of what to include',
  exclude: 'rule of what to exclude',
  supportNote: 'rule of what supports',
  contrastNote: 'rule of what contrasts',
  barrierNote: 'rule of what is a barrier',
  facilitatorNote: 'rule of what is a facilitator',
} as const satisfies Partial<Record<keyof Influence, string>>;
export type MeaningField = keyof typeof MEANING;

export const MEANING_FIELDS = Object.keys(MEANING) as MeaningField[];

/**
 * The fields whose words differ. Blanks, case and punctuation do not count: a corrected comma changes no decision. A first
 * definition does: what was tagged before it was tagged by other words, or by none.
 */
export const changedMeaning = (before: Influence, after: Influence): MeaningField[] =>
  MEANING_FIELDS.filter((field) => wordsOf(before, field) !== wordsOf(after, field));

const wordsOf = (influence: Influence, field: MeaningField): string =>
  looseKey(influence[field] ?? '');
