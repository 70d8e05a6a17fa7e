/** The current review's evidence map, live: it is counted again whenever any tab saves a tag. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback } from 'react';
import { influencesOf } from '@/lib/codebook/influences';
import {
  type CountedMap,
  type MapInput as CountInput,
  codersNote,
  countMap,
  influencesToCount,
  type MapInfluence,
  papersInRow,
  rolledUpOptions,
} from '@/lib/map';
import {
  type Codebook,
  CoderIndex,
  countPlaces,
  isAtProgress,
  type Review,
  type ReviewPaper,
} from '@/lib/model';
import { type LeftOut, type MapInput, mapInput } from '@/lib/store';
import { useSliced } from '../ui/use-sliced';
import type { ShownMapOptions } from './use-map-options';

export interface LiveMap {
  review: Review;
  codebooks: Codebook[];
  map: CountedMap;
  /** Counts the map's papers again, to tell which of them one row counts. */
  papersIn: (key: string) => ReadonlySet<string>;
  /** Papers on the list that are still to be read; an excluded one need not be. */
  toRead: number;
  /** Papers on the list that are being read. */
  begun: number;
  listed: number;
  /** Of the papers in N those that are still to be read: that they have no tag means nothing yet. */
  unread: number;
  /** Damaged records that are not counted. */
  leftOut: readonly LeftOut[];
  /** Whose tags the map counts, in words; null where it counts none. */
  whose: string | null;
  /** Are others than the reader among them? */
  hasOthers: boolean;
}

type Input = MapInput | null | undefined;

/** What the current review's map is counted from. Undefined while loading; null when there is no review yet. */
export const useMapInput = (): Input => useLiveQuery(async () => (await mapInput()) ?? null, []);

export const useEvidenceMap = (options: ShownMapOptions): LiveMap | null | undefined =>
  useCountedMap(useMapInput(), options);

/** The map of `input`; undefined or null where that is. */
export function useCountedMap(input: Input, options: ShownMapOptions): LiveMap | null | undefined {
  const { unit, denominator, secondHand } = options;
  const count = useCallback(
    () => (input ? ownMap(input, { unit, denominator, secondHand }) : input),
    [input, unit, denominator, secondHand],
  );
  return useSliced(count);
}

/** The map by the review's own codebooks, rolled up where one of them has broader influences. */
function ownMap(input: MapInput, options: ShownMapOptions): Generator<undefined, LiveMap> {
  const influences = influencesToCount(influencesOf(input.codebooks));
  return liveMap(input, { ...input, reviewId: input.review.id, influences }, options);
}

function countUnread({ paperIds }: CountedMap, list: readonly ReviewPaper[]): number {
  const toRead = new Set(
    list.filter((one) => isAtProgress(one, 'to-read')).map(({ paperId }) => paperId),
  );
  return paperIds.filter((id) => toRead.has(id)).length;
}

/** A map with what surfaces show beside it. */
export function* liveMap(
  input: MapInput,
  counted: CountInput & { influences: readonly MapInfluence[] },
  shown: ShownMapOptions,
): Generator<undefined, LiveMap, undefined> {
  const options = rolledUpOptions(shown, counted.influences);
  const map = yield* countMap(counted, options);
  const { review, codebooks, reviewPapers, leftOut, own, coders } = input;
  const index = new CoderIndex(coders);
  const places = countPlaces(reviewPapers);
  const isReader = ({ id }: { id: string }) => index.areOne(id, own);
  return {
    ...{ review, codebooks, map, leftOut },
    papersIn: (key) => papersInRow(counted, options, key),
    toRead: places['to-read'],
    begun: places.reading,
    listed: reviewPapers.length,
    unread: countUnread(map, reviewPapers),
    whose: codersNote(map.coders, isReader),
    hasOthers: !map.coders.every(isReader),
  };
}
