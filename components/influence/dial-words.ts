/** The dials of a tag in signs and words, for every surface. */
import type { Basis, Direction, Strength, Voice } from '@/lib/model';

/** How an influence works: + facilitator, − barrier, ± both. */
export const DIRECTION_LOOKS: Readonly<Record<Direction, { sign: string; word: string }>> = {
  facilitator: { sign: '+', word: 'facilitator' },
  barrier: { sign: '−', word: 'barrier' },
  both: { sign: '±', word: 'facilitator and barrier' },
  unstated: { sign: '', word: '' },
};

export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  own: 'own finding',
  'second-hand': 'second-hand',
};

/** "+2", "−1", "0", "mixed". */
export function strengthText(strength: Strength): string {
  if (typeof strength !== 'number') return strength;
  if (strength === 0) return '0';
  return strength > 0 ? `+${strength}` : `−${-strength}`;
}

/** What each rating says, in words. */
const STRENGTH_WORDS: ReadonlyMap<Strength, string> = new Map<Strength, string>([
  [-2, 'strong negative'],
  [-1, 'weak negative'],
  [0, 'neutral'],
  [1, 'weak positive'],
  [2, 'strong positive'],
  ['mixed', 'mixed'],
]);

/** "+2, strong positive" */
export function strengthInWords(strength: Strength): string {
  const words = STRENGTH_WORDS.get(strength) ?? '';
  return typeof strength === 'number' ? `${strengthText(strength)}, ${words}` : words;
}

/** Whose words a statement is. */
export const VOICE_WORDS: Readonly<Record<Voice, string>> = {
  participants: 'participants’ words',
  authors: 'authors’ interpretation',
};

/** In a list of voices, for a tag without one. */
export const NO_VOICE = 'not given';

/** All ratings, the lowest first. */
export const STRENGTHS: readonly Strength[] = [-2, -1, 0, 1, 2, 'mixed'];
