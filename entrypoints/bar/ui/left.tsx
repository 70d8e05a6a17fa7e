/** Drafts whose paper is in doubt: what waits for the page, and the question about what an earlier paper left. */
import { Foreign } from '@/components/text/Foreign';
import type { LeftOnBar } from '@/lib/messaging';
import { displayText } from '@/lib/text';
import type { BarClient, Shown } from '../client';
import { statementOf } from '../hand';
import { What } from './what';

export function Left({ client, view }: { client: BarClient; view: Shown }) {
  const waiting = view.left.filter(({ state }) => state === 'waits');
  const asked = view.left.filter(({ state }) => state === 'asked');
  const [first] = asked;
  return (
    <>
      {first ? (
        <Question client={client} view={view} left={first} others={asked.length - 1} />
      ) : null}
      {waiting.length ? (
        <p className="card waiting" role="status">
          {waiting.length === 1 && waiting[0] ? (
            <What client={client} stance={waiting[0].stance} influence={waiting[0].influence} />
          ) : (
            <span>{waiting.length} tags</span>
          )}
          <span className="soft">kept; saved when this page has loaded</span>
        </p>
      ) : null}
    </>
  );
}

interface Asked {
  client: BarClient;
  view: Shown;
  left: LeftOnBar;
  /** How many more are asked about after this one. */
  others: number;
}

/** As much of a title as tells which paper it is; the rest is in its tip. */
const TITLE_LENGTH = 100;

function shortened(title: string): string {
  if (title.length <= TITLE_LENGTH) return title;
  const space = title.lastIndexOf(' ', TITLE_LENGTH);
  return `${title.slice(0, space > 0 ? space : TITLE_LENGTH)}…`;
}

function Question({ client, view, left, others }: Asked) {
  const { id, paper, quote, note, ready } = left;
  // With a statement chosen the keys are that statement's.
  const keys = view.mode === 'tagging' && statementOf(view) === null;
  return (
    <section className="card asked" aria-label="Draft of an earlier paper">
      <div role="alert">
        <h2>
          {paper === null ? (
            'Which paper is this of? Bearing cannot tell yet.'
          ) : (
            <>
              {ready ? 'Save' : 'Finish'} this {left.ofTag ? 'note' : 'tag'} for{' '}
              <cite title={displayText(paper)}>“{shortened(displayText(paper))}”</cite>?
            </>
          )}
        </h2>
        <p className="left-what">
          <What client={client} stance={left.stance} influence={left.influence} />
          <q>
            <Foreign text={quote} />
          </q>
        </p>
        {note ? (
          <p className="left-note">
            <span className="soft">Note</span> <Foreign text={note} />
          </p>
        ) : null}
      </div>
      <div className="buttons">
        <button type="button" className="primary" onClick={() => client.answer(id, true)}>
          {paper === null ? 'Try again' : ready ? 'Save' : 'Finish'}
          {keys ? <kbd>Enter</kbd> : null}
        </button>
        <button type="button" onClick={() => client.answer(id, false)}>
          Discard {keys ? <kbd>{view.keyMap.label('delete')}</kbd> : null}
        </button>
        {others > 0 ? <span className="soft">{others} more</span> : null}
      </div>
    </section>
  );
}
