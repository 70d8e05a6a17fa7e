/** The lower half: the running evidence map of the current review. */
import { type ReactNode, useState } from 'react';
import { DenominatorMenu } from '@/components/map/DenominatorMenu';
import { MapList } from '@/components/map/MapList';
import { canBeOrdered, orderedRows, orderInWords } from '@/components/map/map-order';
import type { LiveMap } from '@/components/map/use-evidence-map';
import { type ShownMapOptions, useMapOrder } from '@/components/map/use-map-options';
import { onDemand } from '@/components/page/on-demand';
import { roomUrl } from '@/components/page/room-url';
import { StanceKey } from '@/components/stance/StanceBar';
import { Button } from '@/components/ui/Button';
import { Skeleton } from '@/components/ui/Skeleton';
import { useLate } from '@/components/ui/use-late';
import { influencesOf } from '@/lib/codebook/influences';
import {
  attentionNote,
  countsTotal,
  DENOMINATOR_LABEL,
  firstRows,
  type MapRow,
  rollUpNoteShort,
  secondHandNote,
} from '@/lib/map';
import styles from './MapSection.module.css';
import { PopupCard } from './PopupCard';

const Meanings = onDemand(async () => (await import('@/components/stance/Meanings')).Meanings);

const FIRST = 8;

const hrefOf = (row: MapRow) =>
  roomUrl('map', { codebook: row.codebookId, influence: row.influenceId });

export function MapSection({
  live,
  options,
  onChange,
  onArticle,
  asking,
  above,
}: {
  live: LiveMap | null | undefined;
  options: ShownMapOptions;
  onChange: (change: Partial<ShownMapOptions>) => void;
  onArticle: boolean;
  asking: boolean;
  /** Scrolls with the map, before it. */
  above: ReactNode;
}) {
  const [order, onOrder] = useMapOrder();
  const [all, setAll] = useState(false);
  const [meaning, setMeaning] = useState(false);
  const late = useLate(!live);
  if (!live)
    return (
      <section className={styles.section} aria-label="Evidence map">
        {above}
        {late ? <Skeleton lines={6} label="Counting the evidence map" /> : null}
      </section>
    );

  const { map } = live;
  const found = map.rows.filter((row) => row.n > 0 || countsTotal(row.secondHand.statements) > 0);
  const index = influencesOf(live.codebooks);
  const first = order === 'groups' ? firstRows(found, index, FIRST) : found.slice(0, FIRST);
  const shown = all ? map.rows : first;
  const secondHand = secondHandNote(map);
  const broader = rollUpNoteShort(map);
  const nothing = map.totals.tagged === 0 && map.totals.unlisted === 0;

  return (
    <section className={styles.section} aria-labelledby="map-title">
      <div className={styles.scroll}>
        {above}
        <div className={styles.head}>
          <h2 id="map-title" className={styles.title}>
            Evidence map
          </h2>
          {live.listed > 0 ? (
            <DenominatorMenu
              id="denominator-menu"
              options={options}
              totals={map.totals}
              unread={live.unread}
              onChange={onChange}
              ordered={canBeOrdered(map, index) ? { order, onOrder } : undefined}
            />
          ) : null}
        </div>
        {nothing && !all ? (
          <div className={styles.empty}>
            <p>{asking ? '' : emptyText(onArticle, live)}</p>
          </div>
        ) : map.totals.N === 0 ? (
          <div className={styles.empty}>
            <p>
              {options.denominator === 'all'
                ? 'Every paper on the list is excluded'
                : `There are no ${DENOMINATOR_LABEL[options.denominator]}`}
              , so there is no share to show.
            </p>
            {options.denominator === 'all' ? null : (
              <Button onClick={() => onChange({ denominator: 'all' })}>
                Count over all papers
              </Button>
            )}
          </div>
        ) : (
          <>
            <MapList
              sections={orderedRows(map, shown, index, order)}
              hrefOf={hrefOf}
              label={orderInWords(map, index, order)}
            />
            {map.rows.length > shown.length || all ? (
              <Button
                look="quiet"
                className={styles.more}
                aria-expanded={all}
                onClick={() => setAll(!all)}
              >
                {all ? 'Show fewer' : `All ${map.rows.length} influences`}
              </Button>
            ) : null}
          </>
        )}
      </div>
      <div className={styles.notes}>
        {nothing ? null : (
          <>
            <StanceKey differ={map.rows.some((row) => row.papers.differ > 0)} />
            {broader ? <p>{broader}</p> : null}
            {secondHand ? <p>{secondHand}</p> : null}
            {live.hasOthers ? <p>{live.whose}</p> : null}
          </>
        )}
        <div className={styles.last}>
          {nothing ? null : <p>{attentionNote(options.unit)}</p>}
          <Button
            look="link"
            id="meanings-button"
            className={styles.meaning}
            aria-expanded={meaning}
            onClick={() => setMeaning(!meaning)}
          >
            What do these mean?
          </Button>
        </div>
      </div>
      {meaning ? (
        <PopupCard title="What these mean" closeKey="d" tall onClose={() => setMeaning(false)}>
          <Meanings />
        </PopupCard>
      ) : null}
    </section>
  );
}

function emptyText(onArticle: boolean, live: LiveMap): string {
  if (onArticle)
    return 'While tagging, select a sentence and say which influence it supports or contrasts: the map grows here.';
  return live.listed > 0
    ? 'Nothing is tagged in this review yet. Open a paper of your reading list to begin.'
    : 'The map of this review grows here with your first tag.';
}
