/** Every tagged statement of the review: search, facets, edit, delete with undo. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { useHistoryDialog } from '@/components/history/use-history-dialog';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { shortCitation } from '@/components/paper/cite';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { Skeleton } from '@/components/ui/Skeleton';
import { useAct } from '@/components/ui/use-act';
import { useLate } from '@/components/ui/use-late';
import { VirtualList } from '@/components/ui/VirtualList';
import { booksInUse } from '@/lib/codebook/influences';
import { CoderIndex, type TagChange } from '@/lib/model';
import {
  changeTag,
  deleteTag,
  editCodebook,
  NotFound,
  ownOf,
  undo,
  whatCanBeUndone,
} from '@/lib/store';
import { Empty, RoomHead, roomStyles, Search } from '../../Room';
import type { RoomProps } from '../../room-props';
import { useReviewData } from '../../use-review-data';
import { useRoute } from '../../use-route';
import { Facets } from '../map/Facets';
import { StatementRow } from './StatementRow';
import styles from './StatementsRoom.module.css';
import { filterLines, NO_FILTER, statementLines } from './statement-list';

export function StatementsRoom({ review, leftOut }: RoomProps) {
  const data = useReviewData(review.id);
  const late = useLate(!data);
  const { query } = useRoute();
  const [filter, setFilter] = useState({ ...NO_FILTER, paper: query.get('paper') ?? '' });
  const [done, setDone] = useDone();
  const { problem, act } = useAct();
  const history = useHistoryDialog();
  const lines = useMemo(() => (data ? statementLines(data) : []), [data]);
  const inUse = useMemo(() => (data ? booksInUse(data.review, data.codebooks) : []), [data]);
  const coders = useMemo(() => new CoderIndex(data?.coders ?? []), [data]);
  const isOwn = useMemo(() => ownOf(data?.own, data?.coders ?? []), [data]);
  const found = useMemo(() => filterLines(lines, filter, coders), [lines, filter, coders]);
  if (!data) return late ? <Skeleton lines={8} label="Fetching the statements" /> : null;

  const run = (words: string, work: () => Promise<{ eventId: string }>) =>
    void act(async () => {
      const { eventId } = await work();
      setDone({ words, eventId });
    });

  return (
    <>
      <RoomHead
        title="Statements"
        sub={
          found.length === lines.length ? `${lines.length}` : `${found.length} of ${lines.length}`
        }
      >
        <Search
          label="Find in statements"
          value={filter.search}
          onChange={(search) => setFilter((f) => ({ ...f, search }))}
        />
      </RoomHead>
      <LeftOutNote records={[...leftOut, ...data.leftOut]} />
      {lines.length > 0 ? (
        <Facets {...{ data, lines, coders, filter }} onChange={setFilter} />
      ) : null}
      {problem ? <Message kind="error">{problem}</Message> : null}
      {lines.length === 0 ? (
        <div className={roomStyles.body}>
          <Empty>
            <p>
              No statement is tagged yet. Open an article, press Bearing’s button in the toolbar,
              choose “Tag this page” and select a sentence.
            </p>
          </Empty>
        </div>
      ) : found.length === 0 ? (
        <div className={roomStyles.body}>
          <Empty>
            <p>No statement fits.</p>
            <Button onClick={() => setFilter(NO_FILTER)}>Show all statements</Button>
          </Empty>
        </div>
      ) : (
        <VirtualList
          items={found}
          keyOf={({ statement }) => statement.id}
          estimate={112}
          label="Statements"
          render={(line) => (
            <StatementRow
              line={line}
              codebooks={data.codebooks}
              inUse={inUse}
              coders={coders}
              isOwn={isOwn}
              onChange={(id, change: TagChange) => run('Tag changed', () => changeTag(id, change))}
              onDelete={(id) => run('Tag deleted', () => deleteTag(id))}
              onExample={(tag, kind) =>
                run(EXAMPLE_WORDS[kind], () => {
                  const book = inUse.find(({ id }) => id === tag.codebookId);
                  if (!book) throw new NotFound('codebook');
                  const { id: statementId, quote } = line.statement;
                  const paper = shortCitation(line.paper);
                  return editCodebook(review.id, book, {
                    ...{ edit: 'example', id: tag.influenceId },
                    example: { kind, quote, statementId, paper },
                  });
                })
              }
              onHistory={(id, from) => history.show({ tags: [id] }, line.statement.quote, from)}
            />
          )}
        />
      )}
      {history.dialog}
      <div role="status">
        {done ? (
          <div className={styles.undo}>
            <span>{done.words}</span>
            <Button
              onClick={() =>
                void act(async () => {
                  await undo(done.eventId);
                  setDone(null);
                })
              }
            >
              Undo
            </Button>
            <Button look="quiet" onClick={() => setDone(null)}>
              Dismiss
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}

const EXAMPLE_WORDS = {
  best: 'Kept as best example of its influence',
  'near-miss': 'Kept as nearest miss of its influence',
} as const;

interface Done {
  words: string;
  eventId: string;
}

/** What was done here last, for as long as it is what undo would take back: it may be taken back elsewhere first. */
function useDone(): [Done | null, (done: Done | null) => void] {
  const [done, setDone] = useState<Done | null>(null);
  const last = useLiveQuery(() => (done ? whatCanBeUndone() : undefined), [done])?.undo;
  return [last?.step.id === done?.eventId ? done : null, setDone];
}
