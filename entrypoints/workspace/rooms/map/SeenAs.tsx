/** What a tag behind a row was tagged with, where the map is seen through another codebook, and the way from there. */

import type { Seen } from '@/components/map/use-seen-map';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import type { Linked } from '@/lib/codebook';
import { influenceKey, influencesOf } from '@/lib/codebook/influences';
import { linksInRow, type MapRow } from '@/lib/map';
import type { InfluenceRef, Tag } from '@/lib/model';
import { setLink } from '@/lib/store';
import styles from './InfluenceDrawer.module.css';

export interface SeenAsProps {
  seen: Seen;
  row: MapRow;
  reviewId: string;
  tag: Tag;
  /** By which the tag counts in the row. */
  links: readonly Linked[];
}

/** For each tag, the links by which it counts in the row. */
export const linksTo =
  (row: MapRow, { links, broader }: Seen) =>
  (ref: InfluenceRef): readonly Linked[] =>
    linksInRow(row, ref, links, broader);

export function SeenAs({ seen, row, reviewId, tag, links }: SeenAsProps) {
  const { problem, act, busy } = useAct();
  const label = influencesOf(seen.books).labelOf(tag);
  return (
    <>
      {links.map((link) => (
        <div key={influenceKey(link.to)} className={styles.seenAs}>
          <span>
            <Foreign text={[label, ...wayInWords(link, row, seen)].join(', ')} />
          </span>
          {link.ways.some(({ how }) => how === 'own') ? null : (
            <Button
              look="link"
              disabled={busy}
              aria-label={`Not a link: ${label} to ${influencesOf([seen.target]).labelOf(link.to)}`}
              onClick={() => void act(() => setLink(reviewId, tag, link.to, false))}
            >
              Not a link
            </Button>
          )}
        </div>
      ))}
      {problem ? <Message kind="error">{problem}</Message> : null}
    </>
  );
}

/** "through Peer support: Training of peer workers": why the tag is here. */
function wayInWords({ to, ways }: Linked, row: MapRow, { books, target }: Seen): string[] {
  const all = influencesOf(books);
  const through = ways.flatMap(
    (way) => (way.how === 'through' ? all.find(way.via) : undefined) ?? [],
  );
  const is = (how: string) => ways.some((way) => way.how === how);
  return [
    ...(is('same') ? [`the same in ${target.shortName ?? target.name}`] : []),
    ...(is('crosswalk') ? ['linked by a crosswalk'] : []),
    ...(is('reader') ? ['linked by you'] : []),
    ...(through.length
      ? [
          `through ${through
            .map(
              ({ codebook, influence }) =>
                `${codebook.shortName ?? codebook.name}: ${influence.label}`,
            )
            .join(' and ')}`,
        ]
      : []),
    ...(influenceKey(to) === row.key ? [] : [`as ${influencesOf([target]).labelOf(to)}`]),
  ];
}
