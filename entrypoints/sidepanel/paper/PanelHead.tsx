/** What is open: the paper in three lines, its tags and its place in the review, and the switch of tagging mode. */

import type { ReactNode } from 'react';
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
  onHistory,
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
  /** Null while nothing of the paper is kept. */
  onHistory: ((from: HTMLElement) => void) | null;
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
      <div className={styles.about}>
        <p className={styles.line} dir="auto" title={about.join(' · ')}>
          {about.join(' · ')}
        </p>
        {onHistory ? (
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
        {place}
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
