/** The quotes whose pages had other words, or none of them, when they were last open. */
import { useState } from 'react';
import { addressOf, openStatement } from '@/lib/browser';
import type { ChangedQuote } from '@/lib/store';
import { displayText } from '@/lib/text';
import { roomUrl } from '../page/room-url';
import { titleOf } from '../paper/cite';
import { counted } from '../text/count';
import { beginningOf } from '../text/excerpt';
import { Foreign } from '../text/Foreign';
import { dayInWords } from '../text/when';
import { Button } from '../ui/Button';
import styles from './ComingBack.module.css';

/** So many leave room for the map below; the others are one press away. The popup is a third as high as a window. */
const FIRST = { room: 3, 'beside-page': 2 } as const;

const WHAT: Readonly<Record<ChangedQuote['outcome'], string>> = {
  changed: 'Words changed',
  lost: 'Not found',
};

export function ChangedQuotes({
  quotes,
  place,
  onOpened,
}: {
  quotes: readonly ChangedQuote[];
  place: keyof typeof FIRST;
  onOpened: (() => void) | undefined;
}) {
  const [all, setAll] = useState(false);
  if (!quotes.length) return null;
  const more = quotes.length - FIRST[place];
  return (
    <>
      <h3 className={styles.changed}>{counted(quotes.length, 'quote')} changed or not found</h3>
      <ul className={styles.quotes}>
        {(all ? quotes : quotes.slice(0, FIRST[place])).map((one) => (
          <li key={`${one.statement.id} ${one.target.url}`}>
            <Quote quote={one} onOpened={onOpened} />
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <Button
          look="link"
          className={styles.more}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? 'Show fewer' : `Show ${more} more`}
        </Button>
      ) : null}
    </>
  );
}

function Quote({
  quote: { statement, paper, target, outcome, asTaggedAt },
  onOpened,
}: {
  quote: ChangedQuote;
  onOpened: (() => void) | undefined;
}) {
  const address = addressOf({ targets: [target] }, paper);
  const words = <bdi>“{beginningOf(displayText(statement.quote))}”</bdi>;
  return (
    <>
      {address ? (
        <Button
          look="link"
          className={`${styles.paper} ${styles.quote}`}
          onClick={() => void openStatement(address, statement.id).then(onOpened)}
        >
          {words}
        </Button>
      ) : (
        <a className={styles.quote} href={roomUrl('papers', { paper: paper.id })}>
          {words}
        </a>
      )}
      <p className={`${styles.soft} ${styles.line}`}>
        <Foreign text={titleOf(paper)} />
      </p>
      <p className={styles.soft}>
        {WHAT[outcome]} · last seen as tagged on {dayInWords(new Date(asTaggedAt))}
      </p>
    </>
  );
}
