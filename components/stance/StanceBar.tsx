/**
 * One influence's papers by stance, as shares of N: the empty rest of the rail is papers that say nothing.
 * The first and the last stance stand as shapes at the two ends. The bar is an image to the eye only: the
 * row that holds it says the numbers in words.
 */

import styles from './StanceBar.module.css';
import { StanceShape } from './StanceMark';
import { type ShownStance, STANCE_LOOKS, STANCE_ORDER } from './shapes';

export function StanceBar({ papers, N }: { papers: Record<ShownStance, number>; N: number }) {
  const present = STANCE_ORDER.filter((stance) => papers[stance] > 0);
  const n = present.reduce((sum, stance) => sum + papers[stance], 0);
  const [first] = present;
  const last = present.at(-1);
  return (
    <span className={styles.bar} aria-hidden="true">
      {first ? <StanceShape stance={first} size={9} /> : <span />}
      <span className={styles.track}>
        <span className={styles.rail} />
        {n > 0 && N > 0 ? (
          <span className={styles.segments} style={{ width: `${Math.min(100, (n / N) * 100)}%` }}>
            {present.map((stance) => (
              <span
                key={stance}
                className={`${styles.segment} ${styles[stance]}`}
                style={{ flexGrow: papers[stance] }}
              />
            ))}
          </span>
        ) : null}
        {last && last !== first ? (
          <span className={styles.end}>
            <StanceShape stance={last} size={9} />
          </span>
        ) : null}
      </span>
    </span>
  );
}

/** The key to patterns and shapes, in words; that coders differ is explained where they do. */
export function StanceKey({ differ = false }: { differ?: boolean }) {
  return (
    <span className={styles.key}>
      {STANCE_ORDER.filter((stance) => differ || stance !== 'differ').map((stance) => (
        <span key={stance} className={styles.keyItem}>
          <span className={`${styles.swatch} ${styles[stance]}`} />
          <StanceShape stance={stance} size={8} />
          {STANCE_LOOKS[stance].word}
        </span>
      ))}
    </span>
  );
}
