/** Everything of a review, live: for rooms that show statements and papers one by one. */
import { useLiveQuery } from 'dexie-react-hooks';
import { type ReviewData, reviewData } from '@/lib/store';

export function useReviewData(reviewId: string): ReviewData | undefined {
  return useLiveQuery(() => reviewData(reviewId), [reviewId]);
}
