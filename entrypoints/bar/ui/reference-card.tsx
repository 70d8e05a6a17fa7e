/** What a citation marker points to: title, author, year, DOI, what the review holds of it, and the way onto its list. */

import { useRef } from 'react';
import { placeWords } from '@/components/paper/cite';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import type { CitedOnBar } from '@/lib/messaging';
import { displayText } from '@/lib/text';
import type { BarClient, Shown } from '../client';
import { situationOf } from '../hand';
import { Key } from './key';
import { usePlaceBeside } from './place';

/** A marker such as [3-29] would fill the screen. */
const SHOWN = 4;

type Card = NonNullable<Shown['card']>;

export function ReferenceCard({
  client,
  view,
  card,
}: {
  client: BarClient;
  view: Shown;
  card: Card;
}) {
  const box = useRef<HTMLElement>(null);
  usePlaceBeside(box, client, 'card');
  const more = card.references.length - SHOWN;
  // While a statement is chosen its letters are about that.
  const first = situationOf(view).chosen ? -1 : card.known?.indexOf(null);
  return (
    <section ref={box} className="card reference-card" aria-label="Cited here">
      <ul>
        {card.references.slice(0, SHOWN).map((reference, i) => (
          <li key={reference.id}>
            <Work reference={reference} />
            <Place client={client} view={view} card={card} at={i} hasKey={i === first} />
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="soft">and {more} more, in the side panel</p> : null}
    </section>
  );
}

function Work({
  reference: { title, text, firstAuthor, year, doi, label },
}: {
  reference: CitedOnBar;
}) {
  const by = displayText([firstAuthor, year].filter(Boolean).join(', '));
  return (
    <>
      <p className="cited-title">
        {label ? <span className="soft">{displayText(label)}</span> : null}
        <Foreign text={title ?? text} />
      </p>
      <p className="soft">
        {title ? by : null}
        {doi ? <span className="doi">{displayText(doi)}</span> : null}
      </p>
    </>
  );
}

/** What the review has of the work: its tags and status, else a button that lists it; and who else cites it. */
function Place({
  client,
  view,
  card,
  at,
  hasKey,
}: {
  client: BarClient;
  view: Shown;
  card: Card;
  at: number;
  hasKey: boolean;
}) {
  const known = card.known?.[at];
  const cited = card.cited?.[at];
  const id = card.references[at]?.id;
  return (
    <>
      {cited ? <p className="soft">Cited by {counted(cited, 'paper')} of your review</p> : null}
      {known ? (
        <p className="known">
          In your review: {counted(known.tags, 'tag')}, {placeWords(known).toLowerCase()}
        </p>
      ) : null}
      {known === null && id !== undefined ? (
        <button type="button" className="link" onClick={() => client.listReference(id)}>
          Add to the reading list {hasKey ? <Key view={view} of="list" /> : null}
        </button>
      ) : null}
    </>
  );
}
