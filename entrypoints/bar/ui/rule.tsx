/** The codebook's rule for the influence at hand, at the moment of choice. */
import { Foreign } from '@/components/text/Foreign';
import { caveatsOf } from '@/lib/codebook/caveats';
import { numberOf } from '@/lib/tagging';
import { displayText } from '@/lib/text';
import type { BarClient, Shown } from '../client';

export function Rule({ client, view }: { client: BarClient; view: Shown }) {
  const ref = view.editing ?? view.draft.influence ?? view.savedHere ?? view.last;
  const found = client.find(ref);
  if (!found) return <p className="rule soft">Choose an influence to read its rule.</p>;
  const { influence, codebook, label } = found;
  const number = numberOf(view.numberKeys, found);
  return (
    <section className="rule" aria-label={`Rule of ${displayText(label)}`}>
      <h2>
        {displayText(label)} {number ? <kbd>{number}</kbd> : null}
      </h2>
      <p>{displayText(influence.definition)}</p>
      <dl>
        {influence.include ? <Line term="Include" text={influence.include} /> : null}
        {influence.exclude ? <Line term="Exclude" text={influence.exclude} /> : null}
        {influence.facilitatorNote ? (
          <Line term="Facilitator" text={influence.facilitatorNote} />
        ) : null}
        {influence.barrierNote ? <Line term="Barrier" text={influence.barrierNote} /> : null}
      </dl>
      <p className="soft">
        <Foreign text={codebook.name} />, version <Foreign text={codebook.version} />
        {caveatsOf(found).map((words) => ` · ${words}`)}
      </p>
    </section>
  );
}

function Line({ term, text }: { term: string; text: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{displayText(text)}</dd>
    </>
  );
}
