/** What the panel does to the store, each with its way back; and the line that offers it. */
import { useCallback, useMemo, useRef, useState } from 'react';
import { sentenceOf } from '@/components/ui/Message';
import { checkPrivateWindow } from '@/lib/browser';
import { tellPages } from '@/lib/messaging';
import type { Corrections, PageReport, StatementTarget, Tag } from '@/lib/model';
import {
  changeTag,
  correctPaper,
  deleteTags,
  retarget,
  StoreError,
  type TagChange,
  undo,
} from '@/lib/store';
import { count } from './words';

export interface Deeds {
  change(tag: Tag, change: TagChange): void;
  remove(tags: readonly Tag[]): void;
  /** `seen` is the passage as the reader saw it when deciding. */
  keep(statementId: string, seen: string, describe: () => Promise<StatementTarget | null>): void;
  correct(report: PageReport, fields: Corrections): void;
}

interface Bringing {
  /** Brings an earlier version of a tag back. @throws what `work` does */
  bringBack(tag: Tag, work: () => Promise<{ eventId: string }>): Promise<void>;
}

export interface Done {
  /** What was done, in one or two words. */
  words: string;
  takeBack: (() => Promise<unknown>) | null;
  /** The papers concerned; left out when it may be any. */
  paperIds?: string[];
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

export function useDeeds(privateWindow: { id: number } | null) {
  const [done, setDone] = useState<Done | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const past = useRef<Done[]>([]);

  const carryOut = useCallback(
    async (work: () => Promise<Done>): Promise<string[] | undefined> => {
      setProblem(null);
      await checkPrivateWindow(privateWindow);
      const next = await work();
      if (next.takeBack) past.current.push(next);
      setDone(next);
      return next.paperIds;
    },
    [privateWindow],
  );
  const run = useCallback(
    async (work: () => Promise<Done>) => {
      let paperIds: string[] | undefined;
      try {
        paperIds = await carryOut(work);
      } catch (error) {
        setProblem(sentenceOf(error));
        setDone(null);
      }
      await tellPages({ tables: ['tags', 'papers'], ...(paperIds && { paperIds }) });
    },
    [carryOut],
  );

  const deeds = useMemo<Deeds & Bringing>(
    () => ({
      change: (tag, change) =>
        void run(async () => {
          const { eventId } = await changeTag(tag.id, change);
          const paperIds = [tag.paperId];
          return { words: 'Changed', takeBack: () => undo(eventId), paperIds };
        }),
      remove: (tags) =>
        void run(async () => {
          const { eventId } = await deleteTags(tags.map((tag) => tag.id));
          return {
            words: `Deleted ${count(tags.length, 'tag')}`,
            takeBack: () => undo(eventId),
            paperIds: [...new Set(tags.map((tag) => tag.paperId))],
          };
        }),
      keep: (statementId, seen, describe) =>
        void run(async () => {
          const target = await describe();
          if (!target || flat(target.selectors.quote.exact) !== flat(seen))
            throw new StoreError(
              'changed-since',
              'The page has changed since this was shown. Nothing was kept; look again.',
            );
          const { eventId } = await retarget(statementId, target);
          return { words: 'Kept', takeBack: () => undo(eventId) };
        }),
      correct: (report, fields) =>
        void run(async () => {
          const { eventId } = await correctPaper(report, fields);
          return { words: 'Corrected', takeBack: () => undo(eventId) };
        }),
      bringBack: async (tag, work) => {
        const paperIds = await carryOut(async () => {
          const { eventId } = await work();
          const takeBack = () => undo(eventId);
          return { words: 'Brought back', takeBack, paperIds: [tag.paperId] };
        });
        await tellPages({ tables: ['tags', 'papers'], ...(paperIds && { paperIds }) });
      },
    }),
    [run, carryOut],
  );

  /** Takes the last step back; false when there is none. */
  const takeBack = useCallback((): boolean => {
    const last = past.current.pop();
    if (!last?.takeBack) return false;
    const { takeBack: back, paperIds } = last;
    void run(async () => {
      await back();
      return { words: 'Undone', takeBack: null, ...(paperIds && { paperIds }) };
    });
    return true;
  }, [run]);

  const dismiss = useCallback(() => {
    setDone(null);
    setProblem(null);
  }, []);

  return { deeds, done, problem, takeBack, dismiss };
}
