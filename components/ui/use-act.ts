/** Runs what a control does, and keeps the sentence of what went wrong until the next attempt. */
import { useCallback, useState } from 'react';
import { sentenceOf } from '@/components/text/sentence-of';

export interface Act {
  problem: string | null;
  busy: boolean;
  /** True when it worked. */
  act: (work: () => Promise<unknown>) => Promise<boolean>;
  clear: () => void;
}

export function useAct(): Act {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const act = useCallback(async (work: () => Promise<unknown>) => {
    setProblem(null);
    setBusy(true);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(sentenceOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setProblem(null), []);
  return { problem, busy, act, clear };
}
