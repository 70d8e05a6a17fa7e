/** The evidence map in full, where a row opens the papers and quotes behind its numbers; and the tables of a review. */

import { useState } from 'react';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { DenominatorMenu } from '@/components/map/DenominatorMenu';
import { MapTable } from '@/components/map/MapTable';
import { canBeOrdered, orderedRows, orderInWords } from '@/components/map/map-order';
import { useBooks } from '@/components/map/use-books';
import { useMapOptions, useMapOrder, useSeenThrough } from '@/components/map/use-map-options';
import { type Seen, useSeenMap } from '@/components/map/use-seen-map';
import { ComingBack } from '@/components/review/ComingBack';
import { StanceKey } from '@/components/stance/StanceBar';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { Skeleton } from '@/components/ui/Skeleton';
import { useAct } from '@/components/ui/use-act';
import { useLate } from '@/components/ui/use-late';
import { influenceKey, influencesOf } from '@/lib/codebook/influences';
import {
  attentionNote,
  attentionNoteLong,
  type CountedMap,
  DENOMINATOR_LABEL,
  denominatorNote,
  type MapRow,
  methodsLine,
  passedInRows,
  rollUpNote,
  secondHandNote,
  unitCount,
  unitWord,
} from '@/lib/map';
import { displayText, holdsWords, searchText } from '@/lib/text';
import { Empty, RoomHead, roomStyles, Search } from '../../Room';
import type { RoomProps } from '../../room-props';
import { go, useRoute } from '../../use-route';
import { VIEW } from '../statements/facet-ids';
import { InfluenceDrawer } from './InfluenceDrawer';
import { LensMenu } from './LensMenu';
import styles from './MapRoom.module.css';
import { NotLinked } from './NotLinked';
import { OutputView } from './outputs/OutputView';
import { outputNamed, ViewMenu } from './outputs/ViewMenu';

export function MapRoom(props: RoomProps) {
  const { query } = useRoute();
  const output = outputNamed(query.get(VIEW));
  return output ? (
    <OutputView key={output.id} output={output} {...props} />
  ) : (
    <MapView {...props} />
  );
}

function MapView({ review, leftOut }: RoomProps) {
  const [options, change] = useMapOptions();
  const [through, seeThrough] = useSeenThrough();
  const [order, onOrder] = useMapOrder();
  const [choosing, setChoosing] = useState(false);
  const books = useBooks(choosing || through !== null);
  const live = useSeenMap(options, through, books);
  const late = useLate(!live);
  const { query } = useRoute();
  const [search, setSearch] = useState('');
  const [said, setSaid] = useState('');
  const { problem, act } = useAct();
  if (!live) return late ? <Skeleton lines={8} label="Counting the evidence map" /> : null;

  const { map, seen } = live;
  const codebooks = seen?.books ?? live.codebooks;
  const index = influencesOf(codebooks);
  const [codebookId, influenceId] = [query.get('codebook'), query.get('influence')];
  const openKey = codebookId && influenceId ? influenceKey({ codebookId, influenceId }) : undefined;
  const open = map.rows.find(({ key }) => key === openKey);
  const rows = map.rows.filter(({ label }) => holdsWords(searchText(label), search));
  const nothing = map.totals.tagged === 0 && map.totals.unlisted === 0;
  const secondHand = secondHandNote(map);
  const { unlisted } = map.totals;
  const broader = rollUpNote(map);

  return (
    <>
      <RoomHead title="Evidence map" sub={<span role="status">{said}</span>}>
        <ViewMenu />
        <Search label="Find an influence" value={search} onChange={setSearch} />
        <LensMenu
          review={live.review}
          books={books ?? live.codebooks}
          target={seen?.target ?? null}
          onOpen={() => setChoosing(true)}
          onChange={seeThrough}
        />
        <DenominatorMenu
          options={options}
          totals={map.totals}
          unread={live.unread}
          onChange={change}
          ordered={canBeOrdered(map, index) ? { order, onOrder } : undefined}
        />
        <Button onClick={() => void act(async () => setSaid(await copied(map, seen)))}>
          Copy as text
        </Button>
      </RoomHead>
      {problem ? <Message kind="error">{problem}</Message> : null}
      <LeftOutNote records={[...leftOut, ...live.leftOut]} />
      <div className={open ? `${styles.split} ${styles.withDrawer}` : styles.split}>
        <div className={roomStyles.body}>
          {nothing ? (
            <Empty>
              <p>
                Nothing is tagged in this review yet. Open an article, press Bearing’s button in the
                toolbar, and choose “Tag this page”.
              </p>
              <Button onClick={() => go('codebooks')}>See the influences you can tag</Button>
            </Empty>
          ) : null}
          <ComingBack live={live} place="room" />
          <MapTable
            sections={orderedRows(map, rows, index, order)}
            unit={options.unit}
            caption={`${orderInWords(map, index, order)}, N = ${unitCount(map.totals.N, options.unit)} (${DENOMINATOR_LABEL[options.denominator]})`}
            openKey={open?.key}
            noteOf={seen ? passedNote(seen) : undefined}
            onOpen={(row) =>
              row.key === open?.key
                ? go('map')
                : go('map', { codebook: row.codebookId, influence: row.influenceId })
            }
          />
          {rows.length === 0 ? <p>No influence has “{search}” in its name.</p> : null}
          <div className={styles.notes}>
            <p
              className={styles.printed}
              data-line={displayText(
                methodsLine(map, {
                  reviewName: review.name,
                  codebooks: seen ? [seen.target] : live.codebooks,
                  at: new Date().toISOString(),
                }),
              )}
            />
            {seen ? <SeenNotes seen={seen} /> : null}
            <StanceKey differ={rows.some((row) => row.papers.differ > 0)} />
            <p title={attentionNoteLong(options.unit)}>{attentionNote(options.unit)}</p>
            {live.whose ? <p>{live.whose}.</p> : null}
            <p>
              N = {unitCount(map.totals.N, options.unit)} ({denominatorNote(map)}); Wilson 95 %
              intervals. Columns may add up to more than 100 %.
            </p>
            {broader ? <p>{broader}.</p> : null}
            {secondHand ? (
              <p>
                {secondHand}. Under “second-hand”: {unitWord(options.unit)} with nothing else
                (statements).
              </p>
            ) : null}
            {unlisted ? (
              <p>
                {unlisted === 1 ? '1 tagged paper is' : `${unlisted} tagged papers are`} not on the
                reading list and counted nowhere.
              </p>
            ) : null}
          </div>
          {seen ? <NotLinked seen={seen} reviewId={live.review.id} /> : null}
        </div>
        {open ? (
          <InfluenceDrawer
            key={open.key}
            row={open}
            {...{ live, index }}
            onClose={() => go('map')}
          />
        ) : null}
      </div>
    </>
  );
}

/** Copies what is on screen, so with what it is seen through. */
const copied = async (map: CountedMap, seen: Seen | null): Promise<string> =>
  (await import('@/components/exchange/export-actions')).copyMap(map, seen?.note);

/** Of a row that rests on links through other codebooks: which ones. */
function passedNote({ through, broader, books }: Seen): (row: MapRow) => string | undefined {
  const rows = passedInRows(through, broader);
  const nameOf = (codebookId: string) => {
    const book = books.find(({ id }) => id === codebookId);
    return book?.shortName ?? book?.name ?? codebookId;
  };
  return ({ key, n }) => {
    const passed = rows.get(key);
    return n && passed ? `through ${[...passed].map(nameOf).join(', ')}` : undefined;
  };
}

function SeenNotes({ seen: { note, assessedElsewhere } }: { seen: Seen }) {
  return (
    <>
      <p>
        <Foreign text={note} />.
      </p>
      <p>
        A tag that is linked to two influences counts once under each. The popup and exported files
        count without this, by the review’s own codebooks.
      </p>
      {assessedElsewhere ? (
        <p>
          {counted(assessedElsewhere, 'assessment')} “not reported” of other influences not carried
          over.
        </p>
      ) : null}
    </>
  );
}
