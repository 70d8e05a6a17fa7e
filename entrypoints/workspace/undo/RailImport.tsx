/** An import that goes on, or has ended, while its room is not the open one. */
import { type ReactNode, useSyncExternalStore } from 'react';
import { STAGE_WORDS } from '@/components/exchange/import-messages';
import { Message } from '@/components/ui/Message';
import { importRun } from '../import-run';
import { routeHash, useRoute } from '../use-route';
import { RailWork } from './RailWork';
import styles from './Undo.module.css';

export function RailImport() {
  const state = useSyncExternalStore(importRun.subscribe, importRun.state);
  const { room } = useRoute();
  if (room === 'exchange') return null;
  if (state.at === 'work' || state.at === 'undoing') {
    const cancel = state.at === 'work' ? () => importRun.cancel() : state.cancel;
    return <RailWork words={STAGE_WORDS[state.progress.stage]} {...{ ...state, cancel }} />;
  }
  if (state.at === 'problem') return <Message kind="error">{state.sentence}</Message>;
  if (state.at === 'rest') return <Said>{state.said}</Said>;
  if (state.at === 'preview') return null;
  return (
    <Said>
      Imported. <a href={routeHash('exchange')}>Show the report</a>
    </Said>
  );
}

function Said({ children }: { children: ReactNode }) {
  return (
    <p className={styles.said} role="status">
      {children}
    </p>
  );
}
