/** Counting: from tallies, review papers and assessments to the evidence map (design/reporting.md). */

import { influenceKey } from '../codebook/influences';
import { grouped, type ReviewPaper, StudyFamilies } from '../model';
import {
  assessedIn,
  type Cells,
  cellIn,
  collectCells,
  countedCoders,
  talliesFor,
  unitsTagged,
} from './cells';
import { rolledTallies, rolledUp, rollUpNotReported } from './roll-up';
import { addCounts, countsTotal, noCounts, stanceTogether } from './tally';
import type { EvidenceMap, MapCell, MapInput, MapOptions, MapRow, PaperStance } from './types';
import { DEFAULT_MAP_OPTIONS } from './types';
import { wilson } from './wilson';

// One fixed collation: the same data must give the same order on every machine and in every file.
const collator = new Intl.Collator('en', { numeric: true });

/**
 * The evidence map of one review, rolled up where the options say so.
 *
 * A paper counts once per influence: supporting, contrasting, mixed (both) or mentioning (nothing else), by each
 * coder; where coders gave different stances it counts as "coders differ". n never exceeds N: only papers within
 * the denominator are counted. With study families as the unit, a family counts once, if any of its papers is within
 * the denominator, with the stances of these papers taken together.
 */
export function buildMap(input: MapInput, options: MapOptions = DEFAULT_MAP_OPTIONS): EvidenceMap {
  const map = countMap(input, options);
  if (!options.rollUp) return map;
  const { tags, tallies = [], influences = [] } = input;
  const all = tags
    ? { tags: rolledUp(tags, influences) }
    : { tallies: rolledTallies(tallies, influences) };
  const { statements, secondHand } = map.totals;
  const rolled = countMap({ ...input, ...all }, options, true);
  return { ...rolled, totals: { ...rolled.totals, statements, secondHand } };
}

function countMap(input: MapInput, options: MapOptions, isRolledUp = false): EvidenceMap {
  const { reviewId } = input;
  const tallies = talliesFor(input, options);
  const listed = input.reviewPapers.filter((p) => p.reviewId === reviewId);
  const members = (input.familyMembers ?? []).filter((one) => one.reviewId === reviewId);
  const families = new StudyFamilies(listed, members);
  const kept = new Map<string, ReviewPaper>();
  for (const paper of listed) {
    if (paper.eligibility !== 'excluded') kept.set(paper.paperId, paper);
  }
  const withoutRow = talliesFor({ ...input, tags: input.withoutRow ?? [] }, options);
  const taggedIds = new Set([...tallies, ...withoutRow].map((t) => t.paperId));
  const scope = new Map([...kept].filter(([id, paper]) => inScope(id, paper)));

  function inScope(id: string, paper: ReviewPaper): boolean {
    if (options.denominator === 'included') return paper.eligibility === 'included';
    if (options.denominator === 'read') return paper.progress === 'read';
    return options.denominator === 'all' || taggedIds.has(id);
  }

  const cells = collectCells(input, options, tallies, scope);
  const unit = options.unit ?? 'papers';
  const unitOf = (paperId: string) => (unit === 'papers' ? paperId : families.nameOf(paperId));
  const assessed = assessedIn(input, options, scope);
  const settled = (of: (paperId: string) => string) => {
    const all = assessed.map(({ paperId, ...one }) => ({ ...one, unit: of(paperId) }));
    if (!isRolledUp) return all;
    const tagged = unitsTagged(cells, of);
    const isTagged = (key: string, name: string) => tagged.get(key)?.has(name) ?? false;
    return rollUpNotReported(all, input.influences ?? [], isTagged);
  };
  // By the row's unit: the papers of a study may each have been assessed on a part of what is under an influence.
  const notReported = grouped(settled(unitOf), influenceKey);
  // Cells are of papers, whatever rows count.
  for (const one of settled((paperId) => paperId)) cellIn(cells, one, one.unit).notReported = true;
  const counted = {
    papers: scope.size,
    families: countFamilies(scope.keys(), families),
  };
  const N = counted[unit];
  const rows = rowSeeds(input, cells).map((seed) => {
    const units = grouped(cells.get(seed.key)?.values() ?? [], ({ paperId }) => unitOf(paperId));
    const silent = new Set(notReported.get(seed.key)?.map((one) => one.unit));
    const row = countRow({ ...seed, unit, N }, units, silent, options);
    const all = [...units.values()].flat();
    if (all.some(({ isUpperBound }) => isUpperBound)) row.isUpperBound = true;
    const papers = all.filter(({ stance }) => stance);
    row.counted = {
      papers: papers.length,
      families: countFamilies(
        papers.map(({ paperId }) => paperId),
        families,
      ),
    };
    return row;
  });
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
    coders: countedCoders(input, tallies, scope),
    paperIds: [...scope.keys()],
    totals: {
      N,
      counted,
      kept: kept.size,
      included: [...kept.values()].filter((p) => p.eligibility === 'included').length,
      excluded: listed.length - kept.size,
      read: [...kept.values()].filter((p) => p.progress === 'read').length,
      tagged: [...kept.keys()].filter((id) => taggedIds.has(id)).length,
      statements: rows.reduce((sum, row) => addCounts(sum, row.statements), noCounts()),
      secondHand: rows.reduce((sum, row) => sum + countsTotal(row.secondHand.statements), 0),
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

/**
 * @param units the cells of each unit: one of a paper, several of a family
 * @param silent the units that do not report the influence, those without a cell too
 */
function countRow(
  seed: RowSeed & Pick<MapRow, 'unit' | 'N'>,
  units: ReadonlyMap<string, readonly MapCell[]>,
  silent: ReadonlySet<string>,
  options: MapOptions,
): MapRow {
  const row: MapRow = {
    ...seed,
    papers: { supporting: 0, mixed: 0, contrasting: 0, mentioning: 0, differ: 0 },
    n: 0,
    share: 0,
    lo: 0,
    hi: 1,
    statements: noCounts(),
    secondHand: {
      ...{ papers: 0, onlyPapers: 0, statements: noCounts() },
      counted: options.secondHand,
    },
    counted: { papers: 0, families: 0 },
    notReported: 0,
    notAssessed: 0,
    disputed: 0,
  };
  for (const unit of new Set([...units.keys(), ...silent]))
    countUnit(row, { ...together(units.get(unit) ?? []), notReported: silent.has(unit) }, options);
  const { n, N } = row;
  row.share = N > 0 ? n / N : 0;
  row.notAssessed = N - n - row.notReported;
  return Object.assign(row, wilson(n, N));
}

type Counted = Pick<MapCell, 'own' | 'secondHand' | 'stance' | 'notReported'>;

/** What the papers of one unit hold on an influence, as if they were one. */
function together(cells: readonly MapCell[]): Omit<Counted, 'notReported'> {
  const stances = cells.map(({ stance }) => stance);
  return {
    own: cells.reduce((sum, cell) => addCounts(sum, cell.own), noCounts()),
    secondHand: cells.reduce((sum, cell) => addCounts(sum, cell.secondHand), noCounts()),
    stance: stanceTogether(stances.filter((stance): stance is PaperStance => stance !== null)),
  };
}

function countUnit(row: MapRow, unit: Counted, options: MapOptions): void {
  if (countsTotal(unit.secondHand) > 0) {
    row.secondHand.papers += 1;
    if (countsTotal(unit.own) === 0) row.secondHand.onlyPapers += 1;
    row.secondHand.statements = addCounts(row.secondHand.statements, unit.secondHand);
  }
  if (unit.stance) {
    row.n += 1;
    row.papers[unit.stance] += 1;
    row.statements = addCounts(
      row.statements,
      options.secondHand ? addCounts(unit.own, unit.secondHand) : unit.own,
    );
    if (unit.notReported) row.disputed += 1;
  } else if (unit.notReported) {
    row.notReported += 1;
  }
}

/** Companion papers of one study count once; a paper without a family is a family of its own. */
function countFamilies(paperIds: Iterable<string>, families: StudyFamilies): number {
  return new Set([...paperIds].map((id) => families.nameOf(id))).size;
}

function sortedCells(row: ReadonlyMap<string, MapCell> | undefined): MapCell[] {
  return [...(row?.values() ?? [])].sort((a, b) => (a.paperId < b.paperId ? -1 : 1));
}
