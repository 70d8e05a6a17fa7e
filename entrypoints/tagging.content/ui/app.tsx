/** Everything of ours that stands in the page while tagging mode is on. Lives in a shadow root. */
import { useSyncExternalStore } from 'react';
import { StanceShape } from '../../../components/stance/StanceMark';
import type { Action } from '../../../lib/tagging';
import type { Session } from '../session';
import type { TaggingView } from '../view';
import { Find } from './find';
import { Help } from './help';
import { Key } from './key';
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
      {view.current && view.mode === 'tagging' ? (
        <Toolbar session={session} view={view} onAct={actions.act} />
      ) : null}
      {view.card && view.mode === 'tagging' ? <ReferenceCard card={view.card} /> : null}
      {view.listed.length && view.mode === 'tagging' ? (
        <ListMarks view={view} onList={() => actions.act({ do: 'list' })} />
      ) : null}
      <div className="corner">
        {view.panel === 'help' ? (
          <Help view={view} onClose={() => session.set({ panel: 'none' })} />
        ) : null}
        {view.panel === 'find' && !view.current && view.mode === 'tagging' ? (
          <section className="card palette" aria-label="Commands">
            <Find session={session} view={view} onAct={actions.act} />
          </section>
        ) : null}
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

type ToastKind = NonNullable<TaggingView['toast']>['kind'];

const TOAST_WORDS = {
  saved: 'Saved',
  changed: 'Changed',
  moved: 'Moved',
  deleted: 'Deleted',
  undone: 'Undone',
  redone: 'Redone',
  'at-end': 'No further statement',
  'at-start': 'No earlier statement',
  'choose-first': 'Choose a statement first: select text, or click a sentence',
} as const satisfies Record<ToastKind, string>;

const CAN_UNDO: ReadonlySet<ToastKind> = new Set([
  'saved',
  'changed',
  'moved',
  'deleted',
  'redone',
] as const);

/** "Saved ▲ Training · undo": three seconds, and read out. */
function Toast({ session }: { session: Session }) {
  const view = useSyncExternalStore(session.subscribe, session.snapshot);
  const { toast } = view;
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
            <button type="button" className="link" onClick={session.tags.redo}>
              redo <Key view={view} of="redo" />
            </button>
          ) : null}
          {CAN_UNDO.has(toast.kind) ? (
            <button type="button" className="link" onClick={session.tags.undo}>
              undo <Key view={view} of="undo" />
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
