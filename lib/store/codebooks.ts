/** The codebooks that a review can use: those that Bearing brings, and the reader's own. Reads only. */
import { builtInCodebooks } from '../codebook';
import type { Codebook, Review } from '../model';
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
