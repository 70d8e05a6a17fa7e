/** Beside each paper of a result list that the review knows: how many tags, which status. */

import { useSyncExternalStore } from 'react';
import { placeWords } from '@/components/paper/cite';
import { counted } from '@/components/text/count';
import type { Box } from '@/lib/messaging';
import type { BarClient, Shown } from '../client';
import { Key } from './key';

/** Room for the longest chip, so that none is cut by the window's edge. */
const CHIP_PX = 210;

export function ListMarks({ client, view }: { client: BarClient; view: Shown }) {
  const { listed: places } = useSyncExternalStore(client.follow, client.anchors);
  return (
    <ul className="list-marks" aria-label="Papers of this list in your review">
      {view.listed.map(({ known }, index) => {
        const here = index === view.listAt;
        const place = places[index];
        if (!place || !(known || here)) return null;
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry is known by its place in the list
        return <Mark key={index} client={client} view={view} {...{ known, place, here }} />;
      })}
    </ul>
  );
}

function Mark(props: {
  client: BarClient;
  view: Shown;
  known: Shown['listed'][number]['known'];
  place: Box;
  here: boolean;
}) {
  const { client, view, known, place, here } = props;
  const left = Math.max(4, place.x - 6);
  return (
    <li
      className={here ? 'list-mark here' : 'list-mark'}
      style={{ left, top: Math.max(0, place.y), height: place.height }}
    >
      <div
        className="card list-chip"
        style={{ left: Math.min(place.width + 14, innerWidth - left - CHIP_PX) }}
      >
        {known ? (
          <span>
            In your review: {counted(known.tags, 'tag')}, {placeWords(known).toLowerCase()}
          </span>
        ) : (
          <button type="button" onClick={() => client.run('list')}>
            Put on the reading list <Key view={view} of="list" />
          </button>
        )}
      </div>
    </li>
  );
}
