/** The codebooks in use, in the order in which their influences are listed and numbered, with the means to change it. */

import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { buttonClass } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import type { Codebook, Review } from '@/lib/model';
import { moveCodebook } from '@/lib/store';
import { displayText } from '@/lib/text';
import styles from './InUse.module.css';

export function InUse({
  review,
  books,
  tags,
}: {
  review: Review;
  books: readonly Codebook[];
  tags: ReadonlyMap<string, number> | undefined;
}) {
  const { problem, act } = useAct();
  const move = (book: Codebook, by: number) => void act(() => moveCodebook(review.id, book.id, by));
  return (
    <>
      {problem ? <Message kind="error">{problem}</Message> : null}
      <ol className={styles.list}>
        {books.map((book, place) => (
          <li key={book.id} className={styles.row}>
            <a
              className={styles.name}
              href={`#${cardId(book)}`}
              onClick={(event) => {
                // The address names the room.
                event.preventDefault();
                const card = document.getElementById(cardId(book));
                card?.scrollIntoView({ block: 'start' });
                card?.focus({ preventScroll: true });
              }}
            >
              <Foreign text={book.shortName ?? book.name} />
            </a>
            <span className={styles.soft}>
              {tags?.get(book.id) ? counted(tags.get(book.id) ?? 0, 'tag') : ''}
            </span>
            {books.length > 1 ? (
              <>
                <Move book={book} way="up" isOff={place === 0} onMove={() => move(book, -1)} />
                <Move
                  book={book}
                  way="down"
                  isOff={place === books.length - 1}
                  onMove={() => move(book, 1)}
                />
              </>
            ) : null}
          </li>
        ))}
      </ol>
      {books.length > 1 ? (
        <p className={styles.soft}>
          Lists of influences, and number keys that are not given yet, follow this order.
        </p>
      ) : null}
    </>
  );
}

/** The id of a codebook's card in the page. */
export const cardId = ({ id }: Pick<Codebook, 'id'>): string => `codebook-${id}`;

/** At the end of its way it stays where it is, so that the focus does too. */
function Move({
  book,
  way,
  isOff,
  onMove,
}: {
  book: Codebook;
  way: 'up' | 'down';
  isOff: boolean;
  onMove: () => void;
}) {
  return (
    <button
      type="button"
      className={`${buttonClass('quiet', true)} ${way === 'up' ? styles.up : ''}`.trim()}
      aria-label={`Move ${displayText(book.shortName ?? book.name)} ${way}`}
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) onMove();
      }}
    >
      <Icon name="chevron" size={14} />
    </button>
  );
}
