/** What is open: the paper in a few lines, its tags and its place in the review, and the switch of tagging mode. */

import type { ReactNode, RefObject } from 'react';
import { roomUrl } from '@/components/page/room-url';
import { shortAuthors, titleOf } from '@/components/paper/cite';
import { StanceCounts } from '@/components/stance/StanceCounts';
import { Button, buttonClass } from '@/components/ui/Button';
import { Hidden } from '@/components/ui/Hidden';
import { Icon } from '@/components/ui/Icon';
import type { StanceCounts as Counts, PaperFacts } from '@/lib/model';
import { displayText } from '@/lib/text';
import styles from './PanelHead.module.css';

export function PanelHead({
  paper,
  url,
  reviewName,
  counts,
  tagging,
  shortcut,
  place,
  isPaper,
  isDone,
  paperId,
  correctWords,
  correctButton,
  onCorrect,
  onHistory,
  onDone,
  onTagging,
}: {
  paper: Partial<PaperFacts>;
  url: string;
  reviewName: string | undefined;
  counts: Counts;
  tagging: boolean;
  shortcut: string;
  /** The paper's place in the review. */
  place: ReactNode;
  /** Is it a paper, which can be corrected and done with? */
  isPaper: boolean;
  /** The reader is done with the paper. */
  isDone: boolean;
  /** Undefined while nothing of the paper is kept. */
  paperId: string | undefined;
  /** What the button that corrects the paper is called. */
  correctWords: string;
  correctButton: RefObject<HTMLButtonElement | null>;
  onCorrect: () => void;
  onHistory: (from: HTMLElement) => void;
  onDone: () => void;
  onTagging: () => void;
}) {
  const title = titleOf(paper, url);
  const about = [shortAuthors({ authors: paper.authors ?? [] }), paper.year, paper.containerTitle]
    .filter(Boolean)
    .map(String)
    .map(displayText);
  return (
    <header className={styles.head}>
      <h1 className={styles.title} title={title} dir="auto">
        {title}
      </h1>
      {about.length ? (
        <p className={styles.line} dir="auto" title={about.join(' · ')}>
          {about.join(' · ')}
        </p>
      ) : null}
      <div className={styles.about}>
        {isPaper ? (
          <Button ref={correctButton} look="link" onClick={onCorrect}>
            {correctWords}
          </Button>
        ) : null}
        {paperId ? (
          <a
            className={buttonClass('link')}
            href={roomUrl('papers', { paper: paperId })}
            target="_blank"
            rel="noreferrer"
            title="Its page in the workspace"
          >
            Paper page
          </a>
        ) : null}
        {paperId ? (
          <button
            type="button"
            className={`${buttonClass('quiet', true)} ${styles.history}`}
            aria-label="History of this paper"
            title="History of this paper"
            onClick={(event) => onHistory(event.currentTarget)}
          >
            <Icon name="history" size={14} />
          </button>
        ) : null}
      </div>
      <div className={styles.row}>
        <div
          className={styles.counts}
          title={reviewName ? `In ${displayText(reviewName)}` : undefined}
        >
          <Hidden>Tags on this paper: </Hidden>
          <StanceCounts counts={counts} />
        </div>
        <div className={styles.place}>
          {place}
          {isPaper ? (
            <Button
              look="plain"
              aria-pressed={isDone}
              aria-keyshortcuts="d"
              title={isDone ? 'Not done after all (d)' : 'This paper is done (d)'}
              onClick={onDone}
            >
              <Icon name="check" size={14} />
              Done
            </Button>
          ) : null}
        </div>
        <Button
          look={tagging ? 'plain' : 'primary'}
          className={styles.button}
          aria-keyshortcuts={shortcut || undefined}
          title={shortcut || undefined}
          onClick={onTagging}
        >
          {tagging ? 'Stop tagging' : 'Start tagging'}
        </Button>
      </div>
    </header>
  );
}
