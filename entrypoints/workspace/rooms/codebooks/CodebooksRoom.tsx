/** The codebooks: which are in use, what their influences mean, where they come from, what they lack. */

import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, useMemo, useState } from 'react';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { Meanings } from '@/components/stance/Meanings';
import { Foreign } from '@/components/text/Foreign';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { booksInUse, byVersion } from '@/lib/codebook';
import type { Codebook, Influence, Review } from '@/lib/model';
import { adoptCodebook, allCodebooks, numberKeysOf, putInUse, withLeftOut } from '@/lib/store';
import { readNumberKeys } from '@/lib/tagging';
import { holdsWords, searchText } from '@/lib/text';
import { RoomHead, roomStyles, Search } from '../../Room';
import type { RoomProps } from '../../room-props';
import { NumberKeys } from '../settings/NumberKeys';
import { CodebookCard } from './CodebookCard';
import styles from './CodebooksRoom.module.css';

/** As in the style sheet: from here on there is room beside the codebooks. */
const BESIDE = '(min-width: 1100px)';

export function CodebooksRoom({ review, leftOut }: RoomProps) {
  const read = useLiveQuery(() => withLeftOut(allCodebooks), []);
  const all = read?.value;
  const [search, setSearch] = useState('');
  const { problem, act } = useAct();
  const stored = useLiveQuery(() => numberKeysOf(review), [review]);
  const { inUse, shelves } = useMemo(() => shelved(review, all ?? []), [review, all]);
  const keys = readNumberKeys(stored ?? [], inUse);
  const change = (by: () => Promise<unknown>) =>
    act(async () => {
      await by();
    });
  const words = search.trim();
  const shown = shelves
    .map(({ book, others }) => ({ book, others, influences: matching(book, words) }))
    .filter(({ book, influences }) =>
      words ? influences.length > 0 || holdsWords(searchText(book.name), words) : true,
    );
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
        <Search label="Find an influence" value={search} onChange={setSearch} />
      </RoomHead>
      <LeftOutNote records={[...leftOut, ...(read?.leftOut ?? [])]} />
      <div className={roomStyles.body}>
        <div className={styles.columns}>
          <div className={styles.aside}>
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
            {shown.map(({ book, others, influences }) => (
              <CodebookCard
                key={book.id}
                book={book}
                influences={influences}
                keys={keys}
                open={words !== ''}
                others={others}
                inUse={inUse.includes(book)}
                // A review without a codebook could tag nothing.
                last={inUse.includes(book) && review.codebooks.length === 1}
                onUse={(on) => change(() => putInUse(review.id, book, on))}
                onAdopt={(other) => void change(() => adoptCodebook(review.id, other))}
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

/** A codebook with the version that is shown of it, and its other ones, the latest first. */
interface Shelf {
  book: Codebook;
  others: Codebook[];
}

/** Those in use first, in the review's order and version; of the others, as they come, the latest version. */
function shelved(
  review: Review,
  all: readonly Codebook[],
): { inUse: Codebook[]; shelves: Shelf[] } {
  const inUse = booksInUse(review, all);
  const isUsed = ({ id }: Codebook) => inUse.some((book) => book.id === id);
  const ids = [...new Set(all.map(({ id }) => id))];
  const latest = ids.flatMap((id) => versionsOf(id, all)[0] ?? []).filter((book) => !isUsed(book));
  const shelves = [...inUse, ...latest].map((book) => ({
    book,
    others: versionsOf(book.id, all).filter((other) => other !== book),
  }));
  return { inUse, shelves };
}

const versionsOf = (id: string, all: readonly Codebook[]): Codebook[] =>
  all.filter((book) => book.id === id).sort(byVersion);

function matching(book: Codebook, words: string): Influence[] {
  if (!words) return book.influences;
  return book.influences.filter((influence) =>
    holdsWords(
      searchText(
        [influence.label, influence.definition, influence.code ?? '', ...influence.aliases].join(
          ' ',
        ),
      ),
      words,
    ),
  );
}
