/** "Not this paper?" in place of the panel's head: which paper the page is, corrected by the reader. */
import { onDemand } from '@/components/page/on-demand';
import type { Corrections, PageReport, PaperFacts } from '@/lib/model';
import { wouldJoin } from '@/lib/store';
import styles from './PanelHead.module.css';

const CorrectPaper = onDemand(
  async () => (await import('@/components/paper/CorrectPaper')).CorrectPaper,
);

export function CorrectHere({
  paper,
  report,
  onCorrect,
  onClose,
}: {
  paper: PaperFacts;
  report: PageReport;
  /** Was it saved? */
  onCorrect: (fields: Corrections) => Promise<boolean>;
  onClose: () => void;
}) {
  return (
    <div className={styles.correct}>
      <CorrectPaper
        paper={paper}
        conflicts={report.conflicts}
        joinedBy={(fields) => wouldJoin(report, fields)}
        onSave={async (fields) => {
          // What could not be saved is reported at the foot; the form keeps what was typed.
          if (!Object.keys(fields).length || (await onCorrect(fields))) onClose();
        }}
        onCancel={onClose}
      />
    </div>
  );
}
