/** The evidence map as the map room shows it: of the review's own codebooks, or seen through another one. */
import { useCallback, useMemo, useRef } from 'react';
import { type Links, linksThrough } from '@/lib/codebook';
import { influencesOf } from '@/lib/codebook/influences';
import {
  type Broader,
  broaderOf,
  influencesToCount,
  type Lens,
  lensNote,
  seenThrough,
} from '@/lib/map';
import { type Codebook, sameVersion } from '@/lib/model';
import type { MapInput } from '@/lib/store';
import { useSliced } from '../ui/use-sliced';
import { lensTargets } from './use-books';
import { type LiveMap, liveMap, useCountedMap, useMapInput } from './use-evidence-map';
import type { ShownMapOptions } from './use-map-options';

export interface Seen extends Lens {
  target: Codebook;
  /** The target and all others, in which influences and codebooks are named. */
  books: readonly Codebook[];
  links: Links;
  broader: Broader;
  /** How the map was made, in sentences to be shown with it. */
  note: string;
}

export interface SeenMap extends LiveMap {
  /** Null where the map is of the review's own codebooks. */
  seen: Seen | null;
}

/**
 * Undefined while loading; null when there is no review yet. If the codebook no longer exists, the map is counted by the
 * review's own codebooks.
 * @param through the id of a codebook
 * @param books those that influences are linked over; undefined while they are loading
 */
export function useSeenMap(
  options: ShownMapOptions,
  through: string | null,
  books: readonly Codebook[] | undefined,
): SeenMap | null | undefined {
  const input = useMapInput();
  const own = useCountedMap(input, options);
  const { unit, denominator, secondHand } = options;
  const see = useCallback((): Generator<undefined, SeenMap> | null | undefined => {
    if (!through || !books || !input) return undefined;
    const target = lensTargets(books, input.review).find(({ id }) => id === through);
    return target ? seenMap(input, target, books, { unit, denominator, secondHand }) : null;
  }, [input, through, books, unit, denominator, secondHand]);
  const seen = useSliced(see);
  const last = useRef<SeenMap | null>(undefined);
  const now = useMemo(() => {
    if (!own) return own;
    return through && seen !== null ? seen : { ...own, seen: null };
  }, [own, seen, through]);
  // While another codebook is loading the last map stays: the menu that asked for it keeps the keyboard.
  if (now !== undefined) last.current = now;
  return now ?? last.current;
}

function* seenMap(
  input: MapInput,
  target: Codebook,
  all: readonly Codebook[],
  options: ShownMapOptions,
): Generator<undefined, SeenMap, undefined> {
  const { review, codebooks } = input;
  // Those of the review are named first where a link passes through several.
  const books = [...codebooks, ...all.filter((one) => !codebooks.includes(one))];
  const links = linksThrough(target, books, review.links);
  const reviewId = review.id;
  const lens = seenThrough({ ...input, reviewId }, links);
  yield;
  const isOtherVersion = (one: Codebook) => one.id === target.id && !sameVersion(one, target);
  // As without the lens: an influence that only an earlier version has keeps its row while it has tags.
  const versions = [target, ...codebooks.filter(isOtherVersion)];
  const influences = influencesToCount(influencesOf(versions));
  const { seenAs, assessments } = lens;
  const live = yield* liveMap(
    input,
    { ...input, ...{ reviewId, influences, seenAs, assessments } },
    options,
  );
  const nameOf = (codebookId: string) =>
    books.find(({ id }) => id === codebookId)?.name ?? codebookId;
  const note = lensNote(lens, target, nameOf);
  const broader = broaderOf(influences);
  return { ...live, seen: { ...lens, target, books, links, broader, note } };
}
