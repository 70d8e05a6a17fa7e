/** The dials of a tag as menus: in a row for one tag, under the list for all that are selected. */
import {
  BASIS_WORDS,
  DIRECTION_LOOKS,
  NO_VOICE,
  STRENGTHS,
  strengthText,
  VOICE_WORDS,
} from '@/components/influence/dial-words';
import { STANCE_LOOKS } from '@/components/stance/shapes';
import { Basis, Direction, type Site, Stance, type Tag, type TagChange, Voice } from '@/lib/model';

interface DialOption {
  value: string;
  text: string;
  /** What a row shows, where the words of the menu are many. */
  short?: string;
  change: TagChange;
}

export interface Dial {
  id: 'stance' | 'direction' | 'strength' | 'basis' | 'voice' | 'site';
  name: string;
  /** Its value, as one of the options. */
  of: (tag: Tag) => string;
  /** What all of these tags can be set to. */
  optionsFor: (tags: readonly Pick<Tag, 'paperId'>[]) => readonly DialOption[];
}

const NONE = 'none';

const directionText = (direction: Direction): string => {
  const { sign, word } = DIRECTION_LOOKS[direction];
  return word ? `${sign} ${word}` : 'not stated';
};

/** That can be set to the same in every paper. */
const FIXED: readonly (Omit<Dial, 'optionsFor'> & { options: readonly DialOption[] })[] = [
  {
    id: 'stance',
    name: 'Stance',
    of: ({ stance }) => stance,
    options: Stance.options.map((stance) => ({
      value: stance,
      text: `${STANCE_LOOKS[stance].character} ${stance}`,
      change: { stance },
    })),
  },
  {
    id: 'direction',
    name: 'Direction',
    of: ({ direction }) => direction,
    options: Direction.options.map((direction) => ({
      value: direction,
      text: directionText(direction),
      ...(direction === 'both' && { short: `${DIRECTION_LOOKS.both.sign} both` }),
      change: { direction },
    })),
  },
  {
    id: 'strength',
    name: 'Strength',
    of: ({ strength }) => (strength === undefined ? NONE : String(strength)),
    options: [
      ...STRENGTHS.map((strength) => ({
        value: String(strength),
        text: strengthText(strength),
        change: { strength },
      })),
      { value: NONE, text: 'not rated', change: { strength: null } },
    ],
  },
  {
    id: 'basis',
    name: 'Basis',
    of: ({ basis }) => basis,
    options: Basis.options.map((basis) => ({
      value: basis,
      text: BASIS_WORDS[basis],
      short: basis,
      change: { basis },
    })),
  },
  {
    id: 'voice',
    name: 'Voice',
    of: ({ voice }) => voice ?? NONE,
    options: [
      ...Voice.options.map((voice) => ({
        value: voice,
        text: VOICE_WORDS[voice],
        short: voice,
        change: { voice },
      })),
      { value: NONE, text: NO_VOICE, change: { voice: null } },
    ],
  },
];

const FIXED_DIALS = FIXED.map(
  ({ options, ...dial }): Dial => ({ ...dial, optionsFor: () => options }),
);

/** The dials of a review's tags: a tag can be about a site that its paper reports, or about one of no single paper. */
export function dialsOf(sites: readonly Site[], names: ReadonlyMap<string, string>): Dial[] {
  const ordered = [...sites].sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1));
  const site: Dial = {
    id: 'site',
    name: 'Site',
    of: ({ siteId }) => (siteId !== undefined && names.has(siteId) ? siteId : NONE),
    optionsFor: (tags) => {
      const papers = new Set(tags.map(({ paperId }) => paperId));
      const offered = ordered.filter(
        ({ paperId }) => paperId === undefined || (papers.size === 1 && papers.has(paperId)),
      );
      return [
        ...offered.map(({ id, name }) => ({
          ...{ value: id, text: names.get(id) ?? name, short: name },
          change: { siteId: id },
        })),
        { value: NONE, text: 'no site', change: { siteId: null } },
      ];
    },
  };
  return [...FIXED_DIALS, site];
}

/** Is there anything to choose? A paper without sites has no dial for them. */
export const isChoice = ({ optionsFor }: Dial, tags: readonly Pick<Tag, 'paperId'>[]): boolean =>
  optionsFor(tags).length > 1;

/** Is a dial of a tag set to something that tells it from a tag just made? */
export function isTurned({ id, of }: Dial, tag: Tag): boolean {
  const value = of(tag);
  return value !== NONE && !(id === 'direction' && value === 'unstated');
}

const optionOf = ({ of, optionsFor }: Dial, tag: Tag) =>
  optionsFor([tag]).find(({ value }) => value === of(tag));

export const wordsOf = (dial: Dial, tag: Tag): string => optionOf(dial, tag)?.text ?? '';

export function shortOf(dial: Dial, tag: Tag): string {
  const { short, text = '' } = optionOf(dial, tag) ?? {};
  return short ?? text;
}
