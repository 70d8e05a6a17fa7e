/**
 * The lines of a review's statements. The newest are there at once; all of them, with what they are searched and filtered
 * by, once they are read, in slices, so that the page answers meanwhile. Lines of before stay until then.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSliced } from '@/components/ui/use-sliced';
import type { CountedUnit } from '@/lib/model';
import {
  type FilterRecords,
  filterRecords,
  newestStatements,
  type ReviewData,
  reviewData,
} from '@/lib/store';
import { readLines, type Statements, WordCache } from './lines';

/** More than a screen shows. */
const NEWEST = 40;

export interface Shown {
  data: ReviewData & FilterRecords;
  statements: Statements;
  /** How many statements there are. */
  all: number;
  /** Are only the newest here so far? */
  isPart: boolean;
}

/** Of one review: another one is another room. @param unit in which what was decided counts */
export function useStatements(reviewId: string, unit: CountedUnit): Shown | undefined {
  const records = useLiveQuery(() => filterRecords(reviewId), [reviewId]);
  /** Once all are there, the newest need not be followed any more. */
  const [isWhole, setWhole] = useState(false);
  const newest = useLiveQuery(
    async () => (isWhole ? undefined : await newestStatements(reviewId, NEWEST)),
    [reviewId, isWhole],
  );
  // Not at once: what is to be seen first should not wait for the rest.
  const isBegun = isWhole || newest !== undefined;
  const data = useLiveQuery(
    async () => (isBegun ? await reviewData(reviewId) : undefined),
    [reviewId, isBegun],
  );
  const first = useLines(newest, records, unit);
  const whole = useLines(data, records, unit);
  useEffect(() => setWhole(whole !== undefined), [whole]);
  if (whole) return { ...whole, all: whole.statements.lines.length, isPart: false };
  if (!first || !newest) return undefined;
  return { ...first, all: newest.all, isPart: newest.all > first.statements.lines.length };
}

function useLines(
  data: ReviewData | undefined,
  records: FilterRecords | undefined,
  unit: CountedUnit,
): Pick<Shown, 'data' | 'statements'> | undefined {
  const cache = useRef<WordCache>(null);
  const read = useCallback(() => {
    if (!data || !records) return undefined;
    cache.current ??= new WordCache();
    return linesOf({ ...data, ...records }, unit, cache.current);
  }, [data, records, unit]);
  return useSliced(read);
}

function* linesOf(data: Shown['data'], unit: CountedUnit, cache: WordCache) {
  return { data, statements: yield* readLines(data, unit, cache) };
}
