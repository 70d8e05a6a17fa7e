/** The reading list: every paper of the review, where it stands, and what is tagged in it. */

import { useMemo, useState } from 'react';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { STATUS_WORDS, shortAuthors, titleOf } from '@/components/paper/cite';
import { StatusMenu } from '@/components/paper/StatusMenu';
import { StanceCounts } from '@/components/stance/StanceCounts';
import { Button, buttonClass } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice } from '@/components/ui/Menu';
import { Message } from '@/components/ui/Message';
import { Skeleton } from '@/components/ui/Skeleton';
import { useAct } from '@/components/ui/use-act';
import { useLate } from '@/components/ui/use-late';
import { tellPages } from '@/lib/messaging';
import type { StanceCounts as Counts, Paper, ReadingStatus, ReviewPaper } from '@/lib/model';
import { countByStance, type ReviewData, setStatus, unlistPaper } from '@/lib/store';
import { displayText, linkTo } from '@/lib/text';
import { Empty, RoomHead, roomStyles, Search } from '../Room';
import type { RoomProps } from '../room-props';
import { useReviewData } from '../use-review-data';
import { go } from '../use-route';
import { VirtualList } from '../VirtualList';
import styles from './PapersRoom.module.css';

interface Line {
  paper: Paper;
  listed: ReviewPaper;
  counts: Counts;
  /** What the search looks in. */
  text: string;
}

type Shown = ReadingStatus | 'any';

export function PapersRoom({ review, leftOut }: RoomProps) {
  const data = useReviewData(review.id);
  const late = useLate(!data);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<Shown>('any');
  const { problem, act } = useAct();
  const lines = useMemo(() => (data ? linesOf(data) : []), [data]);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = lines.filter(
    (line) =>
      (shown === 'any' || line.listed.status === shown) &&
      words.every((word) => line.text.includes(word)),
  );
  if (!data) return late ? <Skeleton lines={8} label="Fetching the reading list" /> : null;

  const count = (status: ReadingStatus) => lines.filter((l) => l.listed.status === status).length;
  return (
    <>
      <RoomHead
        title="Papers"
        sub={
          found.length === lines.length ? `${lines.length}` : `${found.length} of ${lines.length}`
        }
      >
        <Search label="Find a paper" value={search} onChange={setSearch} />
        <Menu
          label={`Status: ${shown === 'any' ? 'any' : STATUS_WORDS[shown]}`}
          align="end"
          trigger={
            <>
              {shown === 'any' ? 'Any status' : STATUS_WORDS[shown]}
              <Icon name="chevron" size={14} />
            </>
          }
        >
          <MenuChoice<Shown>
            value={shown}
            onChange={setShown}
            options={[
              { value: 'any', text: `Any status (${lines.length})` },
              ...(Object.keys(STATUS_WORDS) as ReadingStatus[]).map((value) => ({
                value,
                text: `${STATUS_WORDS[value]} (${count(value)})`,
              })),
            ]}
          />
        </Menu>
      </RoomHead>
      <LeftOutNote records={[...leftOut, ...data.leftOut]} />
      {problem ? <Message kind="error">{problem}</Message> : null}
      {lines.length === 0 ? (
        <div className={roomStyles.body}>
          <Empty>
            <p>
              No paper is on this list yet. Open an article, press Bearing’s button in the toolbar,
              and choose “Add to list” or “Tag this page”.
            </p>
          </Empty>
        </div>
      ) : found.length === 0 ? (
        <div className={roomStyles.body}>
          <Empty>
            <p>No paper fits.</p>
            <Button
              onClick={() => {
                setSearch('');
                setShown('any');
              }}
            >
              Show all papers
            </Button>
          </Empty>
        </div>
      ) : (
        <VirtualList
          items={found}
          keyOf={({ paper }) => paper.id}
          estimate={60}
          label="Reading list"
          render={(line) => (
            <PaperLine
              line={line}
              onUnlist={() =>
                void act(async () => {
                  await unlistPaper(review.id, line.paper.id);
                  await tellPages({ tables: ['papers', 'tags'], paperIds: [line.paper.id] });
                })
              }
              onStatus={(status) =>
                void act(async () => {
                  await setStatus(review.id, line.paper.id, status);
                  await tellPages({ tables: ['papers'], paperIds: [line.paper.id] });
                })
              }
            />
          )}
        />
      )}
    </>
  );
}

function PaperLine({
  line: { paper, listed, counts },
  onUnlist,
  onStatus,
}: {
  line: Line;
  onUnlist: () => void;
  onStatus: (status: ReadingStatus) => void;
}) {
  const total = counts.supporting + counts.contrasting + counts.mentioning;
  return (
    <article className={styles.row}>
      <div className={styles.words}>
        <a
          className={styles.title}
          href={linkTo(...paper.urls, paper.url)}
          target="_blank"
          rel="noreferrer"
          dir="auto"
        >
          {titleOf(paper, paper.urls[0])}
        </a>
        <p className={styles.line} dir="auto">
          {[shortAuthors(paper), paper.year, paper.containerTitle, paper.doi]
            .filter(Boolean)
            .map(String)
            .map(displayText)
            .join(' · ')}
        </p>
      </div>
      {total ? (
        <Button
          look="quiet"
          title="Show these statements"
          onClick={() => go('statements', { paper: paper.id })}
        >
          <StanceCounts counts={counts} />
        </Button>
      ) : (
        <span className={roomStyles.soft}>no tags</span>
      )}
      <span className={styles.status}>
        <StatusMenu status={listed.status} onChange={onStatus} />
      </span>
      <button
        type="button"
        className={buttonClass('quiet', true)}
        aria-label={`Take off the list: ${titleOf(paper, paper.urls[0])}`}
        title={total ? 'Take off the list, with its tags in this review' : 'Take off the list'}
        onClick={onUnlist}
      >
        <Icon name="trash" size={14} />
      </button>
    </article>
  );
}

/** Newest on the list first. */
function linesOf(data: ReviewData): Line[] {
  const papers = new Map(data.papers.map((p) => [p.id, p]));
  const tags = new Map<string, { stance: keyof Counts }[]>();
  for (const tag of data.tags) {
    const own = tags.get(tag.paperId);
    if (own) own.push(tag);
    else tags.set(tag.paperId, [tag]);
  }
  return [...data.reviewPapers]
    .sort((a, b) => b.addedAt.localeCompare(a.addedAt))
    .flatMap((listed) => {
      const paper = papers.get(listed.paperId);
      if (!paper) return [];
      const text = [
        paper.title,
        paper.doi,
        paper.year,
        paper.containerTitle,
        ...paper.authors.slice(0, 50).map((a) => a.family ?? a.literal),
      ]
        .filter(Boolean)
        .join(' ')
        .toLowerCase();
      return [{ paper, listed, counts: countByStance(tags.get(paper.id) ?? []), text }];
    });
}
