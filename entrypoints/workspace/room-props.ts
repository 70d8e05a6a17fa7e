/** What every room is given. */
import type { Review } from '@/lib/model';

export interface RoomProps {
  review: Review;
}
