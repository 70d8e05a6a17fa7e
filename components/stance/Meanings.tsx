/** What supporting, contrasting and mentioning mean, and facilitator and barrier: the legend of both dials. */
import type { ReactNode } from 'react';
import { DIALS_APART, DIRECTION_DIAL, type Dial, STANCE_DIAL } from '@/lib/tagging';
import { DIRECTION_LOOKS } from '../influence/dial-words';
import styles from './Meanings.module.css';
import { StanceShape } from './StanceMark';

export function Meanings() {
  return (
    <div className={styles.meanings}>
      <p>{DIALS_APART}</p>
      <Terms dial={STANCE_DIAL} mark={(stance) => <StanceShape stance={stance} size={10} />} />
      <Terms
        dial={DIRECTION_DIAL}
        mark={(direction) => (
          <b className={styles.sign} aria-hidden="true">
            {DIRECTION_LOOKS[direction].sign}
          </b>
        )}
      />
    </div>
  );
}

function Terms<Name extends string>({
  dial: { title, question, values },
  mark,
}: {
  dial: Dial<Name>;
  mark: (name: Name) => ReactNode;
}) {
  return (
    <section className={styles.dial}>
      <h3 className={styles.title}>
        {title}: {question}
      </h3>
      <dl className={styles.terms}>
        {values.map(({ name, means, example: { quote, on, coded } }) => (
          <div key={name} className={styles.term}>
            <dt className={styles.name}>
              {mark(name)}
              {name}
            </dt>
            <dd className={styles.means}>
              {means}
              <span className={styles.example}>
                <span className={styles.quote}>“{quote}”</span> on {on}: {coded}.
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
