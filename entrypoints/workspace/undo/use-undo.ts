/** The reader's last step and the one that was taken back last, live, over all surfaces, reloads and restarts. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useRef, useState } from 'react';
import { type TakingBack, takeBack } from '@/components/exchange/take-back';
import { STEP_WORDS } from '@/components/history/step-words';
import { useAct } from '@/components/ui/use-act';
import { tellPages } from '@/lib/messaging';
import { type Undoable, whatCanBeUndone } from '@/lib/store';

interface Deed {
  id: string;
  words: string;
}

export interface Undoing {
  undone: Deed | null;
  redone: Deed | null;
  /** What was done last here, in words. */
  said: string;
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
  const [said, setSaid] = useState('');
  const [running, setRunning] = useState<Undoing['running']>(null);
  /** A key may be pressed again before what it began is shown. */
  const isBusy = useRef(false);
  const go = (deed: Deed | null, doing: string, done: string) => {
    if (!deed || isBusy.current) return;
    isBusy.current = true;
    void act(async () => {
      const words = `${doing}: ${deed.words}`;
      try {
        const isDone = await takeBack(deed.id, (large) => setRunning({ ...large, words }));
        setSaid(isDone ? `${done}: ${deed.words}.` : 'Cancelled. Nothing was changed.');
        if (isDone) await tellPages({});
      } finally {
        isBusy.current = false;
        setRunning(null);
      }
    });
  };
  return {
    ...{ undone, redone, said, problem, running },
    undo: () => go(undone, 'Taking back', 'Taken back'),
    redo: () => go(redone, 'Doing again', 'Done again'),
  };
}
