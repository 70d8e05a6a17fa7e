/** Behind one row of the map: its rule, and each paper with the quotes that put it there. */

import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useRef } from 'react';
import { DirectionMark } from '@/components/influence/DirectionMark';
import { secondHandInWords, stancesInWords } from '@/components/map/describe-row';
import { shortAuthors, titleOf } from '@/components/paper/cite';
import { StanceMark } from '@/components/stance/StanceMark';
import { Quote } from '@/components/statement/Quote';
import { Foreign } from '@/components/text/Foreign';
import { CloseButton } from '@/components/ui/CloseButton';
import { Skeleton } from '@/components/ui/Skeleton';
import { useLate } from '@/components/ui/use-late';
import { formatCount, formatInterval, formatShare, type MapRow, unitWord } from '@/lib/map';
import { CoderIndex, type Influence, type Paper, type Statement, type Tag } from '@/lib/model';
import { type ReviewData, reviewData } from '@/lib/store';
import { displayText, linkTo } from '@/lib/text';
import styles from './InfluenceDrawer.module.css';

export function InfluenceDrawer({
  row,
  reviewId,
  influence,
  onClose,
}: {
  row: MapRow;
  reviewId: string;
  influence: Influence | undefined;
  onClose: () => void;
}) {
  const data = useLiveQuery(() => reviewData(reviewId), [reviewId]);
  const late = useLate(!data);
  const papers = useMemo(() => (data ? behind(data, row) : []), [data, row]);
  const coders = useMemo(() => new CoderIndex(data?.coders ?? []), [data]);
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
        {influence?.definition ? (
          <p className={styles.soft} dir="auto">
            {displayText(influence.definition)}
          </p>
        ) : null}
        <p>
          {formatCount(row)} {unitWord(row.unit)} = {formatShare(row)}, 95 % interval{' '}
          {formatInterval(row)}
        </p>
        {row.n ? <p>{stancesInWords(row)}</p> : null}
        {secondHandInWords(row) ? <p>{secondHandInWords(row)}</p> : null}
        {row.disputed ? (
          <p>{row.disputed} also assessed as “not reported”: settle which holds.</p>
        ) : null}
      </div>
      <div className={styles.body}>
        {!data && late ? <Skeleton lines={6} label="Fetching the quotes" /> : null}
        {data && papers.length === 0 ? (
          <p className={styles.soft} style={{ paddingTop: 'var(--space-3)' }}>
            Nothing is tagged with this influence yet.
          </p>
        ) : null}
        {papers.map(({ paper, tagged }) => (
          <section key={paper.id} className={styles.paper}>
            <div className={styles.paperHead}>
              <a
                className={styles.paperTitle}
                href={linkTo(...paper.urls, paper.url)}
                target="_blank"
                rel="noreferrer"
                dir="auto"
              >
                {titleOf(paper, paper.urls[0])}
              </a>
              <span className={styles.soft}>
                {[shortAuthors(paper), paper.year].filter(Boolean).join(' ')}
              </span>
            </div>
            {tagged.map(({ tag, statement }) => (
              <div key={tag.id} className={styles.statement}>
                <Quote text={statement.quote} />
                <span className={styles.marks}>
                  <StanceMark stance={tag.stance} size={9} />
                  <DirectionMark direction={tag.direction} />
                  {tag.basis === 'second-hand' ? <span>second-hand, apart</span> : null}
                  {statement.section ? <Foreign text={statement.section.title} /> : null}
                  <Foreign text={coders.name(tag.coderId)} />
                </span>
                {tag.note ? (
                  <p className={styles.soft} dir="auto">
                    {displayText(tag.note)}
                  </p>
                ) : null}
              </div>
            ))}
          </section>
        ))}
      </div>
    </aside>
  );
}

interface Behind {
  paper: Paper;
  tagged: { tag: Tag; statement: Statement }[];
}

/** Papers with most tags first; a tag whose statement is gone is left out. */
function behind(data: ReviewData, row: MapRow): Behind[] {
  const statements = new Map(data.statements.map((s) => [s.id, s]));
  const papers = new Map(data.papers.map((p) => [p.id, p]));
  const found = new Map<string, Behind>();
  for (const tag of data.tags) {
    if (tag.codebookId !== row.codebookId || tag.influenceId !== row.influenceId) continue;
    const paper = papers.get(tag.paperId);
    const statement = statements.get(tag.statementId);
    if (!paper || !statement) continue;
    const one = found.get(paper.id) ?? { paper, tagged: [] };
    one.tagged.push({ tag, statement });
    found.set(paper.id, one);
  }
  return [...found.values()].sort((a, b) => b.tagged.length - a.tagged.length);
}
