/** Looking influences up in codebooks by their crosswalk. */
import type { Codebook, Influence } from '../model';

export interface FoundInfluence {
  codebook: Codebook;
  influence: Influence;
}

/**
 * Like influences in the other codebooks given. A crosswalk is written on one side only, so it is read
 * from both.
 */
export function crosswalkOf(
  found: FoundInfluence,
  codebooks: readonly Codebook[],
): FoundInfluence[] {
  const { influence } = found;
  return codebooks
    .filter((codebook) => codebook.id !== found.codebook.id)
    .flatMap((codebook) =>
      codebook.influences
        .filter(
          (other) =>
            influence.crosswalk.includes(other.id) || other.crosswalk.includes(influence.id),
        )
        .map((other) => ({ codebook, influence: other })),
    );
}
