/** A file before anything of it is brought in: what it would do, and what the reader decides. */
import type { ImportPreview, ShownReferences } from '@/components/exchange/import-messages';
import { Foreign } from '@/components/text/Foreign';
import { momentInWords } from '@/components/text/when';
import { Button } from '@/components/ui/Button';
import { roomStyles } from '../../Room';
import styles from './ExchangeRoom.module.css';
import { FileState, ImportCard, ImportReport } from './ImportReport';
import { ReferencesReport } from './ReferencesReport';

interface Doing {
  onImport: (as: 'mine' | 'other') => void;
  onCancel: () => void;
  onClose: () => void;
}

export function RecordsPreview({
  name,
  preview: { report, state, written, asksWhose },
  onImport,
  onCancel,
  onClose,
}: {
  name: string;
  preview: ImportPreview;
} & Doing) {
  const isDone = report.isKnown && !asksWhose;
  return (
    <ImportCard
      head={
        <>
          In <Foreign text={name} />
        </>
      }
      sub={
        <>
          {written.at ? (
            <>
              Written {momentInWords(written.at)} by <Foreign text={written.app} />.{' '}
            </>
          ) : null}
          Nothing has been imported{isDone ? '' : ' yet'}.
        </>
      }
    >
      {written.at ? <FileState state={state} /> : null}
      {report.isKnown ? <p>Nothing in this file is new here.</p> : null}
      <ImportReport report={report} />
      {asksWhose ? <WhoseTags onImport={onImport} onCancel={onCancel} /> : null}
      {asksWhose ? null : <Decide {...{ isDone, onImport, onCancel, onClose }} />}
    </ImportCard>
  );
}

export function ReferencesPreview({
  name,
  report,
  onImport,
  onCancel,
  onClose,
}: {
  name: string;
  report: ShownReferences;
} & Doing) {
  const { counts, filled, reviewName } = report;
  const isDone = counts.new + counts.known + counts.doubtful + filled === 0;
  return (
    <ImportCard
      head={
        <>
          In <Foreign text={name} />
        </>
      }
      sub={
        <>
          For the reading list of “<Foreign text={reviewName} />
          ”. Nothing has been imported
          {isDone ? '' : ' yet'}.
        </>
      }
    >
      {isDone ? <p>Nothing in it is new here.</p> : null}
      <ReferencesReport report={report} />
      <Decide {...{ isDone, onImport, onCancel, onClose }} />
    </ImportCard>
  );
}

function Decide({ isDone, onImport, onCancel, onClose }: Doing & { isDone: boolean }) {
  return (
    <div className={styles.row}>
      {isDone ? (
        <Button onClick={onClose}>Close</Button>
      ) : (
        <>
          <Button look="primary" onClick={() => onImport('other')}>
            Import
          </Button>
          <Button look="quiet" onClick={onCancel}>
            Cancel
          </Button>
        </>
      )}
    </div>
  );
}

function WhoseTags({
  onImport,
  onCancel,
}: {
  onImport: (as: 'mine' | 'other') => void;
  onCancel: () => void;
}) {
  return (
    <fieldset className={styles.whose}>
      <legend>Whose tags are in this backup?</legend>
      <p className={roomStyles.soft}>
        Mine: you go on here as the coder of the backup. Another coder’s: the tags stay that
        coder’s, beside yours.
      </p>
      <div className={styles.row}>
        <Button onClick={() => onImport('mine')}>These tags are mine</Button>
        <Button onClick={() => onImport('other')}>Another coder’s</Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </fieldset>
  );
}
