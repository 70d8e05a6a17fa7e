/** The evidence map as the map room shows it: of the review's own codebooks, or seen through another one. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useRef } from 'react';
import { type Links, linksThrough } from '@/lib/codebook';
import { influencesOf } from '@/lib/codebook/influences';
import {
  type Broader,
  broaderOf,
  buildMap,
  influencesToCount,
  type Lens,
  lensNote,
  rolledUpOptions,
  seenThrough,
} from '@/lib/map';
import { type Codebook, sameVersion } from '@/lib/model';
import { type MapInput, mapInput } from '@/lib/store';
import { lensTargets } from './use-books';
import { type LiveMap, liveMap, ownMap, useEvidenceMap } from './use-evidence-map';
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
  const tallied = useEvidenceMap(options);
  // Tallies do not tell which statements a broader influence has: its row is exact once the tags are read.
  const isRolledUp = Boolean(tallied?.map.options.rollUp);
  const withTags = through !== null || isRolledUp;
  const input = useLiveQuery(
    async () => (withTags ? await mapInput(undefined, { withTags }) : undefined),
    [withTags],
  );
  const { unit, denominator, secondHand } = options;
  const exact = useMemo(
    () =>
      isRolledUp && input?.tags
        ? liveMap(input, ownMap(input, { unit, denominator, secondHand }))
        : undefined,
    [isRolledUp, input, unit, denominator, secondHand],
  );
  const own = tallied && (exact ?? tallied);
  const seen = useMemo(() => {
    if (!through || !books || !input?.tags) return undefined;
    const target = lensTargets(books, input.review).find(({ id }) => id === through);
    return target ? seenMap(input, target, books, { unit, denominator, secondHand }) : null;
  }, [input, through, books, unit, denominator, secondHand]);
  const last = useRef<SeenMap | null>(undefined);
  const now = useMemo(() => {
    if (!own) return own;
    return through && seen !== null ? seen : { ...own, seen: null };
  }, [own, seen, through]);
  // While another codebook is loading the last map stays: the menu that asked for it keeps the keyboard.
  if (now !== undefined) last.current = now;
  return now ?? last.current;
}

function seenMap(
  input: MapInput,
  target: Codebook,
  all: readonly Codebook[],
  options: ShownMapOptions,
): SeenMap {
  const { review, codebooks, tags = [], assessments } = input;
  // Those of the review are named first where a link passes through several.
  const books = [...codebooks, ...all.filter((one) => !codebooks.includes(one))];
  const links = linksThrough(target, books, review.links);
  const reviewId = review.id;
  const lens = seenThrough({ reviewId, tags, assessments }, target.version, links);
  const isOtherVersion = (one: Codebook) => one.id === target.id && !sameVersion(one, target);
  // As without the lens: an influence that only an earlier version has keeps its row while it has tags.
  const versions = [target, ...codebooks.filter(isOtherVersion)];
  const influences = influencesToCount(influencesOf(versions));
  const broader = broaderOf(influences);
  const { tags: seenTags, withoutRow } = lens;
  const map = buildMap(
    {
      ...input,
      ...{ reviewId, influences, withoutRow, tags: seenTags },
      assessments: lens.assessments,
    },
    rolledUpOptions(options, influences),
  );
  const nameOf = (codebookId: string) =>
    books.find(({ id }) => id === codebookId)?.name ?? codebookId;
  const note = lensNote(lens, target, nameOf);
  return { ...liveMap(input, map), seen: { ...lens, target, books, links, broader, note } };
}
