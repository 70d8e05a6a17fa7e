/** Import: a backup is looked at, then brought in as the reader chooses, or left; and taken back in one step. */
import type { ReactNode } from 'react';
import {
  type ImportPreview,
  type Progress,
  STAGE_WORDS,
} from '@/components/exchange/import-messages';
import { Foreign } from '@/components/text/Foreign';
import { momentInWords } from '@/components/text/when';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { useFocusBack } from '@/components/ui/use-focus-back';
import { useLiveAnswer } from '@/components/ui/use-live-answer';
import { acceptedFiles } from '@/lib/exchange';
import { isTakenBack } from '@/lib/store';
import { importRun } from '../../import-run';
import { roomStyles } from '../../Room';
import styles from './ExchangeRoom.module.css';
import { FileState, ImportCard, ImportReport } from './ImportReport';
import { useImport } from './use-import';

export function ImportFile() {
  const state = useImport();
  const isOpen = ['work', 'preview', 'undoing'].includes(state.at);
  // What is reported as done has the focus itself (ImportCard), until it goes.
  const input = useFocusBack<HTMLInputElement>(!['rest', 'problem'].includes(state.at));

  return (
    <section className={roomStyles.section} aria-labelledby="import-title">
      <h2 id="import-title" className={roomStyles.sectionTitle}>
        Import
      </h2>
      <p className={roomStyles.soft}>
        A backup adds to what is here and renews what is older. What you have deleted stays deleted,
        and the same file twice changes nothing. You see what it brings in before anything changes.
      </p>
      {isOpen ? null : (
        <input
          ref={input}
          className={styles.file}
          type="file"
          accept={acceptedFiles()}
          aria-label="Backup file to import"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) importRun.open(file);
            event.target.value = '';
          }}
        />
      )}
      {state.at === 'work' ? (
        <Working
          head={<Foreign text={state.name} />}
          progress={state.progress}
          onCancel={() => importRun.cancel()}
        />
      ) : null}
      {state.at === 'undoing' ? (
        <Working head="Undo the import" progress={state.progress} onCancel={state.cancel} />
      ) : null}
      {state.at === 'preview' ? (
        <Preview
          name={state.name}
          preview={state.preview}
          onImport={(as) => importRun.bringIn(as)}
          onCancel={() => importRun.cancel()}
          onClose={() => importRun.close()}
        />
      ) : null}
      {state.at === 'done' ? (
        <ImportCard head="Imported">
          <ImportReport report={state.summary} />
          <UndoImport eventId={state.summary.eventId} isBusy={state.isTakingBack} />
        </ImportCard>
      ) : null}
      {state.at === 'too-late' ? (
        <ImportCard head="The import had been completed before it could be stopped.">
          <UndoImport eventId={state.eventId} isBusy={state.isTakingBack} />
        </ImportCard>
      ) : null}
      {state.at === 'problem' ? <Message kind="error">{state.sentence}</Message> : null}
      <p role="status">{state.at === 'rest' ? state.said : ''}</p>
    </section>
  );
}

function Working({
  head,
  progress: { stage, done, total },
  onCancel,
}: {
  head: ReactNode;
  progress: Progress;
  onCancel: () => void;
}) {
  return (
    <ImportCard head={head}>
      <div className={styles.working}>
        <span role="status">{STAGE_WORDS[stage]}…</span>
        <progress
          className={styles.progress}
          aria-label={STAGE_WORDS[stage]}
          {...(total ? { max: total, value: done } : {})}
        />
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </ImportCard>
  );
}

function Preview({
  name,
  preview: { report, state, written, asksWhose },
  onImport,
  onCancel,
  onClose,
}: {
  name: string;
  preview: ImportPreview;
  onImport: (as: 'mine' | 'other') => void;
  onCancel: () => void;
  onClose: () => void;
}) {
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
      {asksWhose ? null : (
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
      )}
    </ImportCard>
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

/** Not offered while the import is taken back by other means: `u`, or another page. */
function UndoImport({
  eventId,
  isBusy = false,
}: {
  eventId: string | null;
  isBusy: boolean | undefined;
}) {
  const isBack = useLiveAnswer(eventId ?? '', async () => eventId && isTakenBack(eventId));
  if (!eventId) return null;
  if (isBack) return <p className={roomStyles.soft}>The import was taken back.</p>;
  return (
    <div className={styles.row}>
      <Button disabled={isBusy} onClick={() => importRun.takeBack(eventId)}>
        Undo the import
      </Button>
    </div>
  );
}
