/** What a paper is numbered in the tables of the review that is open. */
import { paperNumbers } from '../../model';
import { currentReview } from '../write/settings';
import { ofReview } from './of-review';

/** Undefined where it is not on the review's list. */
export async function paperNumber(paperId: string): Promise<number | undefined> {
  const review = await currentReview();
  if (!review) return undefined;
  return paperNumbers(await ofReview('reviewPapers', review.id).toArray()).get(paperId);
}
