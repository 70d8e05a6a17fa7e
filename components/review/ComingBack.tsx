/**
 * What a reader who comes back wants first: where the reading stopped, what was begun, how old the last backup is, and which
 * quotes their pages have changed.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import { addressOf, openStatement } from '@/lib/browser';
import { backupState, changedQuotes, type LastTagged, lastTagged } from '@/lib/store';
import { displayText } from '@/lib/text';
import type { LiveMap } from '../map/use-evidence-map';
import { roomUrl } from '../page/room-url';
import { titleOf } from '../paper/cite';
import { counted } from '../text/count';
import { beginningOf } from '../text/excerpt';
import { Foreign } from '../text/Foreign';
import { dayInWords } from '../text/when';
import { Button } from '../ui/Button';
import { ChangedQuotes } from './ChangedQuotes';
import styles from './ComingBack.module.css';

interface Around {
  place: 'room' | 'beside-page';
  /** Called once a page was opened from here. */
  onOpened?: () => void;
}

export function ComingBack({ live, place, onOpened }: Around & { live: LiveMap }) {
  const reviewId = live.review.id;
  const found = useLiveQuery(
    async () => ({
      last: await lastTagged(reviewId),
      changed: await changedQuotes(reviewId),
      backup: await backupState(),
    }),
    [reviewId],
  );
  if (!found || (!found.last && !found.changed.length)) return null;
  const { last, backup, changed } = found;
  return (
    <section
      className={`${styles.section} ${place === 'room' ? styles.room : ''}`}
      aria-labelledby="coming-back"
    >
      <h2 id="coming-back" className={styles.title}>
        Where you were
      </h2>
      {last ? (
        <LastPlace
          last={last}
          begun={live.begun}
          backedUp={backup.lastAt}
          place={place}
          onOpened={onOpened}
        />
      ) : null}
      <ChangedQuotes quotes={changed} place={place} onOpened={onOpened} />
    </section>
  );
}

function LastPlace({
  last,
  begun,
  backedUp,
  place,
  onOpened,
}: {
  last: LastTagged;
  begun: number;
  backedUp: string | null | undefined;
  place: Around['place'];
  onOpened: Around['onOpened'] | undefined;
}) {
  const address = addressOf(last.statement, last.paper);
  const beside = place === 'beside-page' ? { target: '_blank', rel: 'noreferrer' } : {};
  return (
    <>
      <p className={styles.last}>
        {address ? (
          <Button
            look="link"
            className={styles.paper}
            onClick={() => void openStatement(address, last.statement.id).then(onOpened)}
          >
            <Foreign text={titleOf(last.paper)} />
          </Button>
        ) : (
          <a
            className={styles.paper}
            href={roomUrl('papers', { paper: last.paper.id })}
            {...beside}
          >
            <Foreign text={titleOf(last.paper)} />
          </a>
        )}
        <span className={styles.quote}>
          <bdi>“{beginningOf(displayText(last.statement.quote))}”</bdi>
        </span>
      </p>
      <p className={styles.soft}>
        {[
          dayInWords(new Date(last.at)),
          ...(backedUp ? [`last backup ${dayInWords(new Date(backedUp))}`] : ['no backup yet']),
        ].join(' · ')}
        {begun ? (
          <>
            {' · '}
            <a href={roomUrl('papers', { progress: 'reading' })} {...beside}>
              {counted(begun, 'paper')} begun, not done
            </a>
          </>
        ) : null}
      </p>
    </>
  );
}
