/** Behind one row of the map: its rule, each paper that it counts with the quotes that put it there, and those it does not count. */

import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { secondHandInWords, stancesInWords } from '@/components/map/describe-row';
import type { SeenMap } from '@/components/map/use-seen-map';
import { Button } from '@/components/ui/Button';
import { CloseButton } from '@/components/ui/CloseButton';
import { Skeleton } from '@/components/ui/Skeleton';
import { useLate } from '@/components/ui/use-late';
import { caveatsOf } from '@/lib/codebook/caveats';
import { type InfluenceIndex, influenceKey } from '@/lib/codebook/influences';
import {
  broaderOf,
  formatCount,
  formatInterval,
  formatShare,
  influencesToCount,
  type MapRow,
  unitWord,
} from '@/lib/map';
import { CoderIndex, type InfluenceRef, type Tag } from '@/lib/model';
import { readingList, taggedWith } from '@/lib/store';
import { asSentence, displayText } from '@/lib/text';
import { type BehindRow, behindRow, type PaperBehind } from './behind-row';
import { ContrastCheck } from './ContrastCheck';
import { contrastCandidates, isOneSided } from './contrast-check';
import styles from './InfluenceDrawer.module.css';
import { PaperWithQuotes } from './PaperWithQuotes';
import { linksTo } from './SeenAs';

const NOTHING: BehindRow = { counted: [], apart: [] };
/** Papers that are drawn at first, and with each press of the button: a screen shows five. */
const PAPERS_AT_ONCE = 50;

export function InfluenceDrawer({
  row,
  live: { map, review, seen, papersIn },
  index,
  onClose,
}: {
  row: MapRow;
  live: SeenMap;
  /** Of the codebooks that the rows are of. */
  index: InfluenceIndex;
  onClose: () => void;
}) {
  const reviewId = review.id;
  const { key } = row;
  const linksOf = useMemo(() => (seen ? linksTo(row, seen) : undefined), [row, seen]);
  const broader = useMemo(() => broaderOf(influencesToCount(index)), [index]);
  const isRolledUp = Boolean(map.options.rollUp);
  const data = useLiveQuery(() => {
    const isHere = (ref: InfluenceRef) => {
      if (linksOf) return linksOf(ref).length > 0;
      return (isRolledUp ? broader(ref) : [ref]).some((one) => influenceKey(one) === key);
    };
    return taggedWith(reviewId, isHere);
  }, [reviewId, key, linksOf, broader, isRolledUp]);
  const late = useLate(!data);
  const { counted, apart } = useMemo(
    () => (data ? behindRow(data, row, map, papersIn(row.key), linksOf) : NOTHING),
    [data, row, map, papersIn, linksOf],
  );
  const [most, setMost] = useState(PAPERS_AT_ONCE);
  const found = index.find(row);
  // Seen through another codebook, what was looked for is not known of each influence.
  const isChecked = !seen && isOneSided(row);
  const list = useLiveQuery(
    async () => (isChecked ? await readingList(reviewId) : undefined),
    [reviewId, isChecked],
  );
  const candidates = useMemo(() => {
    if (!list || !data || !isChecked) return [];
    const behind = new Set([...counted.flat(), ...apart].map(({ paper }) => paper.id));
    return contrastCandidates(list, row, behind, found);
  }, [list, data, isChecked, row, counted, apart, found]);
  const tagsOf = seen ? { seen, row, reviewId } : null;
  const narrowerOf = (tag: Tag) =>
    seen || influenceKey(tag) === row.key ? null : index.labelOf(tag);
  const isCounted = row.secondHand.counted;
  const nameOf = useMemo(() => {
    const coders = new CoderIndex(data?.coders ?? []);
    return (id: string) => (coders.areOne(id, data?.own) ? 'you' : coders.name(id));
  }, [data]);
  const shared = { nameOf, isCounted, tagsOf, narrowerOf };
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => drawer.current?.focus(), []);

  return (
    <aside
      ref={drawer}
      className={styles.drawer}
      tabIndex={-1}
      aria-label={`Papers behind ${displayText(row.label)}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.title} dir="auto">
          {displayText(row.label)}
        </h2>
        <CloseButton onClose={onClose} />
      </div>
      <div className={styles.sum}>
        {found?.influence.definition ? (
          <p className={styles.soft} dir="auto">
            {displayText(found.influence.definition)}
          </p>
        ) : null}
        {found && caveatsOf(found).length ? (
          <p>{asSentence(caveatsOf(found).join(', '))}.</p>
        ) : null}
        <p>
          {formatCount(row)} {unitWord(row.unit)} = {formatShare(row)}, 95 % interval{' '}
          {formatInterval(row)}
        </p>
        {row.n ? <p>{asSentence(stancesInWords(row))}</p> : null}
        {secondHandInWords(row) ? <p>{secondHandInWords(row)}</p> : null}
        <ContrastCheck candidates={candidates} />
        {row.disputed ? (
          <p>{row.disputed} also assessed as “not reported”: settle which holds.</p>
        ) : null}
      </div>
      <div className={styles.body}>
        {!data && late ? <Skeleton lines={6} label="Fetching the quotes" /> : null}
        {data && counted.length + apart.length === 0 ? (
          <p className={styles.soft} style={{ paddingTop: 'var(--space-3)' }}>
            Nothing is tagged with this influence yet.
          </p>
        ) : null}
        {counted.slice(0, most).map((papers) =>
          papers.length > 1 ? (
            // biome-ignore lint/a11y/useSemanticElements: a group of papers, not of form fields
            <div
              key={papers[0]?.paper.id}
              className={styles.study}
              role="group"
              aria-label="One study"
            >
              <p className={styles.soft}>One study: these {papers.length} papers count once</p>
              {papers.map((one) => (
                <PaperWithQuotes key={one.paper.id} {...one} {...shared} />
              ))}
            </div>
          ) : (
            papers.map((one) => <PaperWithQuotes key={one.paper.id} {...one} {...shared} />)
          ),
        )}
        <More of={counted} {...{ most, setMost }} what="Show more papers" />
        {apart.length ? (
          <section aria-labelledby="not-counted">
            <h3 id="not-counted" className={styles.notCounted}>
              Not counted here
            </h3>
            {apart.slice(0, most).map((one) => (
              <PaperWithQuotes key={one.paper.id} {...one} {...shared} />
            ))}
            <More of={apart} {...{ most, setMost }} what="Show more papers that are not counted" />
          </section>
        ) : null}
      </div>
    </aside>
  );
}

function More({
  of: papers,
  most,
  setMost,
  what,
}: {
  of: readonly (PaperBehind | readonly PaperBehind[])[];
  most: number;
  setMost: (most: number) => void;
  what: string;
}) {
  if (papers.length <= most) return null;
  return (
    <Button look="link" className={styles.more} onClick={() => setMost(most + PAPERS_AT_ONCE)}>
      {what} ({papers.length - most} left)
    </Button>
  );
}
