/** One codebook: whether it is in use, where it comes from, what it lacks, and its influences with their rules. */

import { useEffect, useId, useMemo, useState } from 'react';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { Kbd } from '@/components/ui/Kbd';
import { Message } from '@/components/ui/Message';
import { influencesOf, isBuiltIn, isLaterVersion, isShipped } from '@/lib/codebook';
import type { Codebook, Influence } from '@/lib/model';
import { type NumberKey, numberOf } from '@/lib/tagging';
import { displayText, doiUrl } from '@/lib/text';
import styles from './CodebooksRoom.module.css';

const KIND_WORDS: Record<Codebook['kind'], readonly [one: string, many: string]> = {
  determinants: ['determinant', 'determinants'],
  strategies: ['strategy', 'strategies'],
  outcomes: ['outcome', 'outcomes'],
  mechanisms: ['mechanism', 'mechanisms'],
  mixed: ['influence', 'influences of several kinds'],
  own: ['influence of your own', 'influences of your own'],
};

export function CodebookCard({
  book,
  influences,
  keys,
  open,
  others,
  inUse,
  last,
  onUse,
  onAdopt,
}: {
  book: Codebook;
  influences: readonly Influence[];
  keys: readonly NumberKey[];
  open: boolean;
  /** Its other versions, the latest first. */
  others: readonly Codebook[];
  inUse: boolean;
  last: boolean;
  /** False where it was refused. */
  onUse: (on: boolean) => Promise<boolean>;
  onAdopt: (other: Codebook) => void;
}) {
  const id = useId();
  // The tick follows the hand; the store's answer follows a moment later, and may be a refusal.
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
              onChange={async ({ target: { checked } }) => {
                setTicked(checked);
                if (!(await onUse(checked))) setTicked(!checked);
              }}
            />
            In use
          </label>
        </div>
        <p className={styles.meta}>
          {book.influences.length} {KIND_WORDS[book.kind][book.influences.length === 1 ? 0 : 1]} ·
          version <Foreign text={book.version} />
          {/* Anybody can write that into a file. */}
          {book.compiled && isShipped(book) ? ' · compiled by Bearing’s makers' : ''}
          {isBuiltIn(book.id) && !isShipped(book) ? ' · not a version that this Bearing ships' : ''}
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
        {inUse ? <Versions book={book} others={others} onAdopt={onAdopt} /> : null}
      </div>
      <Influences book={book} influences={influences} keys={keys} open={open} />
    </article>
  );
}

/** The other versions of a codebook in use: later ones are offered, earlier ones are there when they are asked for. */
function Versions({
  book,
  others,
  onAdopt,
}: {
  book: Codebook;
  others: readonly Codebook[];
  onAdopt: (other: Codebook) => void;
}) {
  if (!others.length) return null;
  const later = others.filter((other) => isLaterVersion(other, book));
  const earlier = others.filter((other) => !later.includes(other));
  const choices = (versions: readonly Codebook[]) => (
    <div className={styles.versions}>
      {versions.map((other) => (
        <Button key={other.version} onClick={() => onAdopt(other)}>
          <span>
            Use version <Foreign text={other.version} />
          </span>
        </Button>
      ))}
    </div>
  );
  return (
    <div className={styles.others}>
      {later.length ? (
        <>
          <p>
            {later.length === 1 ? 'A later version is' : 'Later versions are'} available. Tags keep
            the version that they were made under; new tags are made under the one in use.
          </p>
          {choices(later)}
        </>
      ) : null}
      {earlier.length ? (
        <details>
          <summary>
            {earlier.length === 1 ? '1 earlier version' : `${earlier.length} earlier versions`}
          </summary>
          <p>Tags keep the version that they were made under, whichever is in use.</p>
          {choices(earlier)}
        </details>
      ) : null}
    </div>
  );
}

/** Opened lazily: seventeen codebooks have more influences than anyone looks at. */
function Influences({
  book,
  influences,
  keys,
  open,
}: {
  book: Codebook;
  influences: readonly Influence[];
  keys: readonly NumberKey[];
  open: boolean;
}) {
  const [opened, setOpened] = useState(false);
  const shown = open || opened;
  const index = useMemo(() => influencesOf([book]), [book]);
  return (
    <details
      open={shown}
      onToggle={(event) => {
        // What a search opened closes with it.
        if (!open) setOpened(event.currentTarget.open);
      }}
    >
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
                <Foreign text={index.labelOf({ codebookId: book.id, influenceId: influence.id })} />
                <NumberKeyOf
                  number={numberOf(keys, { codebookId: book.id, influenceId: influence.id })}
                />
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

/** The number key of an influence, where it has one. */
function NumberKeyOf({ number }: { number: number | undefined }) {
  return number ? (
    <span title={`${number} chooses it while tagging`}>
      <Kbd keys={String(number)} boxed />
    </span>
  ) : null;
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
