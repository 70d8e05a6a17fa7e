/** The codebooks that a review can use: those that Bearing brings, and the reader's own. Reads only. */
import { builtInCodebooks } from '../codebook';
import type { Codebook, Review, Tag } from '../model';
import { db } from './db';

/** A review's codebooks in the reader's order, the reader's own ones included; unknown ids are left out. */
export async function codebooksOf(review: Pick<Review, 'codebookIds'>): Promise<Codebook[]> {
  const known = await allCodebooks();
  return review.codebookIds
    .map((id) => known.find((c) => c.id === id))
    .filter((c): c is Codebook => c !== undefined);
}

export async function allCodebooks(): Promise<Codebook[]> {
  return [...builtInCodebooks(), ...(await db.codebooks.toArray())];
}

/** Of all codebooks a review's own, and those of tags made with one that it has since dropped: they need its labels. */
export function neededBy(
  review: Pick<Review, 'codebookIds'>,
  tags: readonly Pick<Tag, 'codebookId'>[],
): (codebook: Codebook) => boolean {
  const used = new Set([...review.codebookIds, ...tags.map((tag) => tag.codebookId)]);
  return ({ id }) => used.has(id);
}
