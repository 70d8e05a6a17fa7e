/** The reading list: every paper of the review, where it stands, and what is tagged in it. */

import { useMemo, useState } from 'react';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { ELIGIBILITY_WORDS, PROGRESS_WORDS, shortAuthors, titleOf } from '@/components/paper/cite';
import { PlaceMenu } from '@/components/paper/PlaceMenu';
import { StanceCounts } from '@/components/stance/StanceCounts';
import { Button, buttonClass } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Message } from '@/components/ui/Message';
import { Skeleton } from '@/components/ui/Skeleton';
import { useAct } from '@/components/ui/use-act';
import { useLate } from '@/components/ui/use-late';
import { tellPages } from '@/lib/messaging';
import {
  type StanceCounts as Counts,
  countPlaces,
  type Eligibility,
  isAtProgress,
  type Paper,
  type PlaceChange,
  type Progress,
  type ReviewPaper,
} from '@/lib/model';
import { countByStance, placePaper, type ReviewData, unlistPaper } from '@/lib/store';
import { displayText, linkTo } from '@/lib/text';
import { Empty, RoomHead, roomStyles, Search } from '../Room';
import type { RoomProps } from '../room-props';
import { useReviewData } from '../use-review-data';
import { go } from '../use-route';
import { VirtualList } from '../VirtualList';
import styles from './PapersRoom.module.css';
import { countWords, PlaceFilter } from './PlaceFilter';

interface Line {
  paper: Paper;
  listed: ReviewPaper;
  counts: Counts;
  /** What the search looks in. */
  text: string;
}

export function PapersRoom({ review, leftOut }: RoomProps) {
  const data = useReviewData(review.id);
  const late = useLate(!data);
  const [search, setSearch] = useState('');
  const [progress, setProgress] = useState<Progress | 'any'>('any');
  const [eligibility, setEligibility] = useState<Eligibility | 'any'>('any');
  const { problem, act } = useAct();
  const lines = useMemo(() => (data ? linesOf(data) : []), [data]);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = lines.filter(
    (line) =>
      fits(line.listed, progress, eligibility) && words.every((word) => line.text.includes(word)),
  );
  if (!data) return late ? <Skeleton lines={8} label="Fetching the reading list" /> : null;

  const counts = countPlaces(lines.map((line) => line.listed));
  return (
    <>
      <RoomHead
        title="Papers"
        sub={
          found.length === lines.length ? `${lines.length}` : `${found.length} of ${lines.length}`
        }
      >
        <Search label="Find a paper" value={search} onChange={setSearch} />
        <PlaceFilter
          name="Progress"
          words={PROGRESS_WORDS}
          shown={progress}
          onChange={setProgress}
          counts={counts}
          all={lines.length}
        />
        <PlaceFilter
          name="Eligibility"
          words={ELIGIBILITY_WORDS}
          shown={eligibility}
          onChange={setEligibility}
          counts={counts}
          all={lines.length}
        />
      </RoomHead>
      {lines.length ? <p className={styles.counts}>{countWords(counts)}</p> : null}
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
                setProgress('any');
                setEligibility('any');
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
              onPlace={(place) =>
                void act(async () => {
                  await placePaper(review.id, line.paper.id, place);
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
  onPlace,
}: {
  line: Line;
  onUnlist: () => void;
  onPlace: (place: PlaceChange) => void;
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
        {listed.exclusionReason ? (
          <p className={styles.line} dir="auto" title={displayText(listed.exclusionReason)}>
            Excluded: {displayText(listed.exclusionReason)}
          </p>
        ) : null}
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
        <PlaceMenu listed={listed} reviewId={listed.reviewId} onChange={onPlace} />
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

/** By progress an excluded paper is found only where excluded ones are asked for. */
function fits(
  listed: ReviewPaper,
  progress: Progress | 'any',
  eligibility: Eligibility | 'any',
): boolean {
  if (eligibility !== 'any' && listed.eligibility !== eligibility) return false;
  if (progress === 'any') return true;
  return eligibility === 'excluded' ? listed.progress === progress : isAtProgress(listed, progress);
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
