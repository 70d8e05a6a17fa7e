/**
 * Rolling up: what is tagged with an influence counts under its broader influences too, a paper and a statement once in
 * each.
 */
import { type InfluenceIndex, influenceKey, lineOf } from '../codebook/influences';
import { grouped, type InfluenceRef } from '../model';
import type { MapInfluence, MapOptions } from './types';

/** An influence and those that it is under, upwards. */
export type Broader = (ref: InfluenceRef) => readonly InfluenceRef[];

/** The influences of codebooks as the map counts them: each once, over all versions. */
export function influencesToCount({ all }: Pick<InfluenceIndex, 'all'>): MapInfluence[] {
  const versions = new Map<string, string>();
  // The first version of a codebook is the one in use: see `influencesOf`.
  for (const { codebookId, codebook } of all)
    if (!versions.has(codebookId)) versions.set(codebookId, codebook.version);
  return all.map(({ codebookId, influenceId, label, codebook, influence }) => ({
    ...{ codebookId, influenceId, label, parent: influence.parent },
    ...(codebook.version !== versions.get(codebookId) && { isFormer: true as const }),
  }));
}

/** The options of a map as it is shown: rolled up where one of its influences is under another. */
export const rolledUpOptions = (
  options: MapOptions,
  influences: readonly MapInfluence[],
): MapOptions => ({ ...options, ...(haveBroader(influences) && { rollUp: true }) });

/** Is any of them under another one? */
function haveBroader(influences: readonly MapInfluence[]): boolean {
  const keys = new Set(influences.map(influenceKey));
  return influences.some(
    ({ codebookId, parent }) =>
      parent !== undefined && keys.has(influenceKey({ codebookId, influenceId: parent })),
  );
}

/** A broader influence that is not among these is left out, and so is what it is under. */
export function broaderOf(influences: readonly MapInfluence[]): Broader {
  const books = new Map<string, Map<string, string | undefined>>();
  for (const { codebookId, influenceId, parent } of influences) {
    const parents = books.get(codebookId) ?? new Map<string, string | undefined>();
    books.set(codebookId, parents.set(influenceId, parent));
  }
  const known = new Map<string, readonly InfluenceRef[]>();
  return (ref) => {
    const key = influenceKey(ref);
    const { codebookId } = ref;
    const parents = books.get(codebookId) ?? new Map<string, string | undefined>();
    const line =
      known.get(key) ??
      [...lineOf(ref, (id) => parents.get(id))]
        .filter((id) => id === ref.influenceId || parents.has(id))
        .map((influenceId) => ({ codebookId, influenceId }));
    known.set(key, line);
    return line;
  };
}

/** A coder has looked for an influence in a unit (a paper, or the papers of a study), and it is not reported. */
export interface NotReported extends InfluenceRef {
  coderId: string;
}

/**
 * What one unit does not report, with the broader influences of which that follows: a coder has looked for every influence directly
 * under one and found none, in this paper or in the papers of this study. Where one of these has not been assessed by the
 * coder the broader one has not been either, because an influence is not reported only where one coder has looked for all
 * of it: what one coder looked for in part and another in the rest, nobody has looked for. Where anything is tagged
 * with it, or under it, it is reported. What an assessment of a broader influence means for those under it is not known: it
 * may be of what is tagged with itself only.
 */
export function notReportedRoller(
  influences: readonly MapInfluence[],
): (assessed: readonly NotReported[], isTagged: (key: string) => boolean) => NotReported[] {
  const known = new Map(influences.map((one) => [influenceKey(one), one]));
  const above = ({ codebookId, influenceId }: InfluenceRef): MapInfluence | undefined => {
    const one = known.get(influenceKey({ codebookId, influenceId }));
    // One that the codebook has given up can no longer be assessed.
    if (!one || one.isFormer || one.parent === undefined) return undefined;
    return known.get(influenceKey({ codebookId, influenceId: one.parent }));
  };
  const under = grouped(influences.filter(above), (one) => influenceKey(above(one) ?? one));
  /** Of one unit; `isTagged`: is anything tagged with an influence, or under it, in this unit? */
  return (assessed, isTagged) => {
    const found = new Map(assessed.map((one) => [idOf(one), one]));
    // What is added on the way is visited too: it may settle what is above it.
    for (const { coderId, ...ref } of found.values()) {
      const broader = above(ref);
      if (!broader || isTagged(influenceKey(broader))) continue;
      const by = ({ codebookId, influenceId }: InfluenceRef) => ({
        ...{ codebookId, influenceId, coderId },
      });
      const narrower = under.get(influenceKey(broader)) ?? [];
      if (narrower.every((one) => found.has(idOf(by(one)))))
        found.set(idOf(by(broader)), by(broader));
    }
    return [...found.values()];
  };
}

const idOf = ({ coderId, ...ref }: NotReported): string =>
  [influenceKey(ref), coderId].join('\u0000');
