/** The reading list as it is shown: read, searched and sorted in slices, so that the page answers meanwhile. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useSliced } from '@/components/ui/use-sliced';
import { type DuplicatePair, duplicatesIn, type ReadingList, timesCited } from '@/lib/store';
import { changeQuery, useRoute } from '../../use-route';
import { SEARCH } from '../statements/facet-ids';
import { type FoundPapers, findPapers } from './find-papers';
import { type AskedList, askedOfList } from './list-address';
import { type PaperLines, paperLines } from './paper-lines';

export const useLines = (data: ReadingList): PaperLines | undefined =>
  useSliced<PaperLines, undefined>(useCallback(() => paperLines(data), [data]));

/** What the address asks for, and what the search field holds. */
export function useAskedList(): {
  asked: AskedList;
  typed: string;
  type: (text: string) => void;
} {
  const { query } = useRoute();
  const text = query.toString();
  const now = useMemo(() => askedOfList(new URLSearchParams(text)), [text]);
  const [typed, setTyped] = useState(now.search);
  useEffect(() => setTyped(now.search), [now.search]);
  const type = (words: string) => {
    setTyped(words);
    changeQuery({ [SEARCH]: words || undefined }, { replace: Boolean(now.search && words) });
  };
  return { asked: useDeferredValue(now), typed, type };
}

export function useFoundPapers(
  list: PaperLines | undefined,
  asked: AskedList,
  reviewId: string,
): FoundPapers | undefined {
  const isByCited = asked.sort === 'cited';
  // Only this order needs the statements of the review.
  const cited = useLiveQuery(
    async () => (isByCited ? await timesCited(reviewId) : undefined),
    [reviewId, isByCited],
  );
  const find = useCallback(
    () => (list ? findPapers(list, asked, cited) : undefined),
    [list, asked, cited],
  );
  return useSliced(find);
}

/** Pairs that may be one work, without those that the reader has marked as different works. */
export function useDuplicates(list: PaperLines | undefined): readonly DuplicatePair[] | undefined {
  return useSliced(useCallback(() => (list ? duplicatesOf(list) : undefined), [list]));
}

export function* duplicatesOf({
  lines,
  families,
  isDenied,
}: Pick<PaperLines, 'lines' | 'families' | 'isDenied'>): Generator<
  undefined,
  readonly DuplicatePair[],
  undefined
> {
  const pairs = yield* duplicatesIn(lines.map(({ paper }) => paper));
  return pairs.filter(
    ({ one, other }) =>
      !isDenied(one.id, other.id) && families.nameOf(one.id) !== families.nameOf(other.id),
  );
}
