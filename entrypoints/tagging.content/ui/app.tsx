/** Everything of ours that stands in the page while tagging mode is on. Lives in a shadow root. */
import { useSyncExternalStore } from 'react';
import { StanceShape } from '../../../components/stance/StanceMark';
import type { Action } from '../../../lib/tagging';
import type { Session } from '../session';
import { Help } from './help';
import { ListMarks } from './list-marks';
import { ModeBar } from './mode-bar';
import { NotFoundList } from './not-found';
import { ReferenceCard } from './reference-card';
import { Toolbar } from './toolbar';
import { Unsaved } from './unsaved';

export interface Actions {
  leave(): void;
  reloadPage(): void;
  /** Does what a key would do. */
  act(action: Action): void;
}

export function App({ session, actions }: { session: Session; actions: Actions }) {
  const view = useSyncExternalStore(session.subscribe, session.snapshot);
  if (view.mode !== 'tagging' && !view.unsaved.some((u) => u.state === 'failed')) return null;
  return (
    <div className="app">
      {view.current && view.mode === 'tagging' ? <Toolbar session={session} view={view} /> : null}
      {view.card && view.mode === 'tagging' ? <ReferenceCard card={view.card} /> : null}
      {view.listed.length && view.mode === 'tagging' ? (
        <ListMarks view={view} onList={() => actions.act({ do: 'list' })} />
      ) : null}
      <div className="corner">
        {view.panel === 'help' ? <Help onClose={() => session.set({ panel: 'none' })} /> : null}
        {view.panel === 'not-found' ? <NotFoundList session={session} view={view} /> : null}
        <Unsaved session={session} view={view} onReload={actions.reloadPage} />
        <Toast session={session} />
        {view.problem ? (
          <p className="card problem" role="alert">
            {view.problem}
          </p>
        ) : null}
        {view.mode === 'tagging' ? (
          <ModeBar session={session} view={view} onLeave={actions.leave} />
        ) : null}
      </div>
    </div>
  );
}

const TOAST_WORDS = {
  saved: 'Saved',
  changed: 'Changed',
  deleted: 'Deleted',
  undone: 'Undone',
  redone: 'Redone',
} as const;

/** "Saved ▲ Training · undo": three seconds, and read out. */
function Toast({ session }: { session: Session }) {
  const { toast } = useSyncExternalStore(session.subscribe, session.snapshot);
  return (
    <div className="toast-region" role="status" aria-live="polite">
      {toast ? (
        <p className="card toast" data-kind={toast.kind}>
          <span>{TOAST_WORDS[toast.kind]}</span>
          {toast.tag ? (
            <span className={`stance ${toast.tag.stance}`}>
              <StanceShape stance={toast.tag.stance} size={10} />
              <span className="sr">{toast.tag.stance}</span>
              <span className="label">{session.labelOf(toast.tag)}</span>
            </span>
          ) : null}
          {toast.replaced &&
          toast.kind === 'saved' &&
          toast.replaced.stance !== toast.tag?.stance ? (
            <span className="soft">was {toast.replaced.stance}</span>
          ) : null}
          {toast.kind === 'undone' ? (
            <button type="button" className="link" onClick={session.redo}>
              redo <kbd>U</kbd>
            </button>
          ) : (
            <button type="button" className="link" onClick={session.undo}>
              undo <kbd>u</kbd>
            </button>
          )}
        </p>
      ) : null}
    </div>
  );
}
