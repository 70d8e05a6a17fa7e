/** The place of a page's paper in a review, live, and a function that changes it. */

import { useLiveQuery } from 'dexie-react-hooks';
import { checkPrivateWindow } from '@/lib/browser';
import type { PageReport, PlaceChange } from '@/lib/model';
import { PROGRESS_WORDS } from '@/lib/model';
import {
  addPaper,
  ensureReview,
  type LeftOut,
  type PaperState,
  paperState,
  placePaper,
  withLeftOut,
} from '@/lib/store';
import { ELIGIBILITY_WORDS } from './cite';

/** What became of a paper's place, in one or two words, and the step that did it. */
export interface Placed {
  words: string;
  eventId: string;
}

const NONE: readonly LeftOut[] = [];

export type PlaceOfPaper = ReturnType<typeof usePlace>;

export function usePlace(
  /** Undefined while there is no paper. */
  report: PageReport | undefined,
  reviewId: string | undefined,
  /** The private window that the page is in. */
  privateWindow: { id: number } | null,
): {
  state: PaperState | undefined;
  /** Damaged records that the paper's state is shown without. */
  leftOut: readonly LeftOut[];
  setPlace: (place: PlaceChange) => Promise<Placed>;
} {
  // Keyed by content: the same page read twice is the same question.
  const key = JSON.stringify(report);
  const read = useLiveQuery(
    async () =>
      report && reviewId ? await withLeftOut(() => paperState(report, reviewId)) : undefined,
    [key, reviewId],
  );
  const state = read?.value;
  const setPlace = async (place: PlaceChange) => {
    await checkPrivateWindow(privateWindow);
    if (reviewId && state?.paper && state.listed) {
      const { id } = state.paper;
      const { eventId } = await placePaper(reviewId, id, place);
      return { words: wordsOf(place), eventId };
    }
    if (!report) throw new Error('There is no paper to put on the list.');
    const review = reviewId ?? (await ensureReview()).id;
    const { eventId } = await addPaper(report, review, place);
    return { words: `On the list: ${wordsOf(place)}`, eventId };
  };
  return { state, leftOut: read?.leftOut ?? NONE, setPlace };
}

/** What was chosen, in the words of the menu. */
const wordsOf = ({ progress, eligibility }: PlaceChange): string =>
  [eligibility && ELIGIBILITY_WORDS[eligibility], progress && PROGRESS_WORDS[progress]]
    .filter(Boolean)
    .join(', ');
