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
import { Basis, Direction, Stance, type Tag, type TagChange, Voice } from '@/lib/model';

export interface Dial {
  id: 'stance' | 'direction' | 'strength' | 'basis' | 'voice';
  name: string;
  /** Its value, as one of the options. */
  of: (tag: Tag) => string;
  /** `short` is what a row shows, where the words of the menu are many. */
  options: readonly { value: string; text: string; short?: string; change: TagChange }[];
}

const NONE = 'none';

const directionText = (direction: Direction): string => {
  const { sign, word } = DIRECTION_LOOKS[direction];
  return word ? `${sign} ${word}` : 'not stated';
};

export const DIALS: readonly Dial[] = [
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

/** Is a dial of a tag set to something that tells it from a tag just made? */
export function isTurned({ id, of }: Dial, tag: Tag): boolean {
  const value = of(tag);
  return value !== NONE && !(id === 'direction' && value === 'unstated');
}

const optionOf = ({ of, options }: Dial, tag: Tag) =>
  options.find(({ value }) => value === of(tag));

export const wordsOf = (dial: Dial, tag: Tag): string => optionOf(dial, tag)?.text ?? '';

export function shortOf(dial: Dial, tag: Tag): string {
  const { short, text = '' } = optionOf(dial, tag) ?? {};
  return short ?? text;
}
