/** The shelf: all codebooks that there are, which are in use and in which order, and two of them side by side. */

import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { Meanings } from '@/components/stance/Meanings';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { Button, buttonClass } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { allShipped } from '@/lib/codebook';
import { type Codebook, type Influence, type Review, sameVersion } from '@/lib/model';
import {
  adoptCodebook,
  allCodebooks,
  numberKeysOf,
  putInUse,
  recheckQueue,
  tagsByCodebook,
  withLeftOut,
} from '@/lib/store';
import { readNumberKeys } from '@/lib/tagging';
import { holdsWords, searchText } from '@/lib/text';
import { RoomHead, roomStyles, Search } from '../../Room';
import type { RoomProps } from '../../room-props';
import { routeHash } from '../../use-route';
import { NumberKeys } from '../settings/NumberKeys';
import { CodebookCard } from './CodebookCard';
import { Compare } from './Compare';
import { InUse } from './InUse';
import { NewCodebook } from './NewCodebook';
import styles from './Shelf.module.css';
import { shelvesOf } from './shelf';

/** As in the style sheet: from here on there is room beside the codebooks. */
const BESIDE = '(min-width: 1100px)';

export function Shelf({ review, leftOut }: RoomProps) {
  const read = useLiveQuery(() => withLeftOut(allCodebooks), []);
  const shipped = useShipped();
  const all = useMemo(() => {
    if (!read?.value || !shipped) return undefined;
    const others = read.value.filter((one) => !shipped.some((book) => sameVersion(book, one)));
    return [...shipped, ...others];
  }, [read?.value, shipped]);
  const [search, setSearch] = useState('');
  const { problem, act } = useAct();
  const stored = useLiveQuery(() => numberKeysOf(review), [review]);
  const { inUse, shelves } = useMemo(() => shelvesOf(review, all ?? []), [review, all]);
  const ids = useMemo(() => [...new Set(all?.map(({ id }) => id))], [all]);
  const tags = useLiveQuery(() => tagsByCodebook(review.id, ids), [review.id, ids]);
  const [pair, setPair] = useState<readonly [CodebookName, CodebookName] | null>(null);
  const [left, right] = (pair ?? []).map((name) => all?.find((one) => sameVersion(one, name)));
  const [beginning, setBeginning] = useState(false);
  const keys = readNumberKeys(stored ?? [], inUse);
  const words = search.trim();
  const shown = shelves
    .map(({ title, books }) => ({ title, books: books.flatMap(matching(words)) }))
    .filter(({ books }) => books.length);
  // What is found, and what is compared, begins at the top, wherever the reader was in a long list.
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (words || pair) body.current?.scrollTo(0, 0);
  }, [words, pair]);
  const back = () => {
    setPair(null);
    // The control that was pressed is drawn again by then.
    if (left) requestAnimationFrame(() => document.getElementById(compareId(left))?.focus());
  };
  return (
    <>
      <RoomHead
        title="Codebooks"
        sub={
          <>
            {review.codebooks.length} in use in “<Foreign text={review.name} />”
          </>
        }
      >
        {left && right ? null : (
          <>
            <Search label="Find an influence" value={search} onChange={setSearch} />
            <Button onClick={() => setBeginning(true)}>
              <Icon name="plus" size={14} /> New codebook
            </Button>
          </>
        )}
      </RoomHead>
      <LeftOutNote records={[...leftOut, ...(read?.leftOut ?? [])]} />
      <div ref={body} className={roomStyles.body}>
        {left && right ? (
          <Compare left={left} right={right} onSwap={() => setPair([right, left])} onClose={back} />
        ) : (
          <div className={styles.columns} data-found={words ? '' : undefined}>
            <div className={styles.aside}>
              <Fold title="In use" open>
                <InUse review={review} books={inUse} tags={tags} />
              </Fold>
              <Fold title="Number keys">
                {all && stored ? (
                  <NumberKeys
                    review={review}
                    keys={keys}
                    codebooks={[...inUse, ...all]}
                    inUse={inUse}
                  />
                ) : null}
              </Fold>
              <Fold title="What stance and direction mean">
                <Meanings />
              </Fold>
            </div>
            <div className={styles.list}>
              {problem ? <Message kind="error">{problem}</Message> : null}
              <WaitingNote review={review} />
              {beginning ? (
                <NewCodebook review={review} from={null} onClose={() => setBeginning(false)} />
              ) : null}
              {shown.map(({ title, books }) => (
                <section key={title} className={styles.shelf} aria-label={title}>
                  <h2 className={styles.shelfTitle}>{title}</h2>
                  {books.map(({ book, others, influences }) => (
                    <CodebookCard
                      key={book.id}
                      review={review}
                      book={book}
                      influences={influences}
                      keys={keys}
                      open={words !== ''}
                      others={others}
                      tags={tags?.get(book.id) ?? 0}
                      inUse={inUse.includes(book)}
                      // A review without a codebook could tag nothing.
                      last={inUse.includes(book) && review.codebooks.length === 1}
                      comparable={shelves.flatMap((part) => part.books.map((one) => one.book))}
                      compareId={compareId(book)}
                      onUse={(on) => act(() => putInUse(review.id, book, on))}
                      onAdopt={(other) => void act(() => adoptCodebook(review.id, other))}
                      onCompare={(other) => setPair([book, other])}
                    />
                  ))}
                </section>
              ))}
              {all && shown.length === 0 ? (
                <p className={styles.soft}>No codebook has “{search}”.</p>
              ) : null}
            </div>
          </div>
        )}
      </div>
    </>
  );
}

/** Tags whose rule has changed since. */
function WaitingNote({ review }: { review: Review }) {
  const waiting = useLiveQuery(() => recheckQueue(review.id), [review])?.items.length;
  if (!waiting) return null;
  return (
    <Message kind="caution">
      {counted(waiting, 'tag')} made by a rule that has changed since.{' '}
      <a className={buttonClass('link')} href={routeHash('codebooks', { recheck: '1' })}>
        Look at {waiting === 1 ? 'it' : 'them'} again
      </a>
    </Message>
  );
}

type CodebookName = Pick<Codebook, 'id' | 'version'>;

const compareId = ({ id }: CodebookName) => `compare-${id}`;

/** Every codebook that comes with Bearing, once their texts are loaded. */
function useShipped(): Codebook[] | undefined {
  const [shipped, setShipped] = useState<Codebook[]>();
  useEffect(() => {
    let isGone = false;
    void allShipped().then((books) => {
      if (!isGone) setShipped(books);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return shipped;
}

/** Where there is room beside the codebooks it is open; above them it is one line until it is asked for. */
function Fold({ title, open, children }: { title: string; open?: boolean; children: ReactNode }) {
  const [isOpen] = useState(() => open || matchMedia(BESIDE).matches);
  return (
    <details className={styles.fold} open={isOpen}>
      <summary className={styles.foldTitle}>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}

/** A codebook with those of its influences that have the words; all of them where its own name has. */
const matching =
  (words: string) =>
  <T extends { book: Codebook }>(shelved: T): (T & { influences: Influence[] })[] => {
    const { book } = shelved;
    if (!words) return [{ ...shelved, influences: book.influences }];
    const influences = book.influences.filter((influence) => hasWords(influence, words));
    const isNamed = holdsWords(searchText([book.name, book.shortName ?? ''].join(' ')), words);
    return influences.length || isNamed ? [{ ...shelved, influences }] : [];
  };

function hasWords({ label, definition, code, aliases, cues }: Influence, words: string): boolean {
  const texts = [label, definition, code ?? '', ...aliases, ...cues];
  return holdsWords(searchText(texts.join(' ')), words);
}
