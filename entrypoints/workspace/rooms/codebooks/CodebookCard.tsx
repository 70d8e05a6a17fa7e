/** One codebook: whether it is in use, where it comes from, what it lacks, and its influences with their rules. */

import { useEffect, useId, useState } from 'react';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { Button, buttonClass } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice } from '@/components/ui/Menu';
import { Message } from '@/components/ui/Message';
import { isBuiltIn, isLaterVersion, isShipped } from '@/lib/codebook';
import type { Codebook, Influence, Review } from '@/lib/model';
import type { NumberKey } from '@/lib/tagging';
import { displayText } from '@/lib/text';
import { routeHash } from '../../use-route';
import { ExportCodebook } from './ExportCodebook';
import { Influences } from './Influences';
import { cardId } from './InUse';
import { NewCodebook } from './NewCodebook';
import styles from './Shelf.module.css';
import { SourceLine } from './SourceLine';
import { entriesInWords, sizeInWords } from './shelf';

export function CodebookCard({
  review,
  book,
  influences,
  keys,
  open,
  others,
  tags,
  inUse,
  last,
  comparable,
  compareId,
  onUse,
  onAdopt,
  onCompare,
}: {
  review: Review;
  book: Codebook;
  influences: readonly Influence[];
  keys: readonly NumberKey[];
  open: boolean;
  /** Its other versions, the latest first. */
  others: readonly Codebook[];
  /** How many tags of the review are on its influences, in use or not. */
  tags: number;
  inUse: boolean;
  last: boolean;
  /** What it can be shown beside. */
  comparable: readonly Codebook[];
  /** The id of the control that asks for it. */
  compareId: string;
  /** False where it was refused. */
  onUse: (on: boolean) => Promise<boolean>;
  onAdopt: (other: Codebook) => void;
  onCompare: (other: Codebook) => void;
}) {
  const id = useId();
  // The tick follows the hand; the store's answer follows a moment later, and may be a refusal.
  const [ticked, setTicked] = useState(inUse);
  useEffect(() => setTicked(inUse), [inUse]);
  const [copying, setCopying] = useState(false);
  const unverified = book.influences.filter((i) => i.verified === false).length;
  return (
    <article id={cardId(book)} tabIndex={-1} className={styles.book} aria-labelledby={id}>
      <div className={styles.head}>
        <div className={styles.top}>
          <h3 id={id} className={styles.name}>
            <Foreign text={book.name} />
          </h3>
          <div className={styles.controls}>
            <Menu
              id={compareId}
              label={`Compare ${book.name}`}
              align="end"
              trigger={
                <>
                  Compare
                  <Icon name="chevron" size={12} />
                </>
              }
            >
              <MenuChoice
                label="Side by side with"
                value={undefined}
                onChange={(key) => {
                  const other = comparable.find((one) => one.id === key);
                  if (other) onCompare(other);
                }}
                options={comparable
                  .filter((one) => one.id !== book.id)
                  .map((one) => ({
                    ...{ value: one.id, text: one.shortName ?? one.name },
                    hint: entriesInWords(one.kind, one.influences.length),
                  }))}
              />
            </Menu>
            {inUse && !isBuiltIn(book.id) ? (
              <a
                className={buttonClass('quiet')}
                href={routeHash('codebooks', { edit: book.id })}
                aria-label={`Edit ${displayText(book.name)}`}
              >
                Edit
              </a>
            ) : null}
            <Button
              look="quiet"
              aria-label={`Copy ${displayText(book.name)}`}
              onClick={() => setCopying(true)}
            >
              Copy…
            </Button>
            <ExportCodebook book={book} />
            <label
              className={styles.use}
              title={last ? 'A review needs at least one codebook' : whenOff(inUse, tags)}
            >
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
        </div>
        {copying ? (
          <NewCodebook review={review} from={book} tags={tags} onClose={() => setCopying(false)} />
        ) : null}
        <div>
          <p className={styles.meta}>
            {sizeInWords(book)} · version <Foreign text={book.version} />
            {book.stage ? `, ${book.stage}` : ''}
            {/* Anybody can write that into a file. */}
            {book.compiled && isShipped(book) ? ' · compiled by Bearing’s makers' : ''}
            {isBuiltIn(book.id) && !isShipped(book)
              ? ' · not a version that this Bearing ships'
              : ''}
            {book.denominator ? ` · source review: N = ${book.denominator.papers} papers` : ''}
            {unverified ? ` · ${unverified} not checked against the source` : ''}
            {inUse && tags ? ` · ${counted(tags, 'tag')} in this review` : ''}
          </p>
          <div role="status">
            {!inUse && tags ? <p className={styles.off}>{whatStays(tags)}</p> : null}
          </div>
        </div>
        {book.notice ? <Message kind="caution">{displayText(book.notice)}</Message> : null}
        {book.complete ? null : (
          <Message kind="caution">Incomplete. {displayText(book.missing ?? '')}</Message>
        )}
        <SourceLine source={book.source} className={styles.meta} />
        {inUse ? <Versions book={book} others={others} onAdopt={onAdopt} /> : null}
      </div>
      <Influences book={book} influences={influences} keys={keys} open={open} />
    </article>
  );
}

/** What became of the tags of a codebook that is switched off: they are shown and counted like any others. */
function whatStays(tags: number): string {
  const stay = tags === 1 ? 'stays and is' : 'stay and are';
  return `Not in use. Its ${counted(tags, 'tag')} in this review ${stay} still counted; no new one can be made.`;
}

/** The same before it is switched off. */
const whenOff = (inUse: boolean, tags: number): string =>
  inUse && tags
    ? `Switched off, its ${counted(tags, 'tag')} will stay and be counted; no new one can be made`
    : '';

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
  const frozen = later.find(({ stage }) => stage === 'frozen');
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
            {frozen ? (
              <strong>
                Version <Foreign text={frozen.version} /> is frozen for the team, and this review is
                on an earlier one.{' '}
              </strong>
            ) : null}
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
