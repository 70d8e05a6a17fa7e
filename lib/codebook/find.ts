/** Looking things up in codebooks: by id, by label, by crosswalk. */
import type { Codebook, Influence } from '../model';

export interface FoundInfluence {
  codebook: Codebook;
  influence: Influence;
}

export function codebookById(codebooks: readonly Codebook[], id: string): Codebook | undefined {
  return codebooks.find((codebook) => codebook.id === id);
}

/** The influence of a tag or a tally; undefined if its codebook is not among those given. */
export function findInfluence(
  codebooks: readonly Codebook[],
  codebookId: string,
  influenceId: string,
): FoundInfluence | undefined {
  const codebook = codebookById(codebooks, codebookId);
  const influence = codebook?.influences.find(({ id }) => id === influenceId);
  return codebook && influence ? { codebook, influence } : undefined;
}

/**
 * The label as shown. CFIR has three constructs named "Innovation Deliverers": where a codebook uses a
 * label twice, the broader influence (or the group) is put before it: "Engaging: Innovation Deliverers".
 */
export function influenceLabel(codebook: Codebook, influence: Influence): string {
  const twin = codebook.influences.some(
    (other) => other.id !== influence.id && other.label === influence.label,
  );
  if (!twin) return influence.label;
  const parent = codebook.influences.find(({ id }) => id === influence.parent);
  const broader = parent?.label ?? influence.group;
  return broader ? `${broader}: ${influence.label}` : influence.label;
}

/** Every influence of the codebooks with its shown label, as the evidence map wants its rows. */
export function influenceRows(
  codebooks: readonly Codebook[],
): { codebookId: string; id: string; label: string }[] {
  return codebooks.flatMap((codebook) =>
    codebook.influences.map((influence) => ({
      codebookId: codebook.id,
      id: influence.id,
      label: influenceLabel(codebook, influence),
    })),
  );
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
