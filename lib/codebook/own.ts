/** The codebook of the reader's own that new influences go to while reading. */
import type { Codebook } from '../model';

/** Of the codebook that is made with the first of them. */
export const FIRST_OWN = { name: 'My influences', shortName: 'mine' } as const;

/**
 * The one in use that was made for this, else the first one in use that is the reader's to change, else one to be made.
 * @param inUse the codebooks of the review
 */
export function ownCodebook(
  inUse: readonly Pick<Codebook, 'id' | 'name' | 'kind' | 'builtIn'>[],
  reviewId: string,
): { id: string; name: string } {
  const own = inUse.filter(({ builtIn }) => !builtIn);
  const found = own.find(({ kind }) => kind === 'own') ?? own[0];
  return found ?? { id: `own-${reviewId}`, name: FIRST_OWN.name };
}
