/** What to read next, with the reason in words: works that the tagged statements cite, then what may fill what the map lacks. */
import { useLiveQuery } from 'dexie-react-hooks';
import { aboutPaper, identifierOf, placeOf, titleOf } from '@/components/paper/cite';
import { counted } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import { Skeleton } from '@/components/ui/Skeleton';
import { useLate } from '@/components/ui/use-late';
import type { LibraryReference } from '@/lib/model';
import { citedInReview, type NextToRead, type ReadingList, readNext } from '@/lib/store';
import { Empty, roomStyles } from '../../Room';
import { GapPapers } from './GapPapers';
import styles from './ReadNext.module.css';
import { DOES, useNextButton } from './use-next-button';

export function ReadNext({
  reviewId,
  data,
  onBack,
  onList,
}: {
  reviewId: string;
  data: ReadingList;
  onBack: () => void;
  onList: (references: readonly LibraryReference[]) => void;
}) {
  const next = useLiveQuery(async () => readNext(await citedInReview(reviewId)), [reviewId]);
  const late = useLate(!next);
  const { list, onFocus } = useNextButton<HTMLOListElement>();
  return (
    <div className={roomStyles.body}>
      <div className={styles.page}>
        <div className={styles.top}>
          <Button look="link" onClick={onBack}>
            All papers
          </Button>
          <p>
            Works that the statements you tagged cite, and that you have not read: those first that
            most papers of this review cite.
          </p>
        </div>
        {next ? null : late ? <Skeleton lines={6} label="Looking for cited works" /> : null}
        {next?.length === 0 ? (
          <Empty>
            <p>
              No tagged statement cites a work that is still to be read. Statements keep their
              citations when you tag them where the article has a reference list.
            </p>
          </Empty>
        ) : null}
        {next?.length ? (
          <ol ref={list} onFocus={onFocus} className={styles.works} aria-label="Works to read next">
            {next.map((one) => (
              <Work key={one.paper?.id ?? JSON.stringify(one.facts)} next={one} onList={onList} />
            ))}
          </ol>
        ) : null}
        <GapPapers data={data} />
      </div>
    </div>
  );
}

function Work({
  next: { facts, paper, isListed, citedBy },
  onList,
}: {
  next: NextToRead;
  onList: (references: readonly LibraryReference[]) => void;
}) {
  const known = paper ?? facts;
  const title = titleOf(known);
  const href = paper ? placeOf(paper) : identifierOf(facts)?.href;
  const about = aboutPaper(known);
  return (
    <li className={styles.work}>
      <div>
        {href ? (
          <a className={styles.title} href={href} target="_blank" rel="noreferrer" dir="auto">
            {title}
          </a>
        ) : (
          <span className={styles.title} dir="auto">
            {title}
          </span>
        )}
        <p className={styles.soft} dir="auto">
          {about}
        </p>
        <p className={styles.soft}>
          Cited by {counted(citedBy, 'paper')} of this review
          {isListed ? '; on the list, to be read' : ''}
        </p>
      </div>
      {isListed ? null : (
        <Button
          aria-label={`Add to list: ${title}`}
          {...{ [DOES]: 'add' }}
          onClick={() => onList([{ facts, notes: [], line: 1 }])}
        >
          Add to list
        </Button>
      )}
    </li>
  );
}
