/** A file before anything of it is brought in: what it would do, and what the reader decides. */
import { useState } from 'react';
import type {
  Decision,
  ImportPreview,
  ShownCoding,
  ShownReferences,
} from '@/components/exchange/import-messages';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { momentInWords } from '@/components/text/when';
import { Button } from '@/components/ui/Button';
import selects from '@/components/ui/Select.module.css';
import { roomStyles } from '../../Room';
import { CodingReport } from './CodingReport';
import { CountSearch } from './CountSearch';
import styles from './ExchangeRoom.module.css';
import { FileState, ImportCard, ImportReport } from './ImportReport';
import { ReferencesReport } from './ReferencesReport';

interface Doing {
  onImport: (decision: Decision) => void;
  onCancel: () => void;
  onClose: () => void;
  /** Of a table: back to its columns. */
  onColumns?: (() => void) | undefined;
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
  ...doing
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
      {/* A search may find only what is on the list already, and counts all the same. */}
      {isDone ? <CountSearch file={name} report={report} /> : null}
      <Decide {...{ ...doing, isDone }} />
    </ImportCard>
  );
}

/** What passages without a stance come in as; the first is what is proposed. */
const STANCES = ['mentioning', 'supporting', 'contrasting'] as const;

export function CodingPreview({
  name,
  report,
  onImport,
  ...doing
}: {
  name: string;
  report: ShownCoding;
} & Doing) {
  const { counts, papers, reviewName, unstated } = report;
  const [stance, setStance] = useState<(typeof STANCES)[number]>('mentioning');
  const { counts: works, filled } = papers;
  const isDone =
    counts.new + counts.changed + works.new + works.known + works.doubtful + filled === 0;
  return (
    <ImportCard
      head={
        <>
          In <Foreign text={name} />
        </>
      }
      sub={
        <>
          For “<Foreign text={reviewName} />
          ”. Nothing has been imported{isDone ? '' : ' yet'}.
        </>
      }
    >
      {isDone ? <p>Nothing in it is new here.</p> : null}
      <CodingReport report={report} />
      {unstated ? (
        <label className={styles.row}>
          {counted(unstated, 'new tag')} without a stance in the file{' '}
          {unstated === 1 ? 'comes' : 'come'} in as
          <select
            className={selects.select}
            value={stance}
            onChange={({ target }) =>
              setStance(STANCES.find((one) => one === target.value) ?? 'mentioning')
            }
          >
            {STANCES.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      ) : null}
      <Decide {...{ ...doing, isDone, onImport: () => onImport({ stance }) }} />
    </ImportCard>
  );
}

function Decide({ isDone, onImport, onCancel, onClose, onColumns }: Doing & { isDone: boolean }) {
  return (
    <div className={styles.row}>
      {isDone ? (
        <Button onClick={onClose}>Close</Button>
      ) : (
        <>
          <Button look="primary" onClick={() => onImport({})}>
            Import
          </Button>
          <Button look="quiet" onClick={onCancel}>
            Cancel
          </Button>
        </>
      )}
      {onColumns ? (
        <Button look="quiet" onClick={onColumns}>
          Change the columns
        </Button>
      ) : null}
    </div>
  );
}

function WhoseTags({ onImport, onCancel }: Pick<Doing, 'onImport' | 'onCancel'>) {
  return (
    <fieldset className={styles.whose}>
      <legend>Whose tags are in this backup?</legend>
      <p className={roomStyles.soft}>
        Mine: you go on here as the coder of the backup. Another coder’s: the tags stay that
        coder’s, beside yours.
      </p>
      <div className={styles.row}>
        <Button onClick={() => onImport({ as: 'mine' })}>These tags are mine</Button>
        <Button onClick={() => onImport({ as: 'other' })}>Another coder’s</Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </fieldset>
  );
}
