/** Papers that are accepted and not yet in an issue, as their pages say it: in a field of its own or for a number. */
import { IN_PRESS } from '../model/records/publication';
import type { Raw, Said } from './view/raw';

const WORDS =
  /^\W*(?:(?:articles? )?in[-\s]?press(?:[\s,:;-].{0,40})?|forthcoming|(?:e?pub(?:lish(?:ed)?)?\s)?(?:online\s)?ahead[-\s]of[-\s](?:print|publication)|online[-\s]first|early[-\s](?:view|access))\W*$/i;

export const isInPress = (text: string): boolean => WORDS.test(text.slice(0, 100));

/** Fields in which such words are put where a number will be. */
const FOR_A_NUMBER = ['year', 'volume', 'issue', 'page'] as const;

/** What a source says, with such words as the paper's status. */
export function sayStatus({ source, raw }: Said): Said {
  const fields = FOR_A_NUMBER.filter((field) => isInPress(raw[field] ?? ''));
  if (!fields.length) return { source, raw };
  const rest: Raw = { ...raw, status: IN_PRESS };
  for (const field of fields) delete rest[field];
  return { source, raw: rest };
}
