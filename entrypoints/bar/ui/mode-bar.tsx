/** The line that says tagging mode is on: review, this paper's tags, what was not found, keys, the way out. */
import { StanceCounts } from '@/components/stance/StanceCounts';
import type { Pause } from '@/lib/messaging';
import { displayText } from '@/lib/text';
import type { BarClient, Shown } from '../client';
import { Key } from './key';

/** Why keys do nothing, and what to do about it. */
const PAUSES: Record<Exclude<Pause, false>, { words: string; title: string }> = {
  page: {
    words: 'Keys go to the page',
    title: "Click on the page's text, or on this toolbar, to use keys",
  },
  'input-method': {
    words: 'Keys go to your input method',
    title: 'Switch the input method to letters to use keys, or use the buttons',
  },
  taken: {
    words: 'Another extension takes the keys',
    title: 'Switch that extension off for this site to use keys, or use the buttons',
  },
};

export function ModeBar(props: { client: BarClient; view: Shown }) {
  const { client, view } = props;
  return (
    <section className="card mode-bar" aria-label="Tagging mode">
      <span className="on">Tagging</span>
      {view.paused ? (
        <span className="caution" role="status" title={PAUSES[view.paused].title}>
          {PAUSES[view.paused].words}
        </span>
      ) : null}
      <span className="review" title={displayText(view.review?.name ?? '')}>
        {displayText(view.review?.name ?? '')}
      </span>
      {view.hand.kind === 'moving' && view.hand.under.kind === 'empty' ? (
        <span role="status">Select the tag’s new place, then press Enter</span>
      ) : view.tagged ? (
        <StanceCounts counts={view.counts} />
      ) : (
        <span className="soft">
          {view.listed.length ? `${view.listed.length} papers listed` : 'Select text'}
          {view.keyMap.label('next') && !view.paused
            ? `${view.listed.length ? ':' : ', or'} press ${view.keyMap.label('next')}`
            : ''}
        </span>
      )}
      {view.listed.length ? (
        <button type="button" className="link" onClick={() => client.run('list-all')}>
          Add all <Key view={view} of="list-all" />
        </button>
      ) : null}
      {view.notFound.length ? (
        <button
          type="button"
          className="link caution"
          aria-expanded={view.panel.kind === 'not-found'}
          onClick={() => client.toggle('not-found')}
        >
          {view.notFound.length} not found
        </button>
      ) : null}
      {import.meta.env.FIREFOX ? null : (
        // Firefox opens its sidebar only from its own pages and shortcuts.
        <button
          type="button"
          title="Side panel: statements, influences and references of this page"
          onClick={() => client.run('panel')}
        >
          Panel
        </button>
      )}
      <button
        type="button"
        aria-label="Keys"
        aria-expanded={view.panel.kind === 'help'}
        onClick={() => client.toggle('help')}
      >
        {view.keyMap.label('help') ? <Key view={view} of="help" /> : 'Keys'}
      </button>
      <button
        type="button"
        onClick={() => client.run('leave')}
        title={view.shortcut ? `Also ${view.shortcut}` : undefined}
      >
        Done <kbd>Esc</kbd>
      </button>
    </section>
  );
}
