/** Papers that are accepted and not yet in an issue, as their pages say it: in a field of its own or for a number. */
import { IN_PRESS } from '../../model/records/publication';
import type { Field } from '../view/raw';
import type { FieldClaim } from './stated/rule';

const WORDS =
  /^\W*(?:(?:articles? )?in[-\s]?press(?:[\s,:;-].{0,40})?|forthcoming|(?:e?pub(?:lish(?:ed)?)?\s)?(?:online\s)?ahead[-\s]of[-\s](?:print|publication)|online[-\s]first|early[-\s](?:view|access))\W*$/i;

/** In UTF-16 units: longer texts are not such words. */
const LONGEST = 100;

export const isInPress = (text: string): boolean => WORDS.test(text.slice(0, LONGEST));

/** Fields in which such words are put where a number will be. */
const FOR_A_NUMBER: readonly Field[] = ['year', 'volume', 'issue', 'page'];

/** A claim as it is; with such words in the place of a number it is a claim about the paper's status. */
export function asStatus(claim: FieldClaim): FieldClaim {
  const { field, value, source } = claim;
  return FOR_A_NUMBER.includes(field) && typeof value === 'string' && isInPress(value)
    ? { field: 'status', source, value: IN_PRESS }
    : claim;
}
