/** Import: a backup is opened, the reader chooses whose tags it contains, and it is merged with what is here. */
import { useState } from 'react';
import { importBackup, type OpenedBackup, openBackup } from '@/components/exchange/import-actions';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { tellPages } from '@/lib/messaging';
import { type ImportSummary, undo } from '@/lib/store';
import { roomStyles } from '../Room';
import styles from './ExchangeRoom.module.css';

export function ImportFile() {
  const { problem, act, busy } = useAct();
  const [summary, setSummary] = useState<ImportSummary | null>(null);
  const [opened, setOpened] = useState<OpenedBackup | null>(null);

  const bringIn = async (backup: OpenedBackup, as: 'mine' | 'other') => {
    setOpened(null);
    setSummary(await importBackup(backup, { as }));
    await tellPages({});
  };
  const open = (file: File | undefined) => {
    if (!file) return;
    setSummary(null);
    void act(async () => {
      const backup = await openBackup(await file.text());
      if (backup.asksWhose) setOpened(backup);
      else await bringIn(backup, 'other');
    });
  };
  const takeBack = (eventId: string) =>
    void act(async () => {
      await undo(eventId);
      setSummary(null);
      await tellPages({});
    });

  return (
    <section className={roomStyles.section} aria-labelledby="import-title">
      <h2 id="import-title" className={roomStyles.sectionTitle}>
        Import
      </h2>
      <p className={roomStyles.soft}>
        A backup adds to what is here and renews what is older. What you have deleted stays deleted,
        and the same file twice changes nothing.
      </p>
      <input
        className={styles.file}
        type="file"
        accept="application/json,.json"
        aria-label="Backup file to import"
        disabled={busy}
        onChange={(event) => {
          open(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {opened ? (
        <WhoseTags
          onMine={() => void act(() => bringIn(opened, 'mine'))}
          onOther={() => void act(() => bringIn(opened, 'other'))}
          onCancel={() => setOpened(null)}
        />
      ) : null}
      {busy ? <p role="status">Importing…</p> : null}
      {problem ? <Message kind="error">{problem}</Message> : null}
      {summary ? <Summary summary={summary} onUndo={takeBack} /> : null}
    </section>
  );
}

function WhoseTags({
  onMine,
  onOther,
  onCancel,
}: {
  onMine: () => void;
  onOther: () => void;
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
        <Button look="primary" onClick={onMine}>
          These tags are mine
        </Button>
        <Button onClick={onOther}>Another coder’s</Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </fieldset>
  );
}

function Summary({
  summary,
  onUndo,
}: {
  summary: ImportSummary;
  onUndo: (eventId: string) => void;
}) {
  const { added, renewed, unchanged, stayedDeleted, quarantined, ahead, eventId } = summary;
  const counts: [number, string][] = [
    [added, 'added'],
    [renewed, 'renewed'],
    [unchanged, 'unchanged'],
  ];
  if (stayedDeleted > 0) counts.push([stayedDeleted, 'deleted here since, and left deleted']);
  if (quarantined.length > 0) counts.push([quarantined.length, 'set aside']);
  return (
    <>
      <div className={styles.row}>
        <p role="status" className={styles.summary}>
          {counts.map(([n, words]) => (
            <span key={words}>
              <strong>{n}</strong> {words}
            </span>
          ))}
        </p>
        {eventId ? <Button onClick={() => onUndo(eventId)}>Undo the import</Button> : null}
      </div>
      {ahead ? (
        <p>
          {ahead === 1
            ? '1 record of the file is dated in the future, because a clock was ahead. Its date decided nothing.'
            : `${ahead} records of the file are dated in the future, because a clock was ahead. Their dates decided nothing.`}
        </p>
      ) : null}
    </>
  );
}
