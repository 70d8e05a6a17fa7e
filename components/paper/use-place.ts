/** The place of a page's paper in a review, live, and a function that changes it. */

import { useLiveQuery } from 'dexie-react-hooks';
import { checkPrivateWindow } from '@/lib/browser';
import type { PageReport, PlaceChange } from '@/lib/model';
import { PROGRESS_WORDS } from '@/lib/model';
import {
  addPaper,
  ensureReview,
  type LeftOut,
  ON_LIST,
  type PaperState,
  paperState,
  placePaper,
  withLeftOut,
} from '@/lib/store';
import { ELIGIBILITY_WORDS, placeWords } from './cite';

/** What became of a paper's place, in one or two words, and the step that did it, where anything was changed. */
export interface Placed {
  words: string;
  eventId?: string;
}

const NONE: readonly LeftOut[] = [];

export type PlaceOfPaper = ReturnType<typeof usePlace>;

export function usePlace(
  /** Undefined without a paper. */
  report: PageReport | undefined,
  reviewId: string | undefined,
  /** The private window that the page is in. */
  privateWindow: { id: number } | null,
): {
  /** Undefined while it is loading, and without a paper or a review. */
  state: PaperState | undefined;
  /** The store has not answered yet: that nothing is known is not that the paper is on no list. */
  loading: boolean;
  /** Damaged records that the paper's state is shown without. */
  leftOut: readonly LeftOut[];
  setPlace: (place: PlaceChange) => Promise<Placed>;
  /** Puts the paper on the list as one to be read; one that is there stays as it is. */
  add: () => Promise<Placed>;
} {
  // Keyed by content: the same page read twice is the same question.
  const key = JSON.stringify(report);
  const answer = useLiveQuery(
    async () => ({
      ...{ key, reviewId },
      read: report && reviewId ? await withLeftOut(() => paperState(report, reviewId)) : undefined,
    }),
    [key, reviewId],
  );
  // The last answer stays until the next is there: it is about another paper, or another review.
  const loading = !answer || answer.key !== key || answer.reviewId !== reviewId;
  const read = loading ? undefined : answer.read;
  const state = read?.value;
  const setPlace = async (place: PlaceChange) => {
    await checkPrivateWindow(privateWindow);
    if (reviewId && state?.paper && state.listed) {
      const { id } = state.paper;
      const { eventId } = await placePaper(reviewId, id, place);
      return { words: wordsOf(place), eventId };
    }
    const { eventId } = await toList(place);
    return { words: `On the list: ${wordsOf(place)}`, eventId };
  };
  const add = async () => {
    await checkPrivateWindow(privateWindow);
    const { listed, isKept, eventId } = await toList(ON_LIST, { onlyNew: true });
    return { words: `On the list: ${placeWords(listed)}`, ...(!isKept && { eventId }) };
  };
  const toList = async (place: PlaceChange, how: { onlyNew?: boolean } = {}) => {
    if (!report) throw new Error('There is no paper to put on the list.');
    return addPaper(report, reviewId ?? (await ensureReview()).id, place, how);
  };
  return { state, loading, leftOut: read?.leftOut ?? NONE, setPlace, add };
}

/** What was chosen, in the words of the menu. */
const wordsOf = ({ progress, eligibility }: PlaceChange): string =>
  [eligibility && ELIGIBILITY_WORDS[eligibility], progress && PROGRESS_WORDS[progress]]
    .filter(Boolean)
    .join(', ');
