/** Backup: a file by hand, a copy in a folder while the workspace is open, and snapshots in this browser. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef } from 'react';
import { notInBackup, snapshotInWords } from '@/components/backup/backup-words';
import { useFolder } from '@/components/backup/folder-context';
import { canPickFolder } from '@/components/backup/folder-copy';
import { unpacked } from '@/components/backup/packed';
import { MOST_TAGS } from '@/components/backup/take-snapshot';
import { figure } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { momentInWords } from '@/components/text/when';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { backupState, countTags, listSnapshots, snapshotFile } from '@/lib/store';
import { importRun } from '../../import-run';
import { roomStyles } from '../../Room';
import { useRoute } from '../../use-route';
import styles from './ExchangeRoom.module.css';

export function Backup({
  reviewId,
  onBackup,
  busy,
}: {
  reviewId: string;
  onBackup: () => void;
  busy: boolean;
}) {
  const state = useLiveQuery(backupState, []);
  const { query } = useRoute();
  const button = useRef<HTMLButtonElement>(null);
  const isAsked = query.get('show') === 'backup';
  const hasCopy = useFolder()?.name !== undefined;
  useEffect(() => {
    if (isAsked) button.current?.focus();
  }, [isAsked]);
  return (
    <section className={roomStyles.section} aria-labelledby="backup-title">
      <h2 id="backup-title" className={roomStyles.sectionTitle}>
        Backup
      </h2>
      <p>
        {hasCopy ? null : 'Everything Bearing holds is in this browser only. '}
        Removing Bearing, or clearing the browser’s data, deletes all of it: keep a backup
        elsewhere.
      </p>
      <div className={styles.row}>
        <Button ref={button} look="primary" disabled={busy} onClick={onBackup}>
          Back up everything
        </Button>
        <span className={roomStyles.soft}>
          {state?.lastAt ? `Last backup: ${momentInWords(state.lastAt)}. ` : 'No backup yet. '}
          {state?.changes ? notInBackup(state) : null}
        </span>
      </div>
      <FolderLine />
      <Snapshots reviewId={reviewId} />
    </section>
  );
}

function FolderLine() {
  const folder = useFolder();
  const { problem, act } = useAct();
  if (!folder || !(canPickFolder() || folder.name)) return null;
  const { name, asks, choose, allow, end } = folder;
  const run = (work: () => Promise<void>) => () => void act(work);
  return (
    <>
      <div className={styles.row}>
        {name === undefined ? (
          <>
            <Button onClick={run(choose)}>Copy into a folder…</Button>
            <span className={roomStyles.soft}>
              While this workspace is open, a backup in the folder follows what you do.
            </span>
          </>
        ) : (
          <>
            <span>
              Copied into “<Foreign text={name} />” while this workspace is open.
            </span>
            {asks ? (
              <Button look="primary" onClick={run(allow)}>
                Allow the copy again
              </Button>
            ) : null}
            <Button look="quiet" onClick={run(choose)}>
              Another folder…
            </Button>
            <Button look="quiet" onClick={run(end)}>
              Stop copying
            </Button>
          </>
        )}
      </div>
      {problem || folder.problem ? (
        <Message kind="error">{problem || folder.problem}</Message>
      ) : null}
    </>
  );
}

const whenOf = (at: number): string => momentInWords(new Date(at).toISOString());

/** Opened as an import: the preview shows what it would bring back. */
function Snapshots({ reviewId }: { reviewId: string }) {
  const snapshots = useLiveQuery(listSnapshots, []) ?? [];
  const tags = useLiveQuery(countTags, []) ?? 0;
  const { problem, act } = useAct();
  const open = (at: number) =>
    act(async () => {
      const file = await snapshotFile(at);
      if (!file) throw new Error('this snapshot is no longer there');
      const text = await unpacked(file);
      const name = `snapshot of ${whenOf(at)}`;
      importRun.openFiles([new File([text], name)], reviewId);
    });
  return (
    <details>
      <summary>Snapshots in this browser ({figure(snapshots.length)})</summary>
      <p className={roomStyles.soft}>
        {tags > MOST_TAGS
          ? `More than ${figure(MOST_TAGS)} tags are not kept as snapshots: use backups.`
          : 'Once a day, when something has changed: for what was damaged here. They are removed with Bearing, so they do not replace a backup.'}
      </p>
      {problem ? <Message kind="error">{problem}</Message> : null}
      {snapshots.length ? (
        <ul className={styles.list}>
          {snapshots.map((one) => {
            const when = whenOf(one.at);
            return (
              <li key={one.at} className={styles.item}>
                <div className={styles.words}>
                  <div>{when}</div>
                  <div className={styles.hint}>{snapshotInWords(one)}</div>
                </div>
                <Button
                  aria-label={`Compare with the snapshot of ${when}`}
                  onClick={() => void open(one.at)}
                >
                  Compare…
                </Button>
              </li>
            );
          })}
        </ul>
      ) : null}
    </details>
  );
}
