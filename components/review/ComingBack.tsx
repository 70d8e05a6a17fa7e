/** What a reader who comes back wants first: where the reading stopped, what was begun, and how old the last backup is. */
import { useLiveQuery } from 'dexie-react-hooks';
import { addressOf, openStatement } from '@/lib/browser';
import { backupState, lastTagged } from '@/lib/store';
import { displayText } from '@/lib/text';
import type { LiveMap } from '../map/use-evidence-map';
import { roomUrl } from '../page/room-url';
import { titleOf } from '../paper/cite';
import { counted } from '../text/count';
import { Foreign } from '../text/Foreign';
import { dayInWords } from '../text/when';
import { Button } from '../ui/Button';
import styles from './ComingBack.module.css';

/** As much of a quote as tells the reader which one it was. */
const QUOTE_LENGTH = 90;

/** The first words of a quote; a text without blanks is cut where it is too long. */
function beginningOf(quote: string): string {
  if (quote.length <= QUOTE_LENGTH) return quote;
  const cut = quote.slice(0, QUOTE_LENGTH);
  const end = cut.lastIndexOf(' ');
  return `${end > 0 ? cut.slice(0, end) : cut}…`;
}

export function ComingBack({
  live,
  place,
  onOpened,
}: {
  live: LiveMap;
  place: 'room' | 'beside-page';
  /** Called once a page was opened from here. */
  onOpened?: () => void;
}) {
  const reviewId = live.review.id;
  const { begun } = live;
  const found = useLiveQuery(
    async () => ({ last: await lastTagged(reviewId), backup: await backupState() }),
    [reviewId],
  );
  if (!found?.last) return null;
  const { last, backup } = found;
  const address = addressOf(last.statement, last.paper);
  const beside = place === 'beside-page' ? { target: '_blank', rel: 'noreferrer' } : {};
  const quote = displayText(last.statement.quote);
  return (
    <section
      className={`${styles.section} ${place === 'room' ? styles.room : ''}`}
      aria-labelledby="coming-back"
    >
      <h2 id="coming-back" className={styles.title}>
        Where you were
      </h2>
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
          <bdi>“{beginningOf(quote)}”</bdi>
        </span>
      </p>
      <p className={styles.soft}>
        {[
          dayInWords(new Date(last.at)),
          ...(backup.lastAt
            ? [`last backup ${dayInWords(new Date(backup.lastAt))}`]
            : ['no backup yet']),
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
    </section>
  );
}
