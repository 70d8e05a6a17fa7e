/**
 * What a long calculation gives, carried out in slices so that the page answers meanwhile. What is done within the first
 * slice is there at once, without another drawing; of a longer one, what was there before stays until it is done.
 */
import { useEffect, useMemo, useReducer, useRef } from 'react';
import { yieldNow } from '@/lib/dom';

/** A third of what a reader would notice. */
const SLICE_MS = 12;

type Work<T> = Generator<undefined, T, undefined>;

/** One calculation, and what it gave. */
class Run<T> {
  value: T | undefined;
  isDone = false;

  constructor(private readonly work: Work<T>) {}

  /** One slice of it. */
  goOn(): void {
    const until = performance.now() + SLICE_MS;
    while (!this.isDone && performance.now() < until) {
      const { done, value } = this.work.next();
      if (done) {
        this.value = value;
        this.isDone = true;
      }
    }
  }
}

/**
 * @param begin the same function as before for the same calculation (`useCallback`), which yields at each moment at which
 * the page may have its turn; undefined or null while there is nothing to calculate, and that is the answer then
 */
export function useSliced<T, N extends null | undefined>(
  begin: () => Work<T> | N,
): T | N | undefined {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const last = useRef<T>(undefined);
  const run = useMemo(() => {
    const work = begin();
    if (!work) return work;
    const one = new Run(work);
    one.goOn();
    return one;
  }, [begin]);
  useEffect(() => {
    if (!run || run.isDone) return;
    let isWanted = true;
    const goOn = async () => {
      while (isWanted && !run.isDone) {
        await yieldNow();
        if (isWanted) run.goOn();
      }
      if (isWanted) redraw();
    };
    void goOn();
    return () => {
      isWanted = false;
    };
  }, [run]);
  if (!run) return run;
  if (run.isDone) last.current = run.value;
  return last.current;
}
