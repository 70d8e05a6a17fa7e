/** Is there any rating in a review: by a person, or by the strengths of tags? */
import { type Evidence, type MatrixCell, ratingMatrix } from '../map/outputs';

export const hasRatings = (evidence: Evidence): boolean =>
  ratingMatrix(evidence).rows.some(({ cells }) => cells.some(isRated));

/** That something is tagged, or is not reported, is in other tables. */
const isRated = ({ rating, isDraft }: MatrixCell): boolean =>
  rating !== undefined && rating !== 'missing' && !(isDraft && typeof rating === 'object');
