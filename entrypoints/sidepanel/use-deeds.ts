/** What the panel does to the store, each with its way back; and the line that offers it. */
import { useCallback, useMemo, useRef, useState } from 'react';
import { sentenceOf } from '@/components/ui/Message';
import { send } from '@/lib/messaging';
import type { StatementTarget, Tag } from '@/lib/model';
import {
  changeTag,
  deleteTags,
  retarget,
  StoreError,
  type TagChange,
  undo,
  undoRetarget,
} from '@/lib/store';
import { count } from './words';

export interface Deeds {
  change(tag: Tag, change: TagChange): void;
  remove(tags: readonly Tag[]): void;
  /** `seen` is the passage as the reader saw it when deciding. */
  keep(statementId: string, seen: string, describe: () => Promise<StatementTarget | null>): void;
}

export interface Done {
  /** What was done, in one or two words. */
  words: string;
  takeBack: (() => Promise<unknown>) | null;
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

export function useDeeds() {
  const [done, setDone] = useState<Done | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const past = useRef<Done[]>([]);

  const run = useCallback(async (work: () => Promise<Done>) => {
    setProblem(null);
    try {
      const next = await work();
      if (next.takeBack) past.current.push(next);
      setDone(next);
    } catch (error) {
      setProblem(sentenceOf(error));
      setDone(null);
    }
    // Tabs look again at what they show; that they cannot be told costs nothing that was saved.
    await send('store/changed', {}).catch(() => null);
  }, []);

  const deeds = useMemo<Deeds>(
    () => ({
      change: (tag, change) =>
        void run(async () => {
          const { eventId } = await changeTag(tag.id, change);
          return { words: 'Changed', takeBack: () => undo(eventId) };
        }),
      remove: (tags) =>
        void run(async () => {
          const { eventId } = await deleteTags(tags.map((tag) => tag.id));
          return {
            words: `Deleted ${count(tags.length, 'tag')}`,
            takeBack: () => undo(eventId),
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
          return { words: 'Kept', takeBack: () => undoRetarget(eventId) };
        }),
    }),
    [run],
  );

  /** Takes the last step back; false when there is none. */
  const takeBack = useCallback((): boolean => {
    const last = past.current.pop();
    if (!last?.takeBack) return false;
    const back = last.takeBack;
    void run(async () => {
      await back();
      return { words: 'Undone', takeBack: null };
    });
    return true;
  }, [run]);

  const dismiss = useCallback(() => {
    setDone(null);
    setProblem(null);
  }, []);

  return { deeds, done, problem, takeBack, dismiss };
}
