/** Whose words a quoted statement is: the citing paper, in few words, and the way to correct which it is. */
import { onDemand } from '@/components/page/on-demand';
import { shortCitation, titleOf } from '@/components/paper/cite';
import { Button } from '@/components/ui/Button';
import { type Corrections, type Paper, PaperFacts } from '@/lib/model';
import type { Joining } from '@/lib/store';
import styles from './SaidBy.module.css';

const CorrectPaper = onDemand(
  async () => (await import('@/components/paper/CorrectPaper')).CorrectPaper,
);

export interface SaidByActions {
  joinedBy(paper: Paper, fields: Corrections): Promise<Joining | null>;
  correct(paper: Paper, fields: Corrections): void;
}

export function SaidBy({
  paper,
  focusable,
  actions,
  correcting,
  onCorrecting,
}: {
  paper: Paper;
  focusable: boolean;
  actions: SaidByActions;
  /** Is the form open? Not known here: the row may be scrolled away meanwhile. */
  correcting: boolean;
  onCorrecting: (correcting: boolean) => void;
}) {
  if (correcting)
    return (
      <div className={styles.form}>
        <CorrectPaper
          paper={PaperFacts.parse(paper)}
          conflicts={paper.conflicts}
          joinedBy={(fields) => actions.joinedBy(paper, fields)}
          onSave={(fields) => {
            onCorrecting(false);
            if (Object.keys(fields).length) actions.correct(paper, fields);
          }}
          onCancel={() => onCorrecting(false)}
        />
      </div>
    );
  return (
    <p className={styles.line}>
      <span className={styles.by} title={titleOf(paper)}>
        Said by <bdi>{shortCitation(paper)}</bdi>
      </span>
      <Button
        look="link"
        className={styles.correct}
        tabIndex={focusable ? 0 : -1}
        onClick={() => onCorrecting(true)}
      >
        Not this paper?
      </Button>
    </p>
  );
}
