/** Import: a backup is looked at, then brought in as the reader chooses, or left; and taken back in one step. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { ImportPreview, Progress, Stage } from '@/components/exchange/import-messages';
import { Foreign } from '@/components/text/Foreign';
import { momentInWords } from '@/components/text/when';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { acceptedFiles } from '@/lib/exchange';
import { roomStyles } from '../Room';
import styles from './ExchangeRoom.module.css';
import { FileState, ImportCard, ImportReport } from './ImportReport';
import { useImport } from './use-import';

export function ImportFile() {
  const { state, open, bringIn, cancel, takeBack, close } = useImport();
  const input = useRef<HTMLInputElement>(null);
  const isOpen = state.at === 'work' || state.at === 'preview' || state.at === 'undoing';
  const wasOpen = useRef(false);
  // Where the reader began is where the keyboard is again afterwards.
  useEffect(() => {
    if (wasOpen.current && state.at === 'rest') input.current?.focus();
    wasOpen.current = isOpen;
  }, [state.at, isOpen]);

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
            if (file) open(file);
            event.target.value = '';
          }}
        />
      )}
      {state.at === 'work' ? (
        <Working head={<Foreign text={state.name} />} progress={state.progress} onCancel={cancel} />
      ) : null}
      {state.at === 'undoing' ? (
        <Working head="Undo the import" progress={state.progress} onCancel={state.cancel} />
      ) : null}
      {state.at === 'preview' ? (
        <Preview
          name={state.name}
          preview={state.preview}
          onImport={bringIn}
          onCancel={cancel}
          onClose={close}
        />
      ) : null}
      {state.at === 'done' ? (
        <ImportCard head="Imported">
          <ImportReport report={state.summary} />
          <UndoImport eventId={state.summary.eventId} onUndo={takeBack} />
        </ImportCard>
      ) : null}
      {state.at === 'too-late' ? (
        <ImportCard head="The import had been completed before it could be stopped.">
          <UndoImport eventId={state.eventId} onUndo={takeBack} />
        </ImportCard>
      ) : null}
      {state.at === 'problem' ? <Message kind="error">{state.sentence}</Message> : null}
      <p role="status">{state.at === 'rest' ? state.said : ''}</p>
    </section>
  );
}

const STAGES: Record<Stage, string> = {
  reading: 'Reading the file',
  checking: 'Checking its records',
  comparing: 'Comparing with what is here',
  writing: 'Bringing in',
  'taking-back': 'Taking the import back',
};

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
        <span role="status">{STAGES[stage]}…</span>
        <progress
          className={styles.progress}
          aria-label={STAGES[stage]}
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
          Written {momentInWords(written.at)} by <Foreign text={written.app} />. Nothing has been
          imported
          {isDone ? '' : ' yet'}.
        </>
      }
    >
      <FileState state={state} />
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

function UndoImport({
  eventId,
  onUndo,
}: {
  eventId: string | null;
  onUndo: (eventId: string) => void;
}) {
  if (!eventId) return null;
  return (
    <div className={styles.row}>
      <Button onClick={() => onUndo(eventId)}>Undo the import</Button>
    </div>
  );
}
