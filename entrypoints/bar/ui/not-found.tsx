/** Statements of this paper that do not stand exactly here any more: listed, never painted elsewhere. */
import { Foreign } from '@/components/text/Foreign';
import type { BarClient, Shown } from '../client';

const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  changed: 'the words have changed',
  ambiguous: 'stands here more than once',
  lost: 'not on this page',
};

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
        {view.notFound.map(({ statementId, quote, outcome }) => (
          <li key={statementId}>
            <q>
              <Foreign text={quote} />
            </q>
            <span className="soft">{OUTCOME_WORDS[outcome] ?? outcome}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
