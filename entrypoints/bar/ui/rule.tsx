/** The codebook's rule for the influence at hand, at the moment of choice. */
import { Foreign } from '@/components/text/Foreign';
import { caveatsOf } from '@/lib/codebook/caveats';
import { ruleLines } from '@/lib/codebook/rule';
import { numberOf } from '@/lib/tagging';
import { displayText } from '@/lib/text';
import type { BarClient, Shown } from '../client';
import { draftOf, editedIn, tagAtHand } from '../hand';

export function Rule({ client, view }: { client: BarClient; view: Shown }) {
  const ref = editedIn(view) ?? draftOf(view).influence ?? tagAtHand(view) ?? view.last;
  const found = client.find(ref);
  if (!found) return <p className="rule soft">Choose an influence to read its rule.</p>;
  const { influence, codebook, label } = found;
  const number = numberOf(view.numberKeys, found);
  return (
    <section className="rule" aria-label={`Rule of ${displayText(label)}`}>
      <h2>
        {displayText(label)} {number ? <kbd>{number}</kbd> : null}
      </h2>
      <p>{displayText(influence.definition || 'No definition yet.')}</p>
      <dl>
        {ruleLines(influence).map(({ term, text, isQuote }) => (
          <Line key={`${term} ${text}`} term={displayText(term)} text={text} isQuote={isQuote} />
        ))}
      </dl>
      <p className="soft">
        <Foreign text={codebook.name} />, version <Foreign text={codebook.version} />
        {caveatsOf(found).map((words) => ` · ${words}`)}
      </p>
    </section>
  );
}

function Line({
  term,
  text,
  isQuote,
}: {
  term: string;
  text: string;
  isQuote: boolean | undefined;
}) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{isQuote ? <q>{displayText(text)}</q> : displayText(text)}</dd>
    </>
  );
}
