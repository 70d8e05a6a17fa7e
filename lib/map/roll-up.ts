/**
 * Rolling up: what is tagged with an influence counts under its broader influences too.
 *
 * From tags it is exact. From tallies it is exact in papers, which is all that the popup shows of a row: the stances of a
 * paper under several influences are known from each. How many statements two influences have in common is not, so a
 * broader row counts at most so many.
 */
import { type InfluenceIndex, influenceKey, lineOf } from '../codebook/influences';
import { grouped, type InfluenceRef, type Tag, type Tally } from '../model';
import { addCounts } from './tally';
import type { CountedTally, MapInfluence, MapOptions } from './types';

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

/**
 * Each tag under its own influence and under every broader one. Counted from tags, as any map is, a paper then counts once
 * in a broader influence, with the stances of all that is under it, and so does a statement that several influences under
 * it have.
 */
export function rolledUp(tags: readonly Tag[], influences: readonly MapInfluence[]): Tag[] {
  const broader = broaderOf(influences);
  return tags.flatMap((tag) => broader(tag).map((ref) => ({ ...tag, ...ref })));
}

/** The same from tallies: each cell with all that is under its influence. */
export function rolledTallies(
  tallies: readonly Tally[],
  influences: readonly MapInfluence[],
): CountedTally[] {
  const broader = broaderOf(influences);
  const all = tallies.flatMap((tally) => broader(tally).map((ref) => ({ ...tally, ...ref })));
  const cells = grouped(all, (one) =>
    [one.reviewId, one.codebookId, one.influenceId, one.paperId].join('\u0000'),
  );
  return [...cells.values()].map(([first, ...others]) =>
    others.reduce<CountedTally>(added, first as Tally),
  );
}

function added(sum: CountedTally, { own, secondHand, coders }: Tally): CountedTally {
  const byCoder = new Map(sum.coders.map((one) => [one.coderId, one]));
  for (const one of coders) {
    const before = byCoder.get(one.coderId);
    byCoder.set(one.coderId, {
      coderId: one.coderId,
      own: before ? addCounts(before.own, one.own) : one.own,
      secondHand: before ? addCounts(before.secondHand, one.secondHand) : one.secondHand,
    });
  }
  return {
    ...sum,
    own: addCounts(sum.own, own),
    secondHand: addCounts(sum.secondHand, secondHand),
    coders: [...byCoder.values()],
    isUpperBound: true,
  };
}

/** One unit (a paper, or a study family) was assessed by one coder: looked for, not reported. */
export interface NotReported extends InfluenceRef {
  unit: string;
  coderId: string;
}

/**
 * What is not reported, with the broader influences of which that follows: a coder has looked for every influence directly
 * under one and found none, in this paper or in the papers of this study. Where one of these has not been assessed by the
 * coder the broader one has not been either (design/reporting.md, 5): what one coder looked for in part and another in the
 * rest, nobody has looked for. Where anything is tagged with it, or under it, it is reported. What an assessment of a
 * broader influence means for those under it is not known: it may be of what is tagged with itself only.
 * @param isTagged is anything tagged with an influence, or under it, in a unit?
 */
export function rollUpNotReported(
  assessed: readonly NotReported[],
  influences: readonly MapInfluence[],
  isTagged: (key: string, unit: string) => boolean,
): NotReported[] {
  const known = new Map(influences.map((one) => [influenceKey(one), one]));
  const above = ({ codebookId, influenceId }: InfluenceRef): MapInfluence | undefined => {
    const one = known.get(influenceKey({ codebookId, influenceId }));
    // One that the codebook has given up can no longer be assessed.
    if (!one || one.isFormer || one.parent === undefined) return undefined;
    return known.get(influenceKey({ codebookId, influenceId: one.parent }));
  };
  const under = grouped(influences.filter(above), (one) => influenceKey(above(one) ?? one));
  const found = new Map(assessed.map((one) => [idOf(one), one]));
  // What is added on the way is visited too: it may settle what is above it.
  for (const { unit, coderId, ...ref } of found.values()) {
    const broader = above(ref);
    if (!broader || isTagged(influenceKey(broader), unit)) continue;
    const by = ({ codebookId, influenceId }: InfluenceRef) => ({
      ...{ codebookId, influenceId, unit, coderId },
    });
    const narrower = under.get(influenceKey(broader)) ?? [];
    if (narrower.every((one) => found.has(idOf(by(one)))))
      found.set(idOf(by(broader)), by(broader));
  }
  return [...found.values()];
}

const idOf = ({ unit, coderId, ...ref }: NotReported): string =>
  [influenceKey(ref), unit, coderId].join('\u0000');
