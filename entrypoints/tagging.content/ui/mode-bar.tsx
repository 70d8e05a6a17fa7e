/** The line that says tagging mode is on: review, this paper's tags, what was not found, keys, the way out. */
import { StanceCounts } from '../../../components/stance/StanceCounts';
import { send } from '../../../lib/messaging';
import type { Session } from '../session';
import type { TaggingView } from '../view';
import { Key } from './key';

export function ModeBar(props: { session: Session; view: TaggingView; onLeave(): void }) {
  const { session, view, onLeave } = props;
  const toggle = (panel: 'help' | 'not-found') =>
    session.set({ panel: view.panel === panel ? 'none' : panel });
  return (
    <section className="card mode-bar" aria-label="Tagging mode">
      <span className="on">Tagging</span>
      <span className="review" title={view.review?.name}>
        {view.review?.name}
      </span>
      {view.tags.length ? (
        <StanceCounts counts={view.counts} />
      ) : (
        <span className="soft">
          {view.listed.length ? `${view.listed.length} papers listed` : 'Select text'}
          {view.keys.label('next')
            ? `${view.listed.length ? ':' : ', or'} press ${view.keys.label('next')}`
            : ''}
        </span>
      )}
      {view.notFound.length ? (
        <button
          type="button"
          className="link caution"
          aria-expanded={view.panel === 'not-found'}
          onClick={() => toggle('not-found')}
        >
          {view.notFound.length} not found
        </button>
      ) : null}
      {import.meta.env.FIREFOX ? null : (
        // Firefox opens its sidebar only from its own pages and shortcuts.
        <button
          type="button"
          title="Side panel: statements and references of this page"
          onClick={() => openPanel(session)}
        >
          Panel
        </button>
      )}
      <button
        type="button"
        aria-label="Keys"
        aria-expanded={view.panel === 'help'}
        onClick={() => toggle('help')}
      >
        {view.keys.label('help') ? <Key view={view} of="help" /> : 'Keys'}
      </button>
      <button
        type="button"
        onClick={onLeave}
        title={view.shortcut ? `Also ${view.shortcut}` : undefined}
      >
        Done <kbd>Esc</kbd>
      </button>
    </section>
  );
}

/** Straight from the click: the browser opens panels only for a gesture. */
function openPanel(session: Session): void {
  send('panel/open', {}).catch((error: Error) => session.set({ problem: error.message }));
}
