/** The reading list: every paper of the review, where it stands, what is tagged in it, and which are one study. */

import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo } from 'react';
import { useHistoryDialog } from '@/components/history/use-history-dialog';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { titleOf } from '@/components/paper/cite';
import { counted } from '@/components/text/count';
import { Button, buttonClass } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { Skeleton } from '@/components/ui/Skeleton';
import { useLate } from '@/components/ui/use-late';
import { VirtualList } from '@/components/ui/VirtualList';
import { READER_PATH } from '@/lib/browser';
import { countPlaces } from '@/lib/model';
import { labelsIn, paperData, type ReadingList, readingList } from '@/lib/store';
import { Empty, focusRoom, RoomHead, roomStyles, Search } from '../../Room';
import type { RoomProps } from '../../room-props';
import { changeQuery, routeHash, useRoute } from '../../use-route';
import { SelectAll } from '../statements/Selected';
import { useListKeys, useSelection } from '../statements/use-selection';
import { Duplicates } from './Duplicates';
import { EntryBar } from './EntryBar';
import { FlowView } from './FlowView';
import { ListFilters } from './ListFilters';
import { asView, type ListView, showAllPapers, showStudyOf, viewIn } from './list-address';
import { itemsOf, type ListItem, linesDrawn } from './list-items';
import { PaperRow } from './PaperRow';
import styles from './PapersRoom.module.css';
import { PaperPage } from './page/PaperPage';
import type { PaperLine } from './paper-lines';
import { countWords } from './place-counts';
import { ReadNext } from './ReadNext';
import { usePaperActions } from './use-actions';
import { useAskedList, useDuplicates, useFoundPapers, useLines } from './use-list';

const VIEW_TITLES: Readonly<Record<ListView, string>> = {
  duplicates: 'Duplicates',
  next: 'Read next',
  flow: 'PRISMA numbers',
};

const idOf = ({ paper }: PaperLine) => paper.id;

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
  const { query } = useRoute();
  const view = viewIn(query);
  const { asked, typed, type } = useAskedList();
  const list = useLines(data);
  const found = useFoundPapers(list, asked, review.id);
  const pairs = useDuplicates(list);
  const history = useHistoryDialog();
  const { actions, said, problem, hush } = usePaperActions(review.id, {
    onHistory: (paper, from) =>
      history.show({ paper: paper.id }, titleOf(paper, paper.urls[0]), from),
    showStudy: showStudyOf,
    isLast: () => found?.lines.length === 1,
  });
  // A report of what was done in one view does not belong in another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the view changes
  useEffect(hush, [view]);
  const items = useMemo(() => itemsOf(found?.lines ?? [], asked.group), [found, asked.group]);
  const shown = useMemo(() => linesDrawn(items), [items]);
  const selection = useSelection(shown, idOf);
  useListKeys(selection);
  const counts = useMemo(() => countPlaces(data.reviewPapers), [data]);
  const labels = useMemo(() => labelsIn(data.reviewPapers), [data]);
  const late = useLate(!list || !found);
  if (!list || !found)
    return late ? <Skeleton lines={8} label="Fetching the reading list" /> : null;
  const { lines, table } = list;
  const showAll = () => {
    showAllPapers();
    focusRoom();
  };
  const back = () => {
    changeQuery(asView(undefined));
    focusRoom();
  };
  const ids = selection.lines.map(idOf);
  const afterwards = async (isDone: Promise<boolean>) => {
    if (!(await isDone)) return;
    selection.all(false);
    focusRoom();
  };
  return (
    <>
      <RoomHead
        title={view ? VIEW_TITLES[view] : 'Papers'}
        sub={
          view
            ? null
            : shown.length === lines.length
              ? `${lines.length}`
              : `${shown.length} of ${lines.length}`
        }
      >
        {view ? null : <Search label="Find a paper" value={typed} onChange={type} />}
        {lines.length && !view ? (
          <>
            <a className={buttonClass('quiet')} href={routeHash('papers', asView('next'))}>
              Read next
            </a>
            <a className={buttonClass('quiet')} href={routeHash('papers', asView('flow'))}>
              PRISMA numbers
            </a>
            <ImportLink />
          </>
        ) : null}
        {view ? null : (
          <a className={buttonClass('plain')} href={READER_PATH} target="_blank" rel="noreferrer">
            Open a PDF
          </a>
        )}
      </RoomHead>
      {lines.length && !view ? (
        <>
          <ListFilters {...{ asked, table, counted: found.counted }} />
          <div className={styles.bar}>
            {asked.study ? (
              <>
                <span>One study</span>
                <Button look="link" onClick={showAll}>
                  Show all papers
                </Button>
              </>
            ) : (
              <p>{countWords(counts)}</p>
            )}
            {pairs?.length ? (
              <a href={routeHash('papers', asView('duplicates'))}>
                {counted(pairs.length, 'pair')} may be one work
              </a>
            ) : null}
            <p role="status">{said}</p>
          </div>
        </>
      ) : null}
      {view ? (
        <p className={styles.said} role="status">
          {said}
        </p>
      ) : null}
      <LeftOutNote records={[...leftOut, ...data.leftOut]} />
      {problem ? <Message kind="error">{problem}</Message> : null}
      {view === 'duplicates' ? (
        <Duplicates pairs={pairs ?? []} {...{ lines, actions }} onBack={back} />
      ) : view === 'next' ? (
        <ReadNext reviewId={review.id} data={data} onBack={back} onList={actions.list} />
      ) : view === 'flow' ? (
        <FlowView
          review={review}
          listed={data.reviewPapers}
          families={list.families}
          onBack={back}
        />
      ) : lines.length === 0 ? (
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
      ) : shown.length === 0 ? (
        <div className={roomStyles.body}>
          <Empty>
            <p>No paper on this list matches.</p>
            <Button onClick={showAll}>Show all papers</Button>
          </Empty>
        </div>
      ) : (
        <>
          <SelectAll selection={selection} shown={shown.length} />
          <VirtualList<ListItem>
            items={items}
            keyOf={({ key }) => key}
            estimate={60}
            label="Reading list"
            render={(item) =>
              item.kind === 'group' ? (
                <h2 className={styles.group}>
                  <span dir="auto">{item.name}</span> <span>{item.count}</span>
                </h2>
              ) : (
                <PaperRow
                  line={item.line}
                  lines={lines}
                  labels={labels}
                  isSelected={selection.has(item.line.paper.id)}
                  onSelect={selection.toggle}
                  actions={actions}
                />
              )
            }
          />
          {selection.lines.length ? (
            <EntryBar
              lines={selection.lines}
              labels={labels}
              onChange={(change) => actions.change(ids, change)}
              onUnite={() => void afterwards(actions.unite(ids))}
              onUnlist={() =>
                void afterwards(
                  actions.unlistAll(
                    ids,
                    selection.lines.reduce((sum, { tags }) => sum + tags, 0),
                  ),
                )
              }
              onNone={() => {
                selection.all(false);
                focusRoom();
              }}
            />
          ) : null}
        </>
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
