/** The reader's last step and the one that was taken back last, live, over all surfaces, reloads and restarts. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { STEP_WORDS } from '@/components/history/step-words';
import { useAct } from '@/components/ui/use-act';
import { tellPages } from '@/lib/messaging';
import { type Undoable, undo, whatCanBeUndone } from '@/lib/store';

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
  const go = (deed: Deed | null, what: string) => {
    if (!deed) return;
    void act(async () => {
      await undo(deed.id);
      setSaid(`${what}: ${deed.words}.`);
      await tellPages({});
    });
  };
  return {
    ...{ undone, redone, said, problem },
    undo: () => go(undone, 'Taken back'),
    redo: () => go(redone, 'Done again'),
  };
}
