/** What the map counts: what one paper holds on one influence, from tallies or tags, and what was not reported. */
import { influenceKey } from '../codebook/influences';
import {
  CoderIndex,
  type InfluenceRef,
  type ReviewPaper,
  type StanceCounts,
  type Tally,
} from '../model';
import type { NotReported } from './roll-up';
import { addCounts, agreedStance, countsTotal, noCounts, talliesOfTags } from './tally';
import type { CountedCoder, CountedTally, MapCell, MapInput, MapOptions } from './types';

/** This review's tallies with anything in them. Tags win over stored tallies: they are the source. */
export function talliesFor(input: MapInput, options: MapOptions): CountedTally[] {
  const index = new CoderIndex(input.coders ?? []);
  const all: CountedTally[] = input.tags
    ? talliesOfTags(
        input.tags
          .filter((t) => t.reviewId === input.reviewId)
          // What one person tagged under two ids is one statement. (From tallies that is not known.)
          .map((t) => ({ ...t, coderId: index.resolve(t.coderId) })),
        input.statements,
      )
    : (input.tallies ?? []).filter((t) => t.reviewId === input.reviewId);
  return all
    .map((tally) => (options.coder === undefined ? tally : oneCoders(tally, options.coder, index)))
    .filter((t) => countsTotal(t.own) + countsTotal(t.secondHand) > 0);
}

/** The part of a tally that one coder made, under every id that this coder has. */
function oneCoders(tally: CountedTally, coder: string, index: CoderIndex): CountedTally {
  const coders = tally.coders.filter((c) => index.resolve(c.coderId) === index.resolve(coder));
  return {
    ...tally,
    coders,
    own: coders.reduce((sum, c) => addCounts(sum, c.own), noCounts()),
    secondHand: coders.reduce((sum, c) => addCounts(sum, c.secondHand), noCounts()),
  };
}

/** What each coder counted in a cell, coders that were joined taken together. */
function countsByCoder(tally: Tally, secondHand: boolean, index: CoderIndex): StanceCounts[] {
  const counts = new Map<string, StanceCounts>();
  for (const { coderId, own, secondHand: others } of tally.coders) {
    const id = index.resolve(coderId);
    const theirs = secondHand ? addCounts(own, others) : own;
    counts.set(id, addCounts(counts.get(id) ?? noCounts(), theirs));
  }
  return [...counts.values()];
}

/** Who made what is counted of papers in scope, in n or apart. */
export function countedCoders(
  { coders = [] }: MapInput,
  tallies: readonly Tally[],
  scope: ReadonlyMap<string, ReviewPaper>,
): CountedCoder[] {
  const index = new CoderIndex(coders);
  const ids = new Set<string>();
  for (const tally of tallies)
    if (scope.has(tally.paperId))
      for (const { coderId } of tally.coders) ids.add(index.resolve(coderId));
  return [...ids]
    .map((id) => ({ id, name: index.name(id) }))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export type Cells = Map<string, Map<string, MapCell>>;

/** The cell of an influence and a paper; an empty one is made where there is none. */
export function cellIn(
  cells: Cells,
  { codebookId, influenceId }: InfluenceRef,
  paperId: string,
): MapCell {
  const key = influenceKey({ codebookId, influenceId });
  const row = cells.get(key) ?? new Map<string, MapCell>();
  cells.set(key, row);
  const cell = row.get(paperId) ?? {
    ...{ key, codebookId, influenceId, paperId, stance: null, notReported: false },
    ...{ own: noCounts(), secondHand: noCounts() },
  };
  row.set(paperId, cell);
  return cell;
}

/** Cells of the papers in scope, without what they do not report: influence key -> paper id -> cell. */
export function collectCells(
  input: MapInput,
  options: MapOptions,
  tallies: readonly CountedTally[],
  scope: ReadonlyMap<string, ReviewPaper>,
): Cells {
  const cells: Cells = new Map();
  const index = new CoderIndex(input.coders ?? []);
  for (const tally of tallies) {
    if (!scope.has(tally.paperId)) continue;
    const cell = cellIn(cells, tally, tally.paperId);
    if (tally.isUpperBound) cell.isUpperBound = true;
    cell.own = addCounts(cell.own, tally.own);
    cell.secondHand = addCounts(cell.secondHand, tally.secondHand);
    cell.stance = agreedStance(countsByCoder(tally, options.secondHand, index));
  }
  return cells;
}

/** The assessments of papers in scope, as they count: by the coder that theirs counts as. */
export function assessedIn(
  { reviewId, assessments = [], coders = [] }: MapInput,
  { coder }: MapOptions,
  scope: ReadonlyMap<string, ReviewPaper>,
): (NotReported & { paperId: string })[] {
  const index = new CoderIndex(coders);
  const only = coder === undefined ? undefined : index.resolve(coder);
  return assessments.flatMap((one) => {
    const { codebookId, influenceId, paperId } = one;
    const coderId = index.resolve(one.coderId);
    if (one.reviewId !== reviewId || !scope.has(paperId)) return [];
    if (only !== undefined && coderId !== only) return [];
    return { codebookId, influenceId, paperId, coderId, unit: paperId };
  });
}

/** By influence key, the units with anything tagged, counted in n or not. */
export function unitsTagged(
  cells: Cells,
  unitOf: (paperId: string) => string,
): Map<string, Set<string>> {
  return new Map(
    [...cells].map(([key, row]) => [
      key,
      new Set(
        [...row.values()]
          .filter(({ own, secondHand }) => countsTotal(own) + countsTotal(secondHand) > 0)
          .map(({ paperId }) => unitOf(paperId)),
      ),
    ]),
  );
}
