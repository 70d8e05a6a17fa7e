/** Counts by stance in the width of a line: "▲3 ▼1 ●2" to the eye, "3 supporting, ..." to a screen reader. */

import styles from './StanceCounts.module.css';
import { StanceShape } from './StanceMark';
import { type ShownStance, STANCE_LOOKS, STANCE_ORDER } from './shapes';

/** Stances that are absent from `counts` are not shown; zeros are, faintly, unless `hideNone`. */
export function StanceCounts({
  counts,
  hideNone = false,
}: {
  counts: Partial<Record<ShownStance, number>>;
  hideNone?: boolean;
}) {
  const shown = STANCE_ORDER.filter((s) => counts[s] !== undefined && (!hideNone || counts[s]));
  return (
    <span className={styles.counts}>
      {shown.map((stance) => (
        <span
          key={stance}
          className={counts[stance] ? styles.count : `${styles.count} ${styles.none}`}
          title={`${counts[stance]} ${STANCE_LOOKS[stance].word}`}
        >
          <StanceShape stance={stance} size={9} />
          {counts[stance]}
          <span className={styles.word}>
            {' '}
            {STANCE_LOOKS[stance].word}
            {', '}
          </span>
        </span>
      ))}
    </span>
  );
}
