/** The reading list: every paper of the review, where it stands, what is tagged in it, and which are one study. */

import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { useHistoryDialog } from '@/components/history/use-history-dialog';
import { countsInWords } from '@/components/left-out/kind-words';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { ELIGIBILITY_WORDS, titleOf } from '@/components/paper/cite';
import { Button, buttonClass } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { Skeleton } from '@/components/ui/Skeleton';
import { useAct } from '@/components/ui/use-act';
import { useLate } from '@/components/ui/use-late';
import { useLiveAnswer } from '@/components/ui/use-live-answer';
import { VirtualList } from '@/components/ui/VirtualList';
import { READER_PATH } from '@/lib/browser';
import { countPlaces, type PlaceChange, PROGRESS_WORDS } from '@/lib/model';
import {
  isTakenBack,
  notOneStudy,
  paperData,
  placePaper,
  putInFamily,
  type ReadingList,
  readingList,
  takeFromFamily,
  unlistPaper,
} from '@/lib/store';
import { Empty, focusRoom, RoomHead, roomStyles, Search } from '../../Room';
import type { RoomProps } from '../../room-props';
import { routeHash, useRoute } from '../../use-route';
import { type PaperActions, PaperRow } from './PaperRow';
import styles from './PapersRoom.module.css';
import { countWords, PlaceFilter } from './PlaceFilter';
import { PaperPage } from './page/PaperPage';
import { filterPapers, NO_PAPER_FILTER, type PaperFilter, paperLines } from './paper-lines';

const NONE: ReadonlySet<string> = new Set();
const NOTHING = { words: '', eventId: '' };

export function PapersRoom(props: RoomProps) {
  const { query } = useRoute();
  const { review } = props;
  const asked = query.get('paper');
  const of = useLiveQuery(
    async () => (asked ? ((await paperData(review.id, asked)) ?? null) : null),
    [review.id, asked],
  );
  const late = useLate(of === undefined);
  if (of === undefined) return late ? <Skeleton lines={8} label="Fetching the paper" /> : null;
  if (!of || of.paper.id !== asked) return <List {...props} />;
  return (
    <>
      <RoomHead title="Paper" />
      <PaperPage key={of.paper.id} paper={of.paper} data={of} />
    </>
  );
}

function List(props: RoomProps) {
  const { id } = props.review;
  const data = useLiveQuery(() => readingList(id), [id]);
  const late = useLate(!data);
  if (!data) return late ? <Skeleton lines={8} label="Fetching the reading list" /> : null;
  return <ListOf {...props} data={data} />;
}

function ListOf({ review, leftOut, data }: RoomProps & { data: ReadingList }) {
  const [filter, setFilter] = useState<PaperFilter>(NO_PAPER_FILTER);
  const [chosen, setChosen] = useState(NONE);
  /** What was done last, and the step that did it. */
  const [done, setDone] = useState(NOTHING);
  const isBack = useLiveAnswer(
    done.eventId,
    async () => done.eventId !== '' && isTakenBack(done.eventId),
  );
  const { problem, act } = useAct();
  const history = useHistoryDialog();
  const lines = useMemo(() => paperLines(data), [data]);
  const found = filterPapers(lines, filter);

  const change = (part: Partial<PaperFilter>) => setFilter((was) => ({ ...was, ...part }));
  const selected = lines.filter(({ paper }) => chosen.has(paper.id)).map(({ paper }) => paper.id);
  /** Writes, and reports what was done. */
  const write = (words: string, work: () => Promise<{ eventId: string }>) =>
    act(async () => {
      setDone(NOTHING);
      const { eventId } = await work();
      setDone({ words, eventId });
    });
  const unite = (ids: readonly string[]) =>
    write('They are one study family now.', () => putInFamily(review.id, ids));
  const actions: PaperActions = {
    place: (id, place) => void write(placeChanged(place), () => placePaper(review.id, id, place)),
    unlist: async (id, tags) => {
      const words = tags
        ? `Taken off the list, with ${countsInWords({ tags })}.`
        : 'Taken off the list.';
      const isDone = await write(words, () => unlistPaper(review.id, id));
      // With the last row the list goes too, and the focus with it.
      if (isDone && found.length === 1) focusRoom();
    },
    unite,
    part: (id) => void write('It is out of its study family.', () => takeFromFamily(review.id, id)),
    deny: (id, other) =>
      void write('They stay two studies.', () => notOneStudy(review.id, id, other)),
    showStudy: (study) => setFilter({ ...NO_PAPER_FILTER, study }),
    showHistory: (paper, from) =>
      history.show({ paper: paper.id }, titleOf(paper, paper.urls[0]), from),
  };
  const showAll = () => {
    setFilter(NO_PAPER_FILTER);
    focusRoom();
  };
  const counts = countPlaces(lines.map((line) => line.listed));
  return (
    <>
      <RoomHead
        title="Papers"
        sub={
          found.length === lines.length ? `${lines.length}` : `${found.length} of ${lines.length}`
        }
      >
        <Search
          label="Find a paper"
          value={filter.search}
          onChange={(search) => change({ search })}
        />
        <PlaceFilter
          name="Progress"
          words={PROGRESS_WORDS}
          shown={filter.progress}
          onChange={(progress) => change({ progress })}
          counts={counts}
          all={lines.length}
        />
        <PlaceFilter
          name="Eligibility"
          words={ELIGIBILITY_WORDS}
          shown={filter.eligibility}
          onChange={(eligibility) => change({ eligibility })}
          counts={counts}
          all={lines.length}
        />
        {lines.length ? <ImportLink /> : null}
        <a className={buttonClass('plain')} href={READER_PATH} target="_blank" rel="noreferrer">
          Open a PDF
        </a>
      </RoomHead>
      {lines.length ? (
        <div className={styles.bar}>
          {selected.length ? (
            <Selected
              count={selected.length}
              onUnite={async () => {
                if (!(await unite(selected))) return;
                setChosen(NONE);
                focusRoom();
              }}
              onClear={() => {
                setChosen(NONE);
                focusRoom();
              }}
            />
          ) : filter.study ? (
            <>
              <span>One study</span>
              <Button look="link" onClick={showAll}>
                Show all papers
              </Button>
            </>
          ) : (
            <p>{countWords(counts)}</p>
          )}
          <p role="status">{isBack ? '' : done.words}</p>
        </div>
      ) : null}
      <LeftOutNote records={[...leftOut, ...data.leftOut]} />
      {problem ? <Message kind="error">{problem}</Message> : null}
      {lines.length === 0 ? (
        <div className={roomStyles.body}>
          <Empty>
            <p>
              No paper is on this list yet. Open an article, press Bearing’s button in the toolbar,
              and choose “Add to list” or “Tag this page”. Or bring your library: RIS, PubMed,
              BibTeX or CSL-JSON files, or DOIs and PMIDs that you paste.
            </p>
            <ImportLink />
          </Empty>
        </div>
      ) : found.length === 0 ? (
        <div className={roomStyles.body}>
          <Empty>
            <p>No paper on this list matches.</p>
            <Button onClick={showAll}>Show all papers</Button>
          </Empty>
        </div>
      ) : (
        <VirtualList
          items={found}
          keyOf={({ paper }) => paper.id}
          estimate={60}
          label="Reading list"
          render={(line) => (
            <PaperRow
              line={line}
              lines={lines}
              isSelected={chosen.has(line.paper.id)}
              onSelect={(on) =>
                setChosen((was) =>
                  on
                    ? new Set([...was, line.paper.id])
                    : new Set([...was].filter((id) => id !== line.paper.id)),
                )
              }
              actions={actions}
            />
          )}
        />
      )}
      {history.dialog}
    </>
  );
}

function ImportLink() {
  return (
    <a className={buttonClass('plain')} href={routeHash('exchange', { show: 'import' })}>
      Import references…
    </a>
  );
}

/** "Read.", "Excluded.": what a place was changed to, for those who do not see the row. */
function placeChanged({ progress, eligibility }: PlaceChange): string {
  const words = [
    progress && PROGRESS_WORDS[progress],
    eligibility && ELIGIBILITY_WORDS[eligibility],
  ];
  return `${words.filter(Boolean).join(', ')}.`;
}

function Selected({
  count,
  onUnite,
  onClear,
}: {
  count: number;
  onUnite: () => void;
  onClear: () => void;
}) {
  return (
    <>
      <span>{count} selected</span>
      <Button
        disabled={count < 2}
        title={
          count < 2
            ? 'Select two or more papers of one study'
            : 'A preprint and its article, or companion papers: the map counts them as one family'
        }
        onClick={onUnite}
      >
        Put into one study family
      </Button>
      <Button look="quiet" onClick={onClear}>
        Clear
      </Button>
    </>
  );
}
