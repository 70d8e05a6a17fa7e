/** What is said of the filters where it is not seen in them. */
import type { ReviewData } from '@/lib/store';
import type { Asked } from './address';

/** Stance and direction are those that tags count with: who reads "contrasting" is told so. */
export const DECIDED_NOTE =
  'Where coders differed and decided, tags are filtered by the decided stance and direction.';

/** Is something asked that a decision may have changed? */
export const asksForDecided = (
  { chosen }: Pick<Asked, 'chosen'>,
  { decisions }: Pick<ReviewData, 'decisions'>,
): boolean => decisions.length > 0 && Boolean(chosen.stance?.length || chosen.direction?.length);
