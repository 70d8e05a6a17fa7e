/** The labels that the papers of a review have. */
import type { ReviewPaper } from '../../model';
import { ofReview } from './of-review';

/** Each once, in the order of the alphabet. */
export const labelsIn = (listed: readonly ReviewPaper[]): string[] =>
  [...new Set(listed.flatMap(({ labels = [] }) => labels))].sort((a, b) => a.localeCompare(b));

/** Safe in a live query. */
export async function paperLabels(reviewId: string): Promise<string[]> {
  return labelsIn(await ofReview('reviewPapers', reviewId).toArray());
}
