/** The reader's edits of links between influences of different codebooks, kept with the review. */
import { withLink } from '../../codebook';
import { type InfluenceRef, now, Problem } from '../../model';
import { commit } from '../commit';
import { NotFound } from '../errors';
import { stored } from '../read/records';

const refOf = ({ codebookId, influenceId }: InfluenceRef) => ({ codebookId, influenceId });

/**
 * Links two influences, or takes a link away, in the review as it is when this is carried out. An earlier decision on the
 * pair is replaced. @throws NotFound, and Problem for two influences of one codebook
 */
export async function setLink(
  reviewId: string,
  from: InfluenceRef,
  to: InfluenceRef,
  on: boolean,
): Promise<{ eventId: string }> {
  return commit('change-review', async (step) => {
    const review = await stored('reviews', reviewId);
    if (!review) throw new NotFound('review');
    if (from.codebookId === to.codebookId)
      throw new Problem(
        'one-codebook',
        'Only influences of two different codebooks can be linked. Nothing was changed.',
      );
    const before = review.links ?? [];
    const links = withLink(before, { from: refOf(from), to: refOf(to), on });
    if (links !== before)
      await step.put('reviews', { ...review, links: [...links], updatedAt: now() });
    return { eventId: step.id };
  });
}
