/** Counting: from tally sheets, review papers and assessments to the evidence map, each paper or study once in each row. */

import { influenceKey } from '../codebook/influences';
import { CoderIndex, grouped, type InfluenceRef, runThrough, statementsIn } from '../model';
import { addCounts, addTo, countsTotal, noCounts, stanceTogether } from './counts';
import { type CountedPaper, PaperCounter } from './paper-cells';
import { broaderOf, notReportedRoller } from './roll-up';
import { assessedIn, countedCoders, Scope, sheetsFor } from './scope';
import type {
  CountedMap,
  EvidenceMap,
  MapCell,
  MapInput,
  MapOptions,
  MapRow,
  PaperStance,
  StatementKey,
} from './types';
import { DEFAULT_MAP_OPTIONS } from './types';
import { wilson } from './wilson';

// One fixed collation: the same data must give the same order on every machine and in every file.
const collator = new Intl.Collator('en', { numeric: true });

/** The evidence map of one review with its cells. See `countMap`. */
export function buildMap(input: MapInput, options: MapOptions = DEFAULT_MAP_OPTIONS): EvidenceMap {
  return runThrough(countCells(input, options, 'all'));
}

/**
 * The evidence map of one review, rolled up where the options say so. Each yield is a moment at which a page can have its
 * turn.
 *
 * A paper counts once per influence: supporting, contrasting, mixed (both) or mentioning (nothing else), by each
 * coder; where coders gave different stances it counts as "coders differ", or with what they decided. n never exceeds N:
 * only papers within the denominator are counted. With study families as the unit, a family counts once, if any of its
 * papers is within the denominator, with the stances of these papers taken together.
 */
export function* countMap(
  input: MapInput,
  options: MapOptions = DEFAULT_MAP_OPTIONS,
): Generator<undefined, CountedMap, undefined> {
  const { cells: _, ...map } = yield* countCells(input, options, null);
  return map;
}

/** The ids of the papers that a row counts in n. */
export function papersInRow(input: MapInput, options: MapOptions, key: string): Set<string> {
  const { cells } = runThrough(countCells(input, options, key));
  return new Set(cells.flatMap(({ stance, paperId }) => (stance ? paperId : [])));
}

/** @param wanted the key of the row whose cells are given; null for none */
function* countCells(
  input: MapInput,
  options: MapOptions,
  wanted: string | 'all' | null,
): Generator<undefined, EvidenceMap, undefined> {
  const { reviewId, coders = [], influences = [] } = input;
  const decisions = (input.decisions ?? []).filter((one) => one.reviewId === reviewId);
  const { coder, secondHand, rollUp = false } = options;
  const { sheets, statementSheets } = sheetsFor(input);
  yield;
  const rows = new Rows(input, options);
  const marked = new Map(statementSheets.map((one) => [one.paperId, one]));
  const statementsOf = (id: string) => statementsIn(marked.get(id) ?? { statements: '' });
  const counter = new PaperCounter({
    ...{ coder, secondHand, decisions, rowsOf: rows.numbersOf },
    statementsOf,
    firstOf: input.tags && input.statements ? firstAlike(input.statements, statementsOf) : null,
    coders: new CoderIndex(coders),
  });
  const isTagged = (of: readonly (string | undefined)[]) => of.some((id) => id !== undefined);
  const tagged = new Set(
    sheets.filter((one) => isTagged(counter.codersOf(one))).map(({ paperId }) => paperId),
  );
  const scope = new Scope(input, options, tagged);
  const sheetOf = new Map(sheets.map((one) => [one.paperId, one]));
  const assessed = grouped(assessedIn(input, options, scope), ({ paperId }) => paperId);
  const roll = rollUp ? notReportedRoller(influences) : null;
  const families = scope.byFamily();
  const counted = { papers: scope.papers.size, families: families.size };
  const unit = options.unit ?? 'papers';
  const totals = { statements: noCounts(), secondHand: 0 };
  const cells: MapCell[] = [];
  yield;

  /** The numbers of the rows that some papers, as one unit, do not report. */
  function silentIn(papers: readonly CountedIn[]): Set<number> {
    const ofUnit = papers.flatMap(({ id }) => assessed.get(id) ?? []);
    if (!ofUnit.length) return NONE;
    const isHere = (key: string) => papers.some((one) => one.cells.has(rows.numberOf(key)));
    const settled = roll ? roll(ofUnit, isHere) : ofUnit;
    return new Set(settled.map((one) => rows.numberFor(one)));
  }

  /** Counts some papers as one unit in each row that knows of them. */
  function countTogether(papers: readonly CountedIn[]): void {
    const silent = silentIn(papers);
    const [only] = papers;
    const cells = only && papers.length === 1 ? only.cells : joined(papers);
    for (const [number, cell] of cells)
      countUnit(rows.at(number), cell, silent.has(number), options);
    for (const number of silent)
      if (!cells.has(number)) countUnit(rows.at(number), together([]), true, options);
  }

  function collect(paper: CountedIn): void {
    const silent = silentIn([paper]);
    for (const number of new Set([...paper.cells.keys(), ...silent])) {
      const { key, codebookId, influenceId } = rows.at(number);
      if (wanted !== 'all' && wanted !== key) continue;
      const cell = paper.cells.get(number) ?? together([]);
      const { own, secondHand: apart, stance } = cell;
      cells.push({
        ...{ key, codebookId, influenceId, paperId: paper.id, own, secondHand: apart, stance },
        notReported: silent.has(number),
      });
    }
  }

  for (const ids of families.values()) {
    const papers = ids.map((id): CountedIn => {
      const sheet = sheetOf.get(id);
      const { cells: own, direct } = sheet ? counter.count(sheet) : NOTHING;
      addTo(totals.statements, direct.own);
      if (secondHand) addTo(totals.statements, direct.secondHand);
      totals.secondHand += countsTotal(direct.secondHand);
      return { id, cells: own };
    });
    if (unit === 'families') countTogether(papers);
    else for (const one of papers) countTogether([one]);
    countBehind(papers, rows);
    if (wanted !== null) for (const one of papers) collect(one);
    yield;
  }

  const N = counted[unit];
  const sorted = rows.settled(N);
  const place = new Map(sorted.map(({ key }, i) => [key, i]));
  cells.sort(
    (a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0) || (a.paperId < b.paperId ? -1 : 1),
  );
  return {
    ...{ reviewId, cells },
    options: { ...options },
    rows: sorted,
    coders: countedCoders(input, sheets, counter, scope),
    paperIds: [...scope.papers.keys()],
    totals: { N, counted, ...scope.totals(), ...totals },
  };
}

/** Copies of a quote in one paper are one. */
function firstAlike(
  statements: readonly StatementKey[],
  statementsOf: (paperId: string) => readonly string[],
): (paperId: string) => readonly number[] {
  const quotes = new Map(statements.map(({ id, quoteKey }) => [id, quoteKey]));
  return (paperId) => {
    const first = new Map<string, number>();
    return statementsOf(paperId).map((id, place) => {
      const quote = quotes.get(id);
      // One that we were not given is apart from all.
      if (quote === undefined) return place;
      const known = first.get(quote) ?? place;
      first.set(quote, known);
      return known;
    });
  };
}

const NONE: ReadonlySet<number> & Set<number> = new Set();
const NOTHING: CountedPaper = {
  cells: new Map(),
  direct: { own: noCounts(), secondHand: noCounts() },
};

/** A paper of the map with its cells, by row number. */
interface CountedIn extends Pick<CountedPaper, 'cells'> {
  id: string;
}

/** The papers of one study family in each row's n, and the family. */
function countBehind(papers: readonly CountedIn[], rows: Rows): void {
  const counted = new Map<number, number>();
  for (const { cells } of papers)
    for (const [number, { stance }] of cells)
      if (stance) counted.set(number, (counted.get(number) ?? 0) + 1);
  for (const [number, count] of counted) {
    const row = rows.at(number);
    row.counted.papers += count;
    row.counted.families += 1;
  }
}

/** The rows of a map, each with a number: those of the influences in use, then of any other that is met (its codebook may be gone). */
class Rows {
  private readonly all: MapRow[] = [];
  private readonly numbers = new Map<string, number>();
  /** By codebook and influence: each paper asks for each of its influences, and no key has to be made for that. */
  private readonly known = new Map<string, Map<string, ReturnType<Rows['numbersOf']>>>();
  private readonly broader: (ref: InfluenceRef) => readonly InfluenceRef[];
  private readonly seenAs: (ref: InfluenceRef) => readonly InfluenceRef[];

  constructor(
    { influences = [], seenAs }: MapInput,
    private readonly options: MapOptions,
  ) {
    this.seenAs = seenAs ?? ((ref) => [ref]);
    this.broader = options.rollUp ? broaderOf(influences) : (ref) => [ref];
    for (const { label, ...ref } of influences) this.numberFor(ref, label);
  }

  /** The rows that a tag with an influence counts in: where it is shown, and where that is rolled up to. */
  numbersOf = (ref: InfluenceRef): { direct: readonly number[]; all: readonly number[] } => {
    const ofBook = this.known.get(ref.codebookId) ?? new Map();
    const known = ofBook.get(ref.influenceId);
    if (known) return known;
    const direct = this.seenAs(ref);
    const numbers = (refs: readonly InfluenceRef[]) => [
      ...new Set(refs.map((one) => this.numberFor(one))),
    ];
    const found = { direct: numbers(direct), all: numbers(direct.flatMap(this.broader)) };
    this.known.set(ref.codebookId, ofBook.set(ref.influenceId, found));
    return found;
  };

  numberOf = (key: string): number => this.numbers.get(key) ?? -1;

  numberFor(ref: InfluenceRef, label = ref.influenceId): number {
    const key = influenceKey(ref);
    const number = this.numbers.get(key) ?? this.all.push(this.empty(key, ref, label)) - 1;
    this.numbers.set(key, number);
    return number;
  }

  at = (number: number): MapRow => this.all[number] as MapRow;

  private empty(key: string, { codebookId, influenceId }: InfluenceRef, label: string): MapRow {
    return {
      ...{ key, codebookId, influenceId, label },
      ...{ unit: this.options.unit ?? 'papers', N: 0, n: 0, share: 0, lo: 0, hi: 1 },
      papers: { supporting: 0, mixed: 0, contrasting: 0, mentioning: 0, differ: 0 },
      statements: noCounts(),
      secondHand: {
        ...{ papers: 0, onlyPapers: 0, statements: noCounts() },
        counted: this.options.secondHand,
      },
      counted: { papers: 0, families: 0 },
      ...{ notReported: 0, notAssessed: 0, disputed: 0 },
    };
  }

  /** By n, most first. */
  settled(N: number): MapRow[] {
    for (const row of this.all)
      Object.assign(row, {
        ...{ N, share: N > 0 ? row.n / N : 0, notAssessed: N - row.n - row.notReported },
        ...wilson(row.n, N),
      });
    return this.all.sort(
      (a, b) =>
        b.n - a.n ||
        collator.compare(a.label, b.label) ||
        collator.compare(a.codebookId, b.codebookId) ||
        (a.influenceId < b.influenceId ? -1 : 1),
    );
  }
}

/** A look-up of the map's cells by row key and paper id, for drawing the matrix. */
export function cellLookup(
  map: Pick<EvidenceMap, 'cells'>,
): (key: string, paperId: string) => MapCell | undefined {
  const index = new Map(map.cells.map((cell) => [`${cell.key}\u0000${cell.paperId}`, cell]));
  return (key, paperId) => index.get(`${key}\u0000${paperId}`);
}

type Counted = Pick<MapCell, 'own' | 'secondHand' | 'stance'>;

/** What some papers hold as one unit, by row number. */
function joined(papers: readonly CountedIn[]): ReadonlyMap<number, Counted> {
  const all = grouped(
    papers.flatMap(({ cells }) => [...cells]),
    ([number]) => number,
  );
  return new Map(
    [...all].map(([number, some]) => [number, together(some.map(([, cell]) => cell))]),
  );
}

/** What the papers of one unit hold on an influence, as if they were one. */
function together(cells: readonly Counted[]): Counted {
  const [only] = cells;
  if (only && cells.length === 1) return only;
  const stances = cells.map(({ stance }) => stance);
  return {
    own: cells.reduce((sum, cell) => addCounts(sum, cell.own), noCounts()),
    secondHand: cells.reduce((sum, cell) => addCounts(sum, cell.secondHand), noCounts()),
    stance: stanceTogether(stances.filter((stance): stance is PaperStance => stance !== null)),
  };
}

/** Runs for each cell of the map, a hundred thousand times in a large review: it makes no objects. */
function countUnit(row: MapRow, unit: Counted, isSilent: boolean, options: MapOptions): void {
  const { own, secondHand, stance } = unit;
  if (countsTotal(secondHand) > 0) {
    row.secondHand.papers += 1;
    if (countsTotal(own) === 0) row.secondHand.onlyPapers += 1;
    addTo(row.secondHand.statements, secondHand);
  }
  if (stance) {
    row.n += 1;
    row.papers[stance] += 1;
    addTo(row.statements, own);
    if (options.secondHand) addTo(row.statements, secondHand);
    if (isSilent) row.disputed += 1;
  } else if (isSilent) {
    row.notReported += 1;
  }
}
