/** A paper in four lines at most: title, authors · year · venue, and the identifier; each says its source. */

import { Fragment, type ReactNode } from 'react';
import type { PaperFacts } from '@/lib/model';
import { displayText } from '@/lib/text';
import { allAuthors, identifierOf, shortAuthors, sourceTitle, titleOf } from './cite';
import styles from './PaperHead.module.css';

export function PaperHead({
  paper,
  url,
  isWhole,
  aside,
}: {
  paper: PaperFacts;
  url: string;
  /** On a page of its own nothing is cut. */
  isWhole?: true;
  /** Stands after the identifier. */
  aside?: ReactNode;
}) {
  const title = titleOf(paper, url);
  const from = (field: keyof PaperFacts, value: string) =>
    [displayText(value), sourceTitle(paper, field)].filter(Boolean).join('\n');
  const parts = [
    shortAuthors(paper) && (
      <span className={styles.authors} title={from('authors', allAuthors(paper))} dir="auto">
        {shortAuthors(paper)}
      </span>
    ),
    paper.year && (
      <span className={styles.year} title={sourceTitle(paper, 'year')}>
        {paper.year}
      </span>
    ),
    paper.containerTitle && (
      <span
        className={styles.venue}
        title={from('containerTitle', paper.containerTitle)}
        dir="auto"
      >
        {displayText(paper.containerTitle)}
      </span>
    ),
  ].filter(Boolean);
  return (
    <div className={isWhole ? `${styles.head} ${styles.whole}` : styles.head}>
      <h1 className={styles.title} title={from('title', title)} dir="auto">
        {title}
      </h1>
      {parts.length > 0 ? (
        <p className={styles.line}>
          {parts.map((part, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: three fixed places
            <Fragment key={i}>
              {i > 0 ? <span aria-hidden="true">·</span> : null}
              {part}
            </Fragment>
          ))}
        </p>
      ) : null}
      <p className={styles.line}>
        <Identifier paper={paper} />
        {aside}
      </p>
    </div>
  );
}

function Identifier({ paper }: { paper: PaperFacts }) {
  const identifier = identifierOf(paper);
  if (!identifier) return <span className={styles.id}>No identifier found</span>;
  const { text, href, field } = identifier;
  return (
    <a
      className={styles.id}
      href={href}
      target="_blank"
      rel="noreferrer"
      title={[displayText(text), sourceTitle(paper, field)].filter(Boolean).join('\n')}
    >
      {displayText(text)}
    </a>
  );
}
