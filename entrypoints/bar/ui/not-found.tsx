/** Statements of this paper that are not on the page as they were tagged, with what can be done about each. */

import { beginningOf } from '@/components/text/excerpt';
import { Foreign } from '@/components/text/Foreign';
import { displayText } from '@/lib/text';
import type { BarClient, Shown } from '../client';

const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  changed: 'the words have changed',
  ambiguous: 'appears more than once',
  lost: 'not on this page',
};

/** The statement in the workspace, with all its tags as they were made. */
const inWorkspace = (quote: string): string =>
  `/workspace.html#/statements?${new URLSearchParams({ find: beginningOf(quote).replace(/…$/, '') })}`;

export function NotFoundList({ client, view }: { client: BarClient; view: Shown }) {
  return (
    <section
      className="card not-found"
      role="dialog"
      aria-label="Statements not found on this page"
    >
      <div className="card-head">
        <h2>Not found exactly on this page</h2>
        <button type="button" onClick={() => client.show('none')}>
          Close <kbd>Esc</kbd>
        </button>
      </div>
      <p className="soft">
        Their tags are safe and still counted. Changed passages have a dotted line above them;
        nothing else is marked in their place.
      </p>
      <ul>
        {view.notFound.map((one) => (
          <li key={one.statementId}>
            <q>
              <Foreign text={one.quote} />
            </q>
            <span className="soft">{OUTCOME_WORDS[one.outcome] ?? one.outcome}</span>
            <Deeds client={client} one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A tag that is put down elsewhere, or deleted, can be taken back (`u`). */
function Deeds({
  client,
  one: { statementId, quote, outcome },
}: {
  client: BarClient;
  one: Shown['notFound'][number];
}) {
  return (
    <span className="deeds">
      {outcome === 'changed' ? (
        <button type="button" className="link" onClick={() => client.notFound('show', statementId)}>
          Show
        </button>
      ) : (
        <button
          type="button"
          className="link"
          title="Goes to the sentence with most of its words, and carries the tag there, the first of several: Enter puts it down"
          onClick={() => client.notFound('similar', statementId)}
        >
          Find similar words
        </button>
      )}
      <button
        type="button"
        className="link"
        title="Select where the tag, the first of several, belongs now: Enter puts it down there"
        onClick={() => client.notFound('choose', statementId)}
      >
        Choose its place anew
      </button>
      <a
        className="link"
        href={inWorkspace(displayText(quote))}
        target="_blank"
        rel="noreferrer"
        title="The statement in the workspace, as it was tagged"
      >
        Open as tagged
      </a>
      <button
        type="button"
        className="link"
        title="Deletes its tags, each in a step of its own: undo brings them back one by one"
        onClick={() => client.notFound('delete', statementId)}
      >
        Delete
      </button>
    </span>
  );
}
