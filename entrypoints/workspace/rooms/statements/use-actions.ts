/** What is done to tags in this room, and what was done last, so that it can be taken back. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useRef, useState } from 'react';
import { shortCitation } from '@/components/paper/cite';
import { counted } from '@/components/text/count';
import { useAct } from '@/components/ui/use-act';
import type { Codebook, InfluenceExample, Tag, TagChange } from '@/lib/model';
import {
  changeTag,
  changeTags,
  deleteTag,
  deleteTags,
  editCodebook,
  NotFound,
  undo,
  whatCanBeUndone,
} from '@/lib/store';
import type { Statements } from './lines';

const EXAMPLE_DONE = {
  best: 'Kept as best example of its influence',
  'near-miss': 'Kept as nearest miss of its influence',
} as const;

export interface Done {
  words: string;
  eventId: string;
}

export interface Actions {
  change: (tag: Tag, change: TagChange) => void;
  remove: (tag: Tag) => void;
  changeAll: (tags: readonly Tag[], change: TagChange) => void;
  removeAll: (tags: readonly Tag[]) => void;
  example: (tag: Tag, kind: InfluenceExample['kind']) => void;
  takeBack: (done: Done) => void;
  dismiss: () => void;
}

/** The actions stay the same functions: rows are drawn again only for what has changed in them. */
export function useActions(now: {
  reviewId: string;
  statements: Statements | undefined;
  inUse: readonly Codebook[];
}): {
  actions: Actions;
  done: Done | null;
  problem: string | null;
  /** Tags as they were written here: a large review takes a second to be read again. */
  written: ReadonlyMap<string, Tag>;
} {
  const latest = useRef(now);
  latest.current = now;
  const [done, setDone] = useDone();
  const { problem, act } = useAct();
  const [written, setWritten] = useState<ReadonlyMap<string, Tag>>(new Map());
  const actions = useMemo((): Actions => {
    const run = (words: string, work: () => Promise<{ eventId: string }>) =>
      void act(async () => {
        const { eventId } = await work();
        setDone({ words, eventId });
      });
    return {
      change: ({ id }, change) =>
        run('Tag changed', async () => {
          const { tag, eventId } = await changeTag(id, change);
          setWritten((before) => new Map(before).set(id, tag));
          return { eventId };
        }),
      remove: ({ id }) => run('Tag deleted', () => deleteTag(id)),
      changeAll: (tags, change) =>
        void act(async () => {
          const { eventId, changed } = await changeTags(idsOf(tags), change);
          setDone(changed ? { words: `${counted(changed, 'tag')} changed`, eventId } : null);
        }),
      removeAll: (tags) =>
        run(`${counted(tags.length, 'tag')} deleted`, () => deleteTags(idsOf(tags))),
      example: (tag, kind) => run(EXAMPLE_DONE[kind], () => keepExample(tag, kind, latest.current)),
      takeBack: ({ eventId }) =>
        void act(async () => {
          await undo(eventId);
          setDone(null);
        }),
      dismiss: () => setDone(null),
    };
  }, [act, setDone]);
  return { actions, done, problem, written };
}

const idsOf = (tags: readonly Tag[]): string[] => tags.map(({ id }) => id);

function keepExample(
  tag: Tag,
  kind: InfluenceExample['kind'],
  { reviewId, statements, inUse }: Parameters<typeof useActions>[0],
) {
  const book = inUse.find(({ id }) => id === tag.codebookId);
  const line = statements?.lines.find(({ statement }) => statement.id === tag.statementId);
  if (!book || !line) throw new NotFound('codebook');
  const { id: statementId, quote } = line.statement;
  return editCodebook(reviewId, book, {
    ...{ edit: 'example', id: tag.influenceId },
    example: { kind, quote, statementId, paper: shortCitation(line.paper) },
  });
}

/** What was done here last, for as long as it is what undo would take back: it may be taken back elsewhere first. */
function useDone(): [Done | null, (done: Done | null) => void] {
  const [done, setDone] = useState<Done | null>(null);
  const last = useLiveQuery(() => (done ? whatCanBeUndone() : undefined), [done])?.undo;
  return [last?.step.id === done?.eventId ? done : null, setDone];
}
