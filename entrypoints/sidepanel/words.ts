/** The words of the panel for outcomes, changes and tags, in one place. */

import { DIRECTION_LOOKS, strengthText, VOICE_WORDS } from '@/components/influence/dial-words';
import type { ChangeFlag } from '@/lib/anchor/types';
import type { MachineLabel, Representation, Tag } from '@/lib/model';
import { displayText } from '@/lib/text';
import type { ShownOutcome } from './list/rows';

/** One short sentence; exact places need none. */
export const OUTCOME_WORDS: Readonly<Record<ShownOutcome, string>> = {
  exact: '',
  unknown: '',
  // Not a fault of the page: where it is has a line of its own.
  elsewhere: '',
  normalised: 'Same words, set differently here',
  changed: 'The words have changed',
  ambiguous: 'Stands here more than once; nothing tells the copies apart',
  lost: 'Not on this page',
};

/** Where a statement was tagged. */
export const TAGGED_IN: Readonly<Record<Representation, string>> = {
  html: 'Tagged in the full text',
  pmc: 'Tagged in PubMed Central',
  pdf: 'Tagged in the PDF',
  abstract: 'Tagged on an abstract page',
  'scite-report': 'Tagged on a scite report',
  list: 'Tagged in a list of papers',
};

const FLAG_WORDS: Readonly<Record<Exclude<ChangeFlag, 'words'>, string>> = {
  negation: 'a negation',
  number: 'a number',
  direction: 'a word of direction',
};

/** "The words have changed: a negation and a number." The weightiest first. */
export function changeInWords(flags: readonly ChangeFlag[]): string {
  const named = (['negation', 'number', 'direction'] as const)
    .filter((flag) => flags.includes(flag))
    .map((flag) => FLAG_WORDS[flag]);
  if (!named.length) return `${OUTCOME_WORDS.changed}.`;
  const last = named.pop();
  const list = named.length ? `${named.join(', ')} and ${last}` : last;
  return `${OUTCOME_WORDS.changed}: ${list}.`;
}

/** A tag as a screen reader says it. */
export function tagInWords(tag: Tag, label: string): string {
  return [
    `${tag.stance} ${label}`,
    DIRECTION_LOOKS[tag.direction].word,
    tag.strength === undefined ? '' : `strength ${strengthText(tag.strength)}`,
    tag.basis === 'second-hand' ? 'second-hand' : '',
    tag.voice ? VOICE_WORDS[tag.voice] : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** "scite: mentioning, 99 %" */
export function machineInWords({ by, label, confidence }: MachineLabel): string {
  const sure = confidence === undefined ? '' : `, ${Math.round(confidence * 100)} %`;
  return displayText(`${by}: ${label}${sure}`);
}
