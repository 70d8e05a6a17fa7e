/**
 * What each stance looks like: word, letter, shape. Plain data, so that a surface without React can use it.
 * Colours stand in `components/tokens.css` under `--stance-<name>`; `mixed` has no colour of its own.
 */
export type ShownStance = 'supporting' | 'mixed' | 'contrasting' | 'mentioning' | 'differ';

export interface StanceLook {
  word: string;
  /** The character for plain text. */
  character: string;
  /** SVG path data in a 12 x 12 box. `mixed` is two halves, drawn in two colours. */
  paths: readonly { d: string; colour: string }[];
}

const SUPPORTING = 'var(--stance-supporting)';
const CONTRASTING = 'var(--stance-contrasting)';
const MENTIONING = 'var(--stance-mentioning)';
const DIFFER = 'var(--ink-soft)';

export const STANCE_LOOKS: Readonly<Record<ShownStance, StanceLook>> = {
  supporting: {
    word: 'supporting',
    character: '▲',
    paths: [{ d: 'M6 1.4 11.4 10.6H.6Z', colour: SUPPORTING }],
  },
  mixed: {
    word: 'mixed',
    character: '◆',
    paths: [
      { d: 'M6 .4V11.6L.6 6Z', colour: SUPPORTING },
      { d: 'M6 .4V11.6L11.4 6Z', colour: CONTRASTING },
    ],
  },
  contrasting: {
    word: 'contrasting',
    character: '▼',
    paths: [{ d: 'M6 10.6.6 1.4H11.4Z', colour: CONTRASTING }],
  },
  mentioning: {
    word: 'mentioning',
    character: '●',
    paths: [{ d: 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9Z', colour: MENTIONING }],
  },
  differ: {
    word: 'coders differ',
    character: '◇',
    // A hollow diamond, so that it is never taken for the full one of "mixed".
    paths: [{ d: 'M6 .4 11.6 6 6 11.6.4 6ZM6 3 3 6 6 9 9 6Z', colour: DIFFER }],
  },
};

/** The order in which stances are drawn and listed, everywhere. */
export const STANCE_ORDER: readonly ShownStance[] = [
  'supporting',
  'mixed',
  'contrasting',
  'mentioning',
  'differ',
];
