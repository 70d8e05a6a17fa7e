/** A stance as shape and word. The colour only repeats what they say. */

import styles from './StanceMark.module.css';
import { type ShownStance, STANCE_LOOKS } from './shapes';

export function StanceShape({ stance, size = 10 }: { stance: ShownStance; size?: number }) {
  return (
    <svg className={styles.shape} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      {STANCE_LOOKS[stance].paths.map(({ d, colour }) => (
        <path key={d} d={d} fill={colour} />
      ))}
    </svg>
  );
}

/** `count` stands between shape and word: "▲ 3 supporting". */
export function StanceMark({
  stance,
  size,
  count,
}: {
  stance: ShownStance;
  size?: number;
  count?: number;
}) {
  return (
    <span className={`${styles.mark} ${styles[stance]}`}>
      <StanceShape stance={stance} size={size} />
      {count === undefined ? null : <span>{count}</span>}
      <span>{STANCE_LOOKS[stance].word}</span>
    </span>
  );
}
