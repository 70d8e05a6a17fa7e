/** Undo and redo at the foot of the rail: the same two keys as in tagging mode, for whatever was done last. */
import { useSyncExternalStore } from 'react';
import { Icon } from '@/components/ui/Icon';
import { Kbd } from '@/components/ui/Kbd';
import { Message } from '@/components/ui/Message';
import { importRun } from '../import-run';
import { RailImport } from './RailImport';
import { RailWork } from './RailWork';
import styles from './Undo.module.css';
import type { Undoing } from './use-undo';

export function Undo({ by }: { by: Undoing }) {
  const isImporting = useSyncExternalStore(importRun.subscribe, () => importRun.isWriting);
  // Meanwhile neither does anything.
  const isBusy = by.running !== null || isImporting;
  return (
    <div className={styles.undo}>
      {by.problem ? <Message kind="error">{by.problem}</Message> : null}
      <RailImport />
      {by.running ? <RailWork {...by.running} /> : null}
      {by.undone && !isBusy ? (
        <button type="button" className={styles.step} onClick={by.undo} title="Undo (u)">
          <Icon name="undo" size={14} />
          <span className={styles.words}>Undo: {by.undone.words}</span>
          <Kbd keys="u" />
        </button>
      ) : null}
      {by.redone && !isBusy ? (
        <button type="button" className={styles.step} onClick={by.redo} title="Redo (U)">
          <span className={styles.redo}>
            <Icon name="undo" size={14} />
          </span>
          <span className={styles.words}>Redo: {by.redone.words}</span>
          <Kbd keys="U" />
        </button>
      ) : null}
      <p className={styles.said} role="status">
        {by.said.words ? (
          <span key={by.said.turn} className={styles.news}>
            {by.said.words}
          </span>
        ) : null}
      </p>
    </div>
  );
}
