/** What a reader must know of an entry or a codebook wherever it is chosen, shown or counted: in a few words each. */
import type { Codebook, Influence } from '../model';

/** Of the whole codebook: that it lists actions, or not all that its source has. */
export function codebookCaveats({ kind, complete }: Pick<Codebook, 'kind' | 'complete'>): string[] {
  return [
    ...(kind === 'strategies' ? ['strategies, not influences'] : []),
    ...(complete ? [] : ['incomplete']),
  ];
}

/** Of one entry: that it is an action, that nobody checked it, that its codebook lacks others. */
export function caveatsOf({
  codebook: { kind, complete },
  influence: { verified },
}: {
  codebook: Pick<Codebook, 'kind' | 'complete'>;
  influence: Pick<Influence, 'verified'>;
}): string[] {
  return [
    ...(kind === 'strategies' ? ['strategy, not an influence'] : []),
    ...(verified === false ? ['not checked against its source'] : []),
    ...(complete ? [] : ['of an incomplete codebook']),
  ];
}
