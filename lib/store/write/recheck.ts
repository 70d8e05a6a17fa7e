/** Working off the re-check queue: a tag that was looked at again is under the version that the review uses. */
import { loadShipped } from '../../codebook';
import { type CodebookRef, Problem, TagChange } from '../../model';
import { commit } from '../commit';
import { db } from '../db';
import { NotFound } from '../errors';
import { checkOwn } from '../read/whose';
import { keepCodebooks, textOf, versionIn, versionOfTag } from './codebooks';
import { uniteTwins } from './same-tag';
import { settleSite, withDials } from './tags';
import { parsed } from './transaction';

/**
 * The tags still hold, with this change or as they are. One step.
 * @param change another influence, stance or dial, of a single tag as a rule
 * @throws NotFound, Problem for another coder's, and where the codebook in use has no such influence
 */
export async function recheckTags(
  ids: readonly string[],
  change: TagChange = {},
): Promise<{ eventId: string }> {
  // An influence or a site is made with a tag that is saved or changed, not with one that is kept.
  const wanted = parsed(TagChange, change);
  await loadShipped((await db.reviews.toArray()).flatMap(({ codebooks }) => codebooks));
  return commit('recheck-tags', async (step) => {
    const tags = (await db.tags.bulkGet([...new Set(ids)])).filter((tag) => tag !== undefined);
    if (!tags.length) throw new NotFound('tag');
    await checkOwn(tags, {});
    for (const { recheck: _, ...tag } of tags) {
      const after = withDials(tag, wanted, step);
      if (wanted.siteId) await settleSite(after, undefined, step);
      const review = await db.reviews.get(tag.reviewId);
      const version = review && versionIn(review, after.codebookId);
      if (!version || !(await has({ id: after.codebookId, version }, after.influenceId)))
        throw new Problem(
          'no-influence',
          'The codebook in use no longer has this influence. Choose another one, or delete the tag.',
        );
      after.codebookVersion = version;
      await keepCodebooks([versionOfTag(after)], step);
      await step.put('tags', await uniteTwins(after, step));
    }
    return { eventId: step.id };
  });
}

const has = async (ref: CodebookRef, influenceId: string): Promise<boolean> =>
  (await textOf(ref))?.influences.some(({ id }) => id === influenceId) ?? false;
