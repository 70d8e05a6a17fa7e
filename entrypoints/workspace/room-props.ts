/** What every room is given. */
import type { Review } from '@/lib/model';
import type { LeftOut } from '@/lib/store';

export interface RoomProps {
  review: Review;
  /** Damaged records that are missing in the frame around the room. */
  leftOut: readonly LeftOut[];
}
