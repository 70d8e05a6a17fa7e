/** The codebooks: which are in use, what their influences mean, where they come from, what they lack. */

import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, useState } from 'react';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { Meanings } from '@/components/stance/Meanings';
import { Foreign } from '@/components/text/Foreign';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { tellPages } from '@/lib/messaging';
import type { Codebook, Influence } from '@/lib/model';
import { allCodebooks, numberKeysOf, putInUse, withLeftOut } from '@/lib/store';
import { readNumberKeys } from '@/lib/tagging';
import { RoomHead, roomStyles, Search } from '../Room';
import type { RoomProps } from '../room-props';
import { CodebookCard } from './CodebookCard';
import styles from './CodebooksRoom.module.css';
import { NumberKeys } from './NumberKeys';

/** As in the style sheet: from here on there is room beside the codebooks. */
const BESIDE = '(min-width: 1100px)';

export function CodebooksRoom({ review, leftOut }: RoomProps) {
  const read = useLiveQuery(() => withLeftOut(allCodebooks), []);
  const all = read?.value;
  const [search, setSearch] = useState('');
  const { problem, act } = useAct();
  const stored = useLiveQuery(() => numberKeysOf(review), [review]);
  const booksInUse = review.codebookIds.flatMap(
    (id) => all?.filter((book) => book.id === id) ?? [],
  );
  const keys = readNumberKeys(stored ?? [], booksInUse);
  const inUse = (book: Codebook) => review.codebookIds.includes(book.id);
  const use = (book: Codebook, on: boolean) =>
    void act(async () => {
      await putInUse(review.id, book.id, on);
      await tellPages({ tables: ['reviews', 'codebooks'] });
    });
  const words = search.toLowerCase().trim();
  const shown = [...(all ?? [])]
    // Those in use first, in the review's order; the others as they come.
    .sort((a, b) => place(review.codebookIds, a.id) - place(review.codebookIds, b.id))
    .map((book) => ({ book, influences: matching(book, words) }))
    .filter(({ book, influences }) =>
      words ? influences.length > 0 || book.name.toLowerCase().includes(words) : true,
    );
  return (
    <>
      <RoomHead
        title="Codebooks"
        sub={
          <>
            {review.codebookIds.length} in use in “<Foreign text={review.name} />”
          </>
        }
      >
        <Search label="Find an influence" value={search} onChange={setSearch} />
      </RoomHead>
      <LeftOutNote records={[...leftOut, ...(read?.leftOut ?? [])]} />
      <div className={roomStyles.body}>
        <div className={styles.columns}>
          <div className={styles.aside}>
            <Fold title="Number keys">
              {all && stored ? (
                <NumberKeys review={review} keys={keys} codebooks={all} inUse={booksInUse} />
              ) : null}
            </Fold>
            <Fold title="What stance and direction mean">
              <Meanings />
            </Fold>
          </div>
          <div className={styles.list}>
            {problem ? <Message kind="error">{problem}</Message> : null}
            {shown.map(({ book, influences }) => (
              <CodebookCard
                key={book.id}
                book={book}
                influences={influences}
                keys={keys}
                open={words !== ''}
                inUse={inUse(book)}
                // A review without a codebook could tag nothing.
                last={inUse(book) && review.codebookIds.length === 1}
                onUse={(on) => use(book, on)}
              />
            ))}
            {all && shown.length === 0 ? (
              <p className={styles.soft}>No codebook has “{search}”.</p>
            ) : null}
          </div>
        </div>
      </div>
    </>
  );
}

/** Where there is room beside the codebooks it is open; above them it is one line until it is asked for. */
function Fold({ title, children }: { title: string; children: ReactNode }) {
  const [open] = useState(() => matchMedia(BESIDE).matches);
  return (
    <details className={styles.fold} open={open}>
      <summary className={styles.foldTitle}>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}

function place(ids: readonly string[], id: string): number {
  const at = ids.indexOf(id);
  return at < 0 ? ids.length : at;
}

function matching(book: Codebook, words: string): Influence[] {
  if (!words) return book.influences;
  return book.influences.filter((influence) =>
    [influence.label, influence.definition, influence.code ?? '', ...influence.aliases]
      .join(' ')
      .toLowerCase()
      .includes(words),
  );
}
