/**
 * The words in which a REFI-QDA project of ours says what a tag is: the names of its codes, and a few lines at the end of its
 * description. The writer and the reader of .qdpx files take them from here. The format knows codes and notes only; what else
 * a tag has is said as codes, because tools count and compare those, and as lines, which say whose they are.
 */
import type { Stance, Strength, Tag, Voice } from '../model';
import { ownOf } from './own-of';
import { oneLine } from './text';

export const PROJECT_NAMESPACE = 'urn:QDA-XML:project:1.0';
/** What a project names as the program that wrote it. */
export const ORIGIN = 'Bearing';

/** A code is named "Training: Supporting", because QualCoder and others merge codes of one name. */
export const STANCE_NAME: Readonly<Record<Stance, string>> = {
  supporting: 'Supporting',
  contrasting: 'Contrasting',
  mentioning: 'Mentioning',
};
export const STANCES = Object.keys(STANCE_NAME) as Stance[];

export type Dials = Pick<Tag, 'direction' | 'basis'> & { strength?: Strength; voice?: Voice };

/** What a tag has beside its stance: each is a folder of codes. Values that say nothing have no code. */
export const DIAL_FOLDERS = {
  direction: { name: 'Tag direction', words: { facilitator: '', barrier: '', both: '' } },
  strength: {
    name: 'Tag strength',
    words: { '2': '+2', '1': '+1', '0': '0', '-1': '-1', '-2': '-2', mixed: 'mixed' },
  },
  basis: { name: 'Tag basis', words: { 'second-hand': '' } },
  voice: { name: 'Tag voice', words: { participants: '', authors: '' } },
} as const satisfies Record<keyof Dials, { name: string; words: Record<string, string> }>;

export type Dial = keyof typeof DIAL_FOLDERS;
export const DIALS = Object.keys(DIAL_FOLDERS) as Dial[];

/** "Tag strength: +2" for the value 2; undefined for one that says nothing. */
export function dialCode(dial: Dial, value: string | number | undefined): string | undefined {
  const { name, words } = DIAL_FOLDERS[dial];
  const word = ownOf<string>(words, value === undefined ? undefined : String(value));
  return word === undefined ? undefined : `${name}: ${word || value}`;
}

const TAG = 'Tag: ';
const SECTION = 'Section: ';
const PAGE = 'Page: ';
const SITE = 'Site: ';
const BETWEEN = ', ';
const STRENGTH = 'strength ';

/** A coder's note with our lines behind it, which are the last: no line of the note can be taken for one of them. */
export function describedTag(
  tag: Pick<Tag, 'stance' | 'note'> & Dials,
  { section, page, site }: { section?: string; page?: string; site?: string },
): string {
  const said = [
    tag.stance,
    ...(tag.direction === 'unstated' ? [] : [tag.direction]),
    ...(tag.strength === undefined ? [] : [`${STRENGTH}${tag.strength}`]),
    ...(tag.basis === 'own' ? [] : [tag.basis]),
    ...(tag.voice ? [tag.voice] : []),
  ];
  const places = [
    [SECTION, section],
    [PAGE, page],
    [SITE, site],
  ] as const;
  return [
    ...(tag.note.trim() ? [tag.note] : []),
    TAG + said.join(BETWEEN),
    ...places.flatMap(([head, text]) => (oneLine(text ?? '') ? [head + oneLine(text ?? '')] : [])),
  ].join('\n');
}
