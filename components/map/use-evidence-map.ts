/** The current review's evidence map, live: it is recounted from tallies whenever any tab saves a tag. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { influencesOf } from '@/lib/codebook/influences';
import {
  buildMap,
  codersNote,
  type EvidenceMap,
  influencesToCount,
  rolledUpOptions,
} from '@/lib/map';
import { type Codebook, CoderIndex, countPlaces, type Review } from '@/lib/model';
import { type LeftOut, type MapInput, mapInput } from '@/lib/store';
import type { ShownMapOptions } from './use-map-options';

export interface LiveMap {
  review: Review;
  codebooks: Codebook[];
  map: EvidenceMap;
  /** Papers on the list that are still to be read; an excluded one need not be. */
  toRead: number;
  listed: number;
  /** Damaged records that are not counted. */
  leftOut: readonly LeftOut[];
  /** Whose tags the map counts, in words; null where it counts none. */
  whose: string | null;
  /** Are others than the reader among them? */
  hasOthers: boolean;
}

/** Undefined while loading; null when there is no review yet. */
export function useEvidenceMap(options: ShownMapOptions): LiveMap | null | undefined {
  const input = useLiveQuery(async () => (await mapInput()) ?? null, []);
  const { unit, denominator, secondHand } = options;
  return useMemo(() => {
    if (!input) return input;
    return liveMap(input, ownMap(input, { unit, denominator, secondHand }));
  }, [input, unit, denominator, secondHand]);
}

/** The map by the review's own codebooks, rolled up where one of them has broader influences; from tags where there are any. */
export function ownMap(input: MapInput, options: ShownMapOptions): EvidenceMap {
  const influences = influencesToCount(influencesOf(input.codebooks));
  return buildMap(
    { ...input, reviewId: input.review.id, influences },
    rolledUpOptions(options, influences),
  );
}

/** A map with what surfaces show beside it. */
export function liveMap(input: MapInput, map: EvidenceMap): LiveMap {
  const { review, codebooks, reviewPapers, leftOut, own, coders } = input;
  const index = new CoderIndex(coders);
  const isReader = ({ id }: { id: string }) => index.areOne(id, own);
  return {
    review,
    codebooks,
    map,
    toRead: countPlaces(reviewPapers)['to-read'],
    listed: reviewPapers.length,
    leftOut,
    whose: codersNote(map.coders, isReader),
    hasOthers: !map.coders.every(isReader),
  };
}
