/** Everything that tagging mode shows over a page, or below one another in the side panel. */
import { useSyncExternalStore } from 'react';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import type { ToastKind } from '@/lib/messaging';
import type { BarClient, Shown } from '../client';
import { statementOf } from '../hand';
import { Find } from './find';
import { Help } from './help';
import { Key } from './key';
import { Left } from './left';
import { ListMarks } from './list-marks';
import { ListAll } from './list-offer';
import { Meanings } from './meanings';
import { ModeBar } from './mode-bar';
import { NotFoundList } from './not-found';
import { Peek } from './peek';
import { ReferenceCard } from './reference-card';
import { Spoken } from './spoken';
import { Toolbar } from './toolbar';
import { Unsaved } from './unsaved';
import { What } from './what';

export function App({ client }: { client: BarClient }) {
  const view = useSyncExternalStore(client.subscribe, client.snapshot);
  const kept = view.left.length > 0 || view.unsaved.some((u) => u.state === 'failed');
  const peek = view.mode === 'showing' ? view.peek : null;
  if (view.mode !== 'tagging' && !kept && !peek) return null;
  const panel = view.panel.kind;
  const statement = view.mode === 'tagging' ? statementOf(view) : null;
  return (
    <div className="app">
      <Spoken client={client} view={view} />
      {statement ? <Toolbar client={client} view={view} statement={statement} /> : null}
      {view.card && view.mode === 'tagging' ? (
        <ReferenceCard client={client} view={view} card={view.card} />
      ) : null}
      {peek?.length ? <Peek client={client} tags={peek} /> : null}
      {view.listed.length && view.mode === 'tagging' ? (
        <ListMarks client={client} view={view} />
      ) : null}
      <div className="corner">
        {panel === 'help' ? <Help client={client} view={view} /> : null}
        {panel === 'meanings' ? <Meanings client={client} /> : null}
        {view.panel.kind === 'find' && !statement && view.mode === 'tagging' ? (
          <section className="card palette" aria-label="Commands">
            <Find client={client} view={view} first={view.panel.first} />
          </section>
        ) : null}
        {view.panel.kind === 'list-all' && view.mode === 'tagging' ? (
          <ListAll client={client} view={view} offer={view.panel.offer} />
        ) : null}
        {panel === 'not-found' ? <NotFoundList client={client} view={view} /> : null}
        <Unsaved client={client} view={view} />
        <Left client={client} view={view} />
        <Toast client={client} view={view} />
        {view.problem ? (
          <p className="card problem" role="alert">
            {view.problem}
          </p>
        ) : null}
        {view.refused ? (
          <p className="card problem" role="alert">
            That click had no effect: the toolbar had just moved, or the page covered it. Click
            again.
          </p>
        ) : null}
        {view.mode === 'tagging' ? <ModeBar client={client} view={view} /> : null}
      </div>
    </div>
  );
}

const TOAST_WORDS = {
  saved: 'Saved',
  listed: 'Added to the reading list:',
  changed: 'Changed',
  moved: 'Moved',
  deleted: 'Deleted',
  discarded: 'Discarded',
  undone: 'Undone',
  redone: 'Redone',
  cue: 'Cue added to',
  'at-end': 'No further statement',
  'at-start': 'No earlier statement',
  'choose-first': 'Choose a statement first: select text, or click a sentence',
} as const satisfies Record<ToastKind, string>;

const CAN_UNDO: ReadonlySet<ToastKind> = new Set([
  'saved',
  'listed',
  'changed',
  'moved',
  'deleted',
  'discarded',
  'redone',
] as const);

/** "Saved ▲ Training · undo": three seconds, and read out. */
function Toast({ client, view }: { client: BarClient; view: Shown }) {
  const { toast } = view;
  const stance = toast?.tag?.stance ?? toast?.draft?.stance;
  const influence = toast?.tag ?? toast?.draft?.influence;
  return (
    <div className="toast-region" role="status" aria-live="polite">
      {toast ? (
        <p className="card toast" data-kind={toast.kind}>
          <span>
            {TOAST_WORDS[toast.kind]}
            {toast.papers === undefined ? '' : ` ${counted(toast.papers, 'paper')}`}
          </span>
          {stance || influence ? (
            <What client={client} stance={stance ?? null} influence={influence ?? null} />
          ) : null}
          {toast.newVersion ? (
            <span className="soft version">
              in new version <Foreign text={toast.newVersion} />; the previous version is kept
            </span>
          ) : null}
          {toast.replaced &&
          toast.kind === 'saved' &&
          toast.replaced.stance !== toast.tag?.stance ? (
            <span className="soft">was {toast.replaced.stance}</span>
          ) : null}
          {toast.kind === 'undone' ? (
            <button type="button" className="link" onClick={() => client.run('redo')}>
              redo <Key view={view} of="redo" />
            </button>
          ) : null}
          {CAN_UNDO.has(toast.kind) ? (
            <button type="button" className="link" onClick={() => client.run('undo')}>
              undo <Key view={view} of="undo" />
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
