/** Counting: from tallies, review papers and assessments to the evidence map (design/reporting.md). */

import { influenceKey } from '../codebook/influences';
import {
  CoderIndex,
  type ReviewPaper,
  type StanceCounts,
  StudyFamilies,
  type Tally,
} from '../model';
import { addCounts, agreedStance, countsTotal, noCounts, talliesOfTags } from './tally';
import type { EvidenceMap, MapCell, MapInput, MapOptions, MapRow } from './types';
import { DEFAULT_MAP_OPTIONS } from './types';
import { wilson } from './wilson';

// One fixed collation: the same data must give the same order on every machine and in every file.
const collator = new Intl.Collator('en', { numeric: true });

/**
 * The evidence map of one review.
 *
 * A paper counts once per influence: supporting, contrasting, mixed (both) or mentioning (nothing else), by each
 * coder; where coders gave different stances it counts as "coders differ". n never exceeds N: only papers within
 * the denominator are counted.
 */
export function buildMap(input: MapInput, options: MapOptions = DEFAULT_MAP_OPTIONS): EvidenceMap {
  const { reviewId } = input;
  const tallies = talliesFor(input, options);
  const listed = input.reviewPapers.filter((p) => p.reviewId === reviewId);
  const families = new StudyFamilies(listed);
  const kept = new Map<string, ReviewPaper>();
  for (const paper of listed) {
    if (paper.eligibility !== 'excluded') kept.set(paper.paperId, paper);
  }
  const taggedIds = new Set(tallies.map((t) => t.paperId));
  const scope = new Map([...kept].filter(([id, paper]) => inScope(id, paper)));

  function inScope(id: string, paper: ReviewPaper): boolean {
    if (options.denominator === 'included') return paper.eligibility === 'included';
    if (options.denominator === 'read') return paper.progress === 'read';
    return options.denominator === 'all' || taggedIds.has(id);
  }

  const cells = collectCells(input, options, tallies, scope);
  const rows = rowSeeds(input, cells).map((seed) =>
    countRow(seed, cells.get(seed.key) ?? new Map(), scope, families, options),
  );
  rows.sort(
    (a, b) =>
      b.n - a.n ||
      collator.compare(a.label, b.label) ||
      collator.compare(a.codebookId, b.codebookId) ||
      (a.influenceId < b.influenceId ? -1 : 1),
  );

  const known = new Set(listed.map((p) => p.paperId));
  return {
    reviewId,
    options: { ...options },
    rows,
    cells: rows.flatMap((row) => sortedCells(cells.get(row.key))),
    paperIds: [...scope.keys()],
    totals: {
      N: scope.size,
      families: countFamilies(scope.keys(), families),
      kept: kept.size,
      included: [...kept.values()].filter((p) => p.eligibility === 'included').length,
      excluded: listed.length - kept.size,
      read: [...kept.values()].filter((p) => p.progress === 'read').length,
      tagged: [...kept.keys()].filter((id) => taggedIds.has(id)).length,
      statements: rows.reduce((sum, row) => addCounts(sum, row.statements), noCounts()),
      unlisted: [...taggedIds].filter((id) => !known.has(id)).length,
    },
  };
}

/** A look-up of the map's cells by row key and paper id, for drawing the matrix. */
export function cellLookup(
  map: Pick<EvidenceMap, 'cells'>,
): (key: string, paperId: string) => MapCell | undefined {
  const index = new Map(map.cells.map((cell) => [`${cell.key}\u0000${cell.paperId}`, cell]));
  return (key, paperId) => index.get(`${key}\u0000${paperId}`);
}

/** This review's tallies with anything in them. Tags win over stored tallies: they are the source. */
function talliesFor(input: MapInput, options: MapOptions): Tally[] {
  const all = input.tags
    ? talliesOfTags(
        input.tags.filter((t) => t.reviewId === input.reviewId),
        input.statements,
      )
    : (input.tallies ?? []).filter((t) => t.reviewId === input.reviewId);
  const index = new CoderIndex(input.coders ?? []);
  return all
    .map((tally) => (options.coder === undefined ? tally : oneCoders(tally, options.coder, index)))
    .filter((t) => countsTotal(t.own) + countsTotal(t.secondHand) > 0);
}

/** The part of a tally that one coder made, under every id that this coder has. */
function oneCoders(tally: Tally, coder: string, index: CoderIndex): Tally {
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

type Cells = Map<string, Map<string, MapCell>>;

/** Cells of the papers in scope: influence key -> paper id -> cell. */
function collectCells(
  input: MapInput,
  options: MapOptions,
  tallies: readonly Tally[],
  scope: ReadonlyMap<string, ReviewPaper>,
): Cells {
  const cells: Cells = new Map();
  const cellFor = (codebookId: string, influenceId: string, paperId: string): MapCell => {
    const key = influenceKey({ codebookId, influenceId });
    let row = cells.get(key);
    if (!row) {
      row = new Map();
      cells.set(key, row);
    }
    let cell = row.get(paperId);
    if (!cell) {
      cell = {
        key,
        codebookId,
        influenceId,
        paperId,
        stance: null,
        own: noCounts(),
        secondHand: noCounts(),
        notReported: false,
      };
      row.set(paperId, cell);
    }
    return cell;
  };

  const index = new CoderIndex(input.coders ?? []);
  for (const tally of tallies) {
    if (!scope.has(tally.paperId)) continue;
    const cell = cellFor(tally.codebookId, tally.influenceId, tally.paperId);
    cell.own = addCounts(cell.own, tally.own);
    cell.secondHand = addCounts(cell.secondHand, tally.secondHand);
    cell.stance = agreedStance(countsByCoder(tally, options.secondHand, index));
  }
  for (const a of input.assessments ?? []) {
    if (a.reviewId !== input.reviewId || !scope.has(a.paperId)) continue;
    if (options.coder !== undefined && index.resolve(a.coderId) !== index.resolve(options.coder))
      continue;
    cellFor(a.codebookId, a.influenceId, a.paperId).notReported = true;
  }
  return cells;
}

type RowSeed = Pick<MapRow, 'key' | 'codebookId' | 'influenceId' | 'label'>;

/** Rows to make: the influences in use, then any other that has a cell (its codebook may be gone). */
function rowSeeds(input: MapInput, cells: Cells): RowSeed[] {
  const seeds = new Map<string, RowSeed>();
  for (const { codebookId, influenceId, label } of input.influences ?? []) {
    const key = influenceKey({ codebookId, influenceId });
    if (!seeds.has(key)) seeds.set(key, { key, codebookId, influenceId, label });
  }
  for (const [key, row] of cells) {
    const cell = row.values().next().value;
    if (!cell || seeds.has(key)) continue;
    const { codebookId, influenceId } = cell;
    seeds.set(key, { key, codebookId, influenceId, label: influenceId });
  }
  return [...seeds.values()];
}

function countRow(
  seed: RowSeed,
  cells: ReadonlyMap<string, MapCell>,
  scope: ReadonlyMap<string, ReviewPaper>,
  families: StudyFamilies,
  options: MapOptions,
): MapRow {
  const N = scope.size;
  const row: MapRow = {
    ...seed,
    papers: { supporting: 0, mixed: 0, contrasting: 0, mentioning: 0, differ: 0 },
    n: 0,
    N,
    share: 0,
    lo: 0,
    hi: 1,
    statements: noCounts(),
    secondHand: { papers: 0, onlyPapers: 0, statements: noCounts() },
    families: 0,
    notReported: 0,
    notAssessed: 0,
    disputed: 0,
  };
  const counted: string[] = [];
  for (const cell of cells.values()) {
    if (countsTotal(cell.secondHand) > 0) {
      row.secondHand.papers += 1;
      if (countsTotal(cell.own) === 0) row.secondHand.onlyPapers += 1;
      row.secondHand.statements = addCounts(row.secondHand.statements, cell.secondHand);
    }
    if (cell.stance) {
      row.papers[cell.stance] += 1;
      row.statements = addCounts(
        row.statements,
        options.secondHand ? addCounts(cell.own, cell.secondHand) : cell.own,
      );
      counted.push(cell.paperId);
      if (cell.notReported) row.disputed += 1;
    } else if (cell.notReported) {
      row.notReported += 1;
    }
  }
  row.n = counted.length;
  row.share = N > 0 ? row.n / N : 0;
  row.families = countFamilies(counted, families);
  row.notAssessed = N - row.n - row.notReported;
  return Object.assign(row, wilson(row.n, N));
}

/** Companion papers of one study count once; a paper without a family is a family of its own. */
function countFamilies(paperIds: Iterable<string>, families: StudyFamilies): number {
  return new Set([...paperIds].map((id) => families.nameOf(id))).size;
}

function sortedCells(row: ReadonlyMap<string, MapCell> | undefined): MapCell[] {
  return [...(row?.values() ?? [])].sort((a, b) => (a.paperId < b.paperId ? -1 : 1));
}
