/** What a citation marker points to: title, author, year, DOI, and what the review holds of it. */

import { useRef } from 'react';
import { placeWords } from '@/components/paper/cite';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import type { KnownWork } from '@/lib/model';
import type { Reference } from '@/lib/page/types';

import { displayText } from '@/lib/text';
import type { BarClient, Shown } from '../client';
import { usePlaceBeside } from './place';

/** A marker such as [3-29] would fill the screen. */
const SHOWN = 4;

type Card = NonNullable<Shown['card']>;

export function ReferenceCard({ client, card }: { client: BarClient; card: Card }) {
  const box = useRef<HTMLDivElement>(null);
  usePlaceBeside(box, client, 'card');
  const more = card.references.length - SHOWN;
  return (
    <div ref={box} className="card reference-card" role="tooltip">
      <ul>
        {card.references.slice(0, SHOWN).map((reference, i) => (
          <Entry key={reference.id} reference={reference} known={card.known?.[i] ?? null} />
        ))}
      </ul>
      {more > 0 ? <p className="soft">and {more} more</p> : null}
    </div>
  );
}

function Entry({ reference, known }: { reference: Reference; known: KnownWork | null }) {
  const { title, text, firstAuthor, year, doi, label } = reference;
  const by = displayText([firstAuthor, year].filter(Boolean).join(', '));
  return (
    <li>
      <p className="cited-title">
        {label ? <span className="soft">{displayText(label)}</span> : null}
        <Foreign text={title ?? text} />
      </p>
      <p className="soft">
        {title ? by : null}
        {doi ? <span className="doi">{displayText(doi)}</span> : null}
      </p>
      {known ? (
        <p className="known">
          In your review: {counted(known.tags, 'tag')}, {placeWords(known).toLowerCase()}
        </p>
      ) : null}
    </li>
  );
}
