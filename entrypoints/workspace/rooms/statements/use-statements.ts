/** The lines of a review's statements, read in slices, so that the page answers meanwhile; those of before stay until then. */
import { useEffect, useRef, useState } from 'react';
import { yieldNow } from '@/lib/dom';
import type { ReviewData } from '@/lib/store';
import { readLines, type Statements, WordCache } from './lines';

/** A third of what a reader would notice. */
const SLICE_MS = 12;

export function useStatements(data: ReviewData | undefined): Statements | undefined {
  const [read, setRead] = useState<Statements>();
  const cache = useRef<WordCache>(null);
  useEffect(() => {
    if (!data) return;
    const life = new AbortController();
    cache.current ??= new WordCache();
    void inSlices(readLines(data, cache.current), life.signal).then(
      (statements) => statements && setRead(statements),
    );
    return () => life.abort();
  }, [data]);
  return read;
}

/** Null once it is not wanted any more. */
async function inSlices<T>(
  work: Generator<undefined, T, undefined>,
  signal: AbortSignal,
): Promise<T | null> {
  let until = performance.now() + SLICE_MS;
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await yieldNow();
    if (signal.aborted) return null;
    until = performance.now() + SLICE_MS;
  }
}
