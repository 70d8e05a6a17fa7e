/** How an influence works: + facilitator, − barrier, ± both. Never in the colours of stance. */
import type { Direction } from '@/lib/model';
import styles from './DirectionMark.module.css';
import { DIRECTION_LOOKS } from './dial-words';

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
