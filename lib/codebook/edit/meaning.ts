/**
 * What an influence means: its definition and its rules. A change of these sends the tags that were made under the
 * earlier words back for a re-check; a change of labels, colours, cues, order or examples does not.
 */
import type { Influence } from '../../model';
import { looseKey } from '../../text';
import { RULE_FIELDS, RULES, type RuleField } from '../rule';

export type MeaningField = 'definition' | RuleField;

/** The fields that coders decide by. */
export const MEANING_FIELDS: readonly MeaningField[] = ['definition', ...RULE_FIELDS];

/** What such a field is called in a sentence. */
export const nameOfField = (field: MeaningField): string =>
  field === 'definition' ? 'definition' : RULES[field].name;

/**
 * The fields whose words differ. Blanks, case and punctuation do not count: a corrected comma changes no decision. A first
 * definition does: what was tagged before it was tagged by other words, or by none.
 */
export const changedMeaning = (before: Influence, after: Influence): MeaningField[] =>
  MEANING_FIELDS.filter((field) => wordsOf(before, field) !== wordsOf(after, field));

const wordsOf = (influence: Influence, field: MeaningField): string =>
  looseKey(influence[field] ?? '');
