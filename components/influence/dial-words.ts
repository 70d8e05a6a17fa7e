/** The dials of a tag in signs and words, for every surface. */
import type { Basis, Direction, Strength } from '@/lib/model';

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
