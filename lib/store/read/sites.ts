/** The sites of a review that tags of some of its papers can be about. */
import type { Site } from '../../model';
import { inTables } from './of-review';

/**
 * Those that these papers report, and those that no one paper does; in the review's order. A live query of them runs again
 * when one of the review changes.
 */
export async function sitesForTags(reviewId: string, paperIds: readonly string[]): Promise<Site[]> {
  const sites = await inTables('sites', reviewId).toArray();
  return sites
    .filter(({ paperId }) => paperId === undefined || paperIds.includes(paperId))
    .sort((a, b) => a.position - b.position);
}
