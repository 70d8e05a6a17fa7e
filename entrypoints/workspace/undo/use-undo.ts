/** The reader's last step and the one that was taken back last, live, over all surfaces, reloads and restarts. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useRef, useState } from 'react';
import { type TakingBack, takeBack } from '@/components/exchange/take-back';
import { STEP_WORDS } from '@/components/history/step-words';
import { useAct } from '@/components/ui/use-act';
import { type Undoable, whatCanBeUndone } from '@/lib/store';
import { importRun } from '../import-run';

interface Deed {
  id: string;
  words: string;
}

export interface Undoing {
  undone: Deed | null;
  redone: Deed | null;
  /** What was done last here, in words. `turn` counts: the same may be done twice, and is news again. */
  said: { words: string; turn: number };
  problem: string | null;
  /** A large step that is being taken back or done again, in words. */
  running: (TakingBack & { words: string }) | null;
  undo(): void;
  redo(): void;
}

const deedOf = (found: Undoable | undefined): Deed | null =>
  found ? { id: found.step.id, words: STEP_WORDS[found.command] } : null;

export function useUndo(): Undoing {
  const found = useLiveQuery(() => whatCanBeUndone(), []);
  const undone = deedOf(found?.undo);
  const redone = deedOf(found?.redo);
  const { problem, act } = useAct();
  const [said, setSaid] = useState({ words: '', turn: 0 });
  const [running, setRunning] = useState<Undoing['running']>(null);
  const isLarge = useRef(false);
  /** So many large steps have begun here. */
  const begun = useRef(0);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const show = (large: Undoing['running']) => {
    if (large && !isLarge.current) begun.current += 1;
    isLarge.current = large !== null;
    setRunning(large);
  };

  async function go(which: 'undo' | 'redo') {
    const deed = deedOf((await whatCanBeUndone())[which]);
    if (!deed) return;
    const words = `${which === 'undo' ? 'Taking back' : 'Doing again'}: ${deed.words}`;
    try {
      const isDone = await takeBack(deed.id, (large) => show({ ...large, words }));
      const done = which === 'undo' ? 'Taken back' : 'Done again';
      const now = isDone ? `${done}: ${deed.words}.` : 'Cancelled. Nothing was changed.';
      setSaid(({ turn }) => ({ words: now, turn: turn + 1 }));
    } finally {
      show(null);
    }
  }

  /**
   * A key that is pressed before the last one's work is done waits its turn, and means what can be undone then. While
   * a large step is being taken back, or an import brought in, which shows its progress and its Cancel, keys do nothing.
   * Neither does one that turns out to have waited for a large step: the reader could not know that it was one, and may
   * have cancelled it since.
   */
  const inTurn = (which: 'undo' | 'redo') => {
    if (isLarge.current || importRun.isWriting) return;
    const before = begun.current;
    last.current = last.current.then(async () => {
      if (begun.current === before) await act(() => go(which));
    });
  };
  return {
    ...{ undone, redone, said, problem, running },
    undo: () => inTurn('undo'),
    redo: () => inTurn('redo'),
  };
}
