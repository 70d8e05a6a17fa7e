/** Two codebooks side by side: what each is, which influences are alike by their crosswalks, and which only one has. */

import { useEffect, useId, useMemo, useRef } from 'react';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { compareCodebooks, influencesOf } from '@/lib/codebook';
import type { Codebook, Influence } from '@/lib/model';
import { displayText } from '@/lib/text';
import styles from './Compare.module.css';
import { SourceLine } from './SourceLine';
import { entriesInWords, sizeInWords } from './shelf';

export function Compare({
  left,
  right,
  onSwap,
  onClose,
}: {
  left: Codebook;
  right: Codebook;
  onSwap: () => void;
  onClose: () => void;
}) {
  const id = useId();
  const { alike, onlyLeft, onlyRight } = useMemo(
    () => compareCodebooks(left, right),
    [left, right],
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const sides = useMemo(
    () =>
      [left, right].map((book) => {
        const index = influencesOf([book]);
        const labelOf = ({ id: influenceId }: Influence) =>
          index.labelOf({ codebookId: book.id, influenceId });
        return { book, labelOf };
      }) as [Side, Side],
    [left, right],
  );
  const [leftSide, rightSide] = sides;
  return (
    <section
      className={styles.compare}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={styles.bar}>
        <Button onClick={onClose}>Back to all codebooks</Button>
        <Button look="quiet" onClick={onSwap}>
          Change sides
        </Button>
      </div>
      <h2 ref={heading} id={id} tabIndex={-1} className={styles.title}>
        <Foreign text={nameOf(left)} /> and <Foreign text={nameOf(right)} />
      </h2>
      <div className={styles.pair}>
        {sides.map(({ book }) => (
          <Facts key={`${book.id} ${book.version}`} book={book} />
        ))}
      </div>
      <h3 className={styles.part}>
        {alike.length
          ? `Alike by the crosswalk: ${alike.length} of ${entriesInWords(left.kind, left.influences.length)}`
          : 'No crosswalk joins these two'}
      </h3>
      {alike.length ? (
        <ul className={styles.rows}>
          {alike.map((row) => (
            <li key={row.left.id} className={styles.pair}>
              <Entry label={leftSide.labelOf(row.left)} influence={row.left} />
              <div className={styles.entries}>
                {row.right.map((one) => (
                  <Entry key={one.id} label={rightSide.labelOf(one)} influence={one} />
                ))}
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={styles.pair}>
        <Only side={leftSide} influences={onlyLeft} />
        <Only side={rightSide} influences={onlyRight} />
      </div>
    </section>
  );
}

/** A codebook with the names under which its influences are shown. */
interface Side {
  book: Codebook;
  labelOf: (influence: Influence) => string;
}

const nameOf = ({ name, shortName }: Codebook) => shortName ?? name;

function Facts({ book }: { book: Codebook }) {
  const unchecked = book.influences.filter(({ verified }) => verified === false).length;
  return (
    <div className={styles.facts}>
      <p className={styles.name}>
        <Foreign text={book.name} />
      </p>
      <p className={styles.soft}>
        {sizeInWords(book)} · version <Foreign text={book.version} />
      </p>
      {book.notice ? <p>{displayText(book.notice)}</p> : null}
      {book.complete ? null : <p>Incomplete. {displayText(book.missing ?? '')}</p>}
      {unchecked ? <p>{unchecked} not checked against the source.</p> : null}
      <SourceLine source={book.source} className={styles.soft} />
    </div>
  );
}

function Only({
  side: { book, labelOf },
  influences,
}: {
  side: Side;
  influences: readonly Influence[];
}) {
  return (
    <div>
      <h3 className={styles.part}>
        Only in <Foreign text={nameOf(book)} />: {influences.length}
      </h3>
      <ul className={styles.entries}>
        {influences.map((one) => (
          <li key={one.id}>
            <Entry label={labelOf(one)} influence={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Entry({ label, influence }: { label: string; influence: Influence }) {
  return (
    <div className={styles.entry}>
      <p className={styles.label}>
        <Foreign text={label} />
        {influence.verified === false ? <span className={styles.soft}> not checked</span> : null}
      </p>
      <p className={styles.soft} dir="auto">
        {displayText(influence.definition)}
      </p>
    </div>
  );
}
