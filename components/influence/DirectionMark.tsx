/** How an influence works: + facilitator, − barrier, ± both. Never in the colours of stance. */
import type { Direction } from '@/lib/model';
import styles from './DirectionMark.module.css';

export const DIRECTION_LOOKS: Readonly<Record<Direction, { sign: string; word: string }>> = {
  facilitator: { sign: '+', word: 'facilitator' },
  barrier: { sign: '−', word: 'barrier' },
  both: { sign: '±', word: 'facilitator and barrier' },
  unstated: { sign: '', word: '' },
};

export function DirectionMark({ direction }: { direction: Direction }) {
  const { sign, word } = DIRECTION_LOOKS[direction];
  if (!sign) return null;
  return (
    <span className={styles.mark}>
      <span aria-hidden="true" className={styles.sign}>
        {sign}
      </span>
      {word}
    </span>
  );
}
