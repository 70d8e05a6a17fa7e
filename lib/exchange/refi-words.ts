/**
 * The words in which our REFI-QDA projects describe a tag: the names of its codes, and a few lines at the end of its
 * description. The writer and the reader of .qdpx files take them from here. The format knows codes and notes only; what else
 * a tag has is said as codes, because tools count and compare those, and as lines, which say whose they are.
 */
import type { Basis, Direction, Stance, Strength, Tag, Voice } from '../model';
import { ownOf } from './own-of';
import { oneLine } from './text';

export const PROJECT_NAMESPACE = 'urn:QDA-XML:project:1.0';
/**
 * By how it begins, is a file the description of a project? Some tools write it without its zip: passages of texts that are in
 * it can be read.
 */
export const isProject = (start: string): boolean =>
  start.startsWith('<') && start.includes(PROJECT_NAMESPACE);
/** What a project names as the program that wrote it. */
export const ORIGIN = 'Bearing';

/** Before a paper's abstract, in the description of its source. */
export const ABSTRACT = 'Abstract: ';

/** A code is named "Training: Supporting", because QualCoder and others merge codes of one name. */
export const STANCE_NAME: Readonly<Record<Stance, string>> = {
  supporting: 'Supporting',
  contrasting: 'Contrasting',
  mentioning: 'Mentioning',
};
export const STANCES = Object.keys(STANCE_NAME) as Stance[];

export type Dials = Pick<Tag, 'direction' | 'basis'> & { strength?: Strength; voice?: Voice };

/** What a tag has beside its stance: each is a folder of codes. Values without information have no code. */
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

/** "Tag strength: +2" for the value 2; undefined for one without information. */
export function dialCode(dial: Dial, value: string | number | undefined): string | undefined {
  const { name, words } = DIAL_FOLDERS[dial];
  const word = ownOf<string>(words, value === undefined ? undefined : String(value));
  return word === undefined ? undefined : `${name}: ${word || value}`;
}

/** By the name of the code, which part of a tag it gives. */
const BY_CODE = new Map(
  DIALS.flatMap((dial) =>
    Object.keys(DIAL_FOLDERS[dial].words).map((value) => [dialCode(dial, value), { dial, value }]),
  ),
);

export const dialOfCode = (name: string): { dial: Dial; value: string } | undefined =>
  BY_CODE.get(name);

/** The values of dials, from their words. */
export function dialsFrom(words: Partial<Record<Dial, string>>): Partial<Dials> {
  const { direction, strength, basis, voice } = words;
  return {
    ...(direction !== undefined && { direction: direction as Direction }),
    ...(strength !== undefined && {
      strength: (strength === 'mixed' ? strength : Number(strength)) as Strength,
    }),
    ...(basis !== undefined && { basis: basis as Basis }),
    ...(voice !== undefined && { voice: voice as Voice }),
  };
}

/** Where a passage is, and what its tag states, as far as lines give it. */
export interface SaidInLines {
  stance?: Stance;
  dials: Partial<Dials>;
  section?: string;
  page?: string;
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

/** A description without our lines, and what those give; all of it is a note where there are none. */
export function readDescription(text: string): { note: string; said?: SaidInLines } {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const places = new Map<string, string>();
  let at = lines.length - 1;
  for (; at >= 0; at -= 1) {
    const head = [SECTION, PAGE, SITE].find((one) => lines[at]?.startsWith(one));
    if (!head || places.has(head)) break;
    places.set(head, lines[at]?.slice(head.length) ?? '');
  }
  const said = lines[at]?.startsWith(TAG) ? saidIn(lines[at]?.slice(TAG.length) ?? '') : undefined;
  if (!said) return { note: text.trim() };
  const [section, page] = [places.get(SECTION), places.get(PAGE)];
  return {
    note: lines.slice(0, at).join('\n').trim(),
    said: { ...said, ...(section && { section }), ...(page && { page }) },
  };
}

/** "supporting, barrier, strength -2"; undefined where it is not one of ours. */
function saidIn(line: string): SaidInLines | undefined {
  const [stance, ...rest] = line.split(BETWEEN);
  if (!STANCES.some((one) => one === stance)) return undefined;
  const words: Partial<Record<Dial, string>> = {};
  for (const one of rest) {
    const isStrength = one.startsWith(STRENGTH);
    const word = isStrength ? one.slice(STRENGTH.length) : one;
    const dial = isStrength
      ? 'strength'
      : DIALS.find((name) => name !== 'strength' && Object.hasOwn(DIAL_FOLDERS[name].words, word));
    if (!dial || !Object.hasOwn(DIAL_FOLDERS[dial].words, word)) return undefined;
    words[dial] = word;
  }
  return { stance: stance as Stance, dials: dialsFrom(words) };
}
