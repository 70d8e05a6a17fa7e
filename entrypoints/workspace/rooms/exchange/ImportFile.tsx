/**
 * Import: a file is looked at, then brought in as the reader chooses, or left; and taken back in one step. A backup is
 * merged with what is here; references come onto the reading list of the review; coding becomes tags of it.
 */
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import {
  type Decision,
  type Preview as Previewed,
  type Progress,
  STAGE_WORDS,
} from '@/components/exchange/import-messages';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { useFocusBack } from '@/components/ui/use-focus-back';
import { useLiveAnswer } from '@/components/ui/use-live-answer';
import { isTakenBack } from '@/lib/store';
import { type ImportState, importRun } from '../../import-run';
import { roomStyles } from '../../Room';
import { routeHash } from '../../use-route';
import { ChooseImport } from './ChooseImport';
import { CodingReport } from './CodingReport';
import { CountSearch } from './CountSearch';
import styles from './ExchangeRoom.module.css';
import { CodingPreview, RecordsPreview, ReferencesPreview } from './ImportPreview';
import { ImportCard, ImportReport } from './ImportReport';
import { ReferencesReport } from './ReferencesReport';
import { TableColumns } from './TableColumns';
import { useImport } from './use-import';

export function ImportFile({ reviewId }: { reviewId: string }) {
  const state = useImport();
  const isOpen = ['work', 'preview', 'undoing'].includes(state.at);
  const isDone = state.at === 'done';
  const [ids, setIds] = useState('');
  useEffect(() => {
    if (isDone) setIds('');
  }, [isDone]);
  // What is reported as done has the focus itself (ImportCard), until it goes.
  const input = useFocusBack<HTMLInputElement>(!['rest', 'problem'].includes(state.at));

  return (
    <section className={roomStyles.section} aria-labelledby="import-title">
      <h2 id="import-title" className={roomStyles.sectionTitle}>
        Import
      </h2>
      <p className={roomStyles.soft}>
        References of a library come onto the reading list of this review. Coding from a table or
        another program becomes tags, and an evidence table that you have edited changes the tags in
        it. A backup adds to what is here and renews what is older; what you have deleted stays
        deleted. The same file twice changes nothing, and you see what it brings in before anything
        changes.
      </p>
      {isOpen ? null : <ChooseImport {...{ reviewId, input, ids }} onIds={setIds} />}
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
      {state.at === 'preview' ? <Preview name={state.name} preview={state.preview} /> : null}
      {state.at === 'done' ? <Done {...state} /> : null}
      {state.at === 'too-late' ? (
        <ImportCard head="The import had been completed before it could be stopped.">
          <UndoImport eventId={state.eventId} isBusy={state.isTakingBack} />
        </ImportCard>
      ) : null}
      {state.at === 'problem' ? <Message kind="error">{state.sentence}</Message> : null}
      {isOpen ? null : <NextFile />}
      <p role="status">{state.at === 'rest' ? state.said : ''}</p>
    </section>
  );
}

function Preview({ name, preview }: { name: string; preview: Previewed }) {
  const doing = {
    onImport: (decision: Decision) => importRun.bringIn(decision),
    onCancel: () => importRun.cancel(),
    onClose: () => importRun.close(),
  };
  if (preview.of === 'records') return <RecordsPreview {...{ name, preview, ...doing }} />;
  if (preview.of === 'table')
    return (
      <TableColumns
        key={preview.table.sheet}
        {...{ name, table: preview.table, onCancel: doing.onCancel }}
        onMap={(mapping) => importRun.map(mapping)}
        onSheet={(sheet) => importRun.chooseSheet(sheet)}
      />
    );
  const onColumns = preview.isMapped ? () => importRun.changeColumns() : undefined;
  return preview.of === 'coding' ? (
    <CodingPreview {...{ name, report: preview.report, ...doing, onColumns }} />
  ) : (
    <ReferencesPreview {...{ name, report: preview.report, ...doing, onColumns }} />
  );
}

const REPORTS = { papers: 'Show the reading list', statements: 'Show the statements' } as const;

function Done({
  name,
  summary,
  isTakingBack,
  countedBy,
}: Omit<Extract<ImportState, { at: 'done' }>, 'at'>) {
  const room =
    summary.of === 'references' ? 'papers' : summary.of === 'coding' ? 'statements' : null;
  return (
    <ImportCard head="Imported">
      {summary.of === 'records' ? <ImportReport report={summary} /> : null}
      {summary.of === 'references' ? <ReferencesReport report={summary.report} /> : null}
      {summary.of === 'coding' ? <CodingReport report={summary.report} /> : null}
      {summary.of === 'references' ? (
        <CountSearch
          file={name}
          report={summary.report}
          countedBy={countedBy}
          onCounted={(stepId) => importRun.noteCounted(stepId)}
        />
      ) : null}
      <UndoImport eventId={summary.eventId} isBusy={isTakingBack}>
        {room ? <a href={routeHash(room)}>{REPORTS[room]}</a> : null}
      </UndoImport>
    </ImportCard>
  );
}

/** Of several files that were chosen, those that have not had their turn. */
function NextFile() {
  const waiting = useSyncExternalStore(importRun.subscribe, importRun.waiting);
  const [next, ...others] = waiting;
  if (!next) return null;
  return (
    <div className={styles.row}>
      <Button look="primary" onClick={() => importRun.openNext()}>
        <span>
          Next file: <Foreign text={next.file.name} />
        </span>
      </Button>
      {others.length ? (
        <span className={roomStyles.soft}>{others.length} more after it</span>
      ) : null}
      <Button look="quiet" onClick={() => importRun.dropWaiting()}>
        Leave the rest
      </Button>
    </div>
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

/** Not offered while the import is taken back by other means: `u`, or another page. */
function UndoImport({
  eventId,
  isBusy = false,
  children,
}: {
  eventId: string | null;
  isBusy: boolean | undefined;
  children?: ReactNode;
}) {
  const isBack = useLiveAnswer(eventId ?? '', async () => eventId && isTakenBack(eventId));
  if (!eventId) return null;
  if (isBack) return <p className={roomStyles.soft}>The import was taken back.</p>;
  return (
    <div className={styles.row}>
      <Button disabled={isBusy} onClick={() => importRun.takeBack(eventId)}>
        Undo the import
      </Button>
      {children}
    </div>
  );
}
