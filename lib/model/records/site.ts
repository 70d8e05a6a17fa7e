/** Sites: cases of a review that are not its papers, such as the centres of one study, or meetings. */

import { LONGEST_LABEL } from '../limits';
import { z } from '../zod';
import { Count, Id, Timestamp } from './common';

export const Site = z.object({
  id: Id,
  reviewId: Id,
  name: z.string().min(1).max(LONGEST_LABEL),
  /** The paper that reports it; none where several do. */
  paperId: Id.optional(),
  /** Its place among the sites, which are columns of the rating matrix. */
  position: Count,
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Site = z.infer<typeof Site>;
