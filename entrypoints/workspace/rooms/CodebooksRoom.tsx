/** The codebooks: which are in use, what their influences mean, where they come from, what they lack. */

import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useId, useState } from 'react';
import { Foreign } from '@/components/text/Foreign';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import type { Codebook, Influence } from '@/lib/model';
import { allCodebooks, changeReview } from '@/lib/store';
import { displayText, doiUrl } from '@/lib/text';
import { RoomHead, roomStyles, Search } from '../Room';
import type { RoomProps } from '../room-props';
import { tellTabs } from '../tell-tabs';
import styles from './CodebooksRoom.module.css';

const KIND_WORDS: Record<Codebook['kind'], string> = {
  determinants: 'determinants',
  strategies: 'strategies',
  outcomes: 'outcomes',
  mechanisms: 'mechanisms',
  mixed: 'influences of several kinds',
  own: 'influences of your own',
};

export function CodebooksRoom({ review }: RoomProps) {
  const all = useLiveQuery(allCodebooks, []);
  const [search, setSearch] = useState('');
  const { problem, act } = useAct();
  const inUse = (book: Codebook) => review.codebookIds.includes(book.id);
  const use = (book: Codebook, on: boolean) =>
    void act(async () => {
      const codebookIds = on
        ? [...review.codebookIds, book.id]
        : review.codebookIds.filter((id) => id !== book.id);
      await changeReview(review.id, { codebookIds });
      await tellTabs();
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
      <div className={roomStyles.body}>
        <div className={styles.list}>
          {problem ? <Message kind="error">{problem}</Message> : null}
          {shown.map(({ book, influences }) => (
            <Book
              key={book.id}
              book={book}
              influences={influences}
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
    </>
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

function Book({
  book,
  influences,
  open,
  inUse,
  last,
  onUse,
}: {
  book: Codebook;
  influences: readonly Influence[];
  open: boolean;
  inUse: boolean;
  last: boolean;
  onUse: (on: boolean) => void;
}) {
  const id = useId();
  // The tick follows the hand; the store's answer follows a moment later.
  const [ticked, setTicked] = useState(inUse);
  useEffect(() => setTicked(inUse), [inUse]);
  const unverified = book.influences.filter((i) => i.verified === false).length;
  return (
    <article className={styles.book} aria-labelledby={id}>
      <div className={styles.head}>
        <div className={styles.top}>
          <h2 id={id} className={styles.name}>
            <Foreign text={book.name} />
          </h2>
          <label className={styles.use} title={last ? 'A review needs at least one codebook' : ''}>
            <input
              type="checkbox"
              checked={ticked}
              disabled={last}
              onChange={(event) => {
                setTicked(event.target.checked);
                onUse(event.target.checked);
              }}
            />
            In use
          </label>
        </div>
        <p className={styles.meta}>
          {book.influences.length} {KIND_WORDS[book.kind]} · version <Foreign text={book.version} />
          {book.compiled ? ' · compiled by Bearing’s makers' : ''}
          {book.denominator ? ` · source review: N = ${book.denominator.papers} papers` : ''}
          {unverified ? ` · ${unverified} not checked against the source` : ''}
        </p>
        {book.notice ? <Message kind="caution">{displayText(book.notice)}</Message> : null}
        {book.complete ? null : (
          <Message kind="caution">Incomplete. {displayText(book.missing ?? '')}</Message>
        )}
        <p className={styles.meta}>
          <Foreign text={book.source.citation} />{' '}
          {book.source.doi ? (
            <a href={doiUrl(book.source.doi)} target="_blank" rel="noreferrer">
              {displayText(book.source.doi)}
            </a>
          ) : null}
          {book.source.licence ? (
            <>
              {' · '}
              <Foreign text={book.source.licence} />
            </>
          ) : null}
        </p>
      </div>
      <Influences influences={influences} open={open} />
    </article>
  );
}

/** Opened lazily: seventeen codebooks have more influences than anyone looks at. */
function Influences({ influences, open }: { influences: readonly Influence[]; open: boolean }) {
  const [opened, setOpened] = useState(false);
  const shown = open || opened;
  return (
    <details open={shown} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className={styles.summary}>
        {influences.length === 1 ? '1 influence' : `${influences.length} influences`}
      </summary>
      {shown ? (
        <ul className={styles.influences}>
          {influences.map((influence) => (
            <li key={influence.id} className={styles.influence}>
              <span className={styles.label}>
                {influence.code ? (
                  <span className={styles.soft}>{displayText(influence.code)}</span>
                ) : null}
                <Foreign text={influence.label} />
                {influence.group ? (
                  <span className={styles.chip}>{displayText(influence.group)}</span>
                ) : null}
                {influence.verified === false ? (
                  <span
                    className={styles.chip}
                    title="Label or definition was not checked against the source"
                  >
                    not verified
                  </span>
                ) : null}
                {reported(influence) ? (
                  <span className={styles.chip}>{reported(influence)}</span>
                ) : null}
              </span>
              <span className={styles.soft} dir="auto">
                {displayText(influence.definition)}
              </span>
              <Rules influence={influence} />
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}

function Rules({ influence }: { influence: Influence }) {
  const rules = [
    ['Include', influence.include],
    ['Exclude', influence.exclude],
    ['As a barrier', influence.barrierNote],
    ['As a facilitator', influence.facilitatorNote],
    ['Note', influence.note],
  ].filter(([, text]) => text);
  if (rules.length === 0) return null;
  return (
    <dl className={styles.rule}>
      {rules.map(([name, text]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd dir="auto">{displayText(text ?? '')}</dd>
        </div>
      ))}
    </dl>
  );
}

function reported({ reportedBy }: Influence): string {
  if (!reportedBy) return '';
  const { papers, percent } = reportedBy;
  return [
    papers === undefined ? '' : `${papers} papers`,
    percent === undefined ? '' : `${percent} %`,
  ]
    .filter(Boolean)
    .join(', ');
}
