/** An import that goes on, or has ended, while its room is not the open one. */
import { useSyncExternalStore } from 'react';
import { STAGE_WORDS } from '@/components/exchange/import-messages';
import { counted } from '@/components/text/count';
import { Icon } from '@/components/ui/Icon';
import { Message } from '@/components/ui/Message';
import { importRun } from '../import-run';
import { routeHash, useRoute } from '../use-route';
import { RailWork } from './RailWork';
import styles from './Undo.module.css';

export function RailImport() {
  const state = useSyncExternalStore(importRun.subscribe, importRun.state);
  const { length } = useSyncExternalStore(importRun.subscribe, importRun.waiting);
  const { room } = useRoute();
  if (room === 'exchange') return null;
  if (state.at === 'work' || state.at === 'undoing') {
    const cancel = state.at === 'work' ? () => importRun.cancel() : state.cancel;
    return <RailWork words={STAGE_WORDS[state.progress.stage]} {...{ ...state, cancel }} />;
  }
  if (state.at === 'problem') return <Message kind="error">{state.sentence}</Message>;
  if (state.at === 'rest')
    return (
      <>
        <p className={styles.said} role="status">
          {state.said ? <span className={styles.news}>{state.said}</span> : null}
        </p>
        {length ? (
          <ToExchange words={`${counted(length, 'file waits', 'files wait')} for import`} />
        ) : null}
      </>
    );
  if (state.at === 'preview') return null;
  return (
    <div role="status">
      <ToExchange words="Imported: show the report" />
    </div>
  );
}

function ToExchange({ words }: { words: string }) {
  return (
    <a className={styles.step} href={routeHash('exchange')} title={words}>
      <Icon name="exchange" size={14} />
      <span className={styles.words}>{words}</span>
    </a>
  );
}
