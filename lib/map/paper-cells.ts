/** What one paper holds on each influence, counted from its tally sheet. */
import {
  Basis,
  type CoderIndex,
  type Decision,
  type InfluenceRef,
  influencesIn,
  SHEET,
  SHEET_WIDTH,
  Stance,
  type StanceCounts,
  type TallySheet,
} from '../model';
import { noCounts, paperStance, STANCES_OF } from './counts';
import { Decided } from './decided';
import type { PaperStance } from './types';

export interface PaperCell {
  /** Distinct statements with an own finding: two coders who agree on one count once, two who differ once under each stance. */
  own: StanceCounts;
  /** The same of second-hand ones; what one coder takes for an own finding is not among them. */
  secondHand: StanceCounts;
  /** By what counts in n; null where nothing does. */
  stance: PaperStance | null;
}

export interface CountedPaper {
  /** By row number. */
  cells: Map<number, PaperCell>;
  /** Statement x influence pairs where they were tagged, without what rolls up. */
  direct: Pick<PaperCell, 'own' | 'secondHand'>;
}

export interface Counting {
  /** The numbers of the rows that a tag with this influence counts in: `direct`, and all others that these are under. */
  rowsOf: (ref: InfluenceRef) => { direct: readonly number[]; all: readonly number[] };
  coders: CoderIndex;
  /** Only this coder's tags; what was decided is of the agreed record, and is left out then. */
  coder?: string | undefined;
  secondHand: boolean;
  decisions: readonly Decision[];
  /** The ids of a paper's statements, by their places: asked for where something was decided. */
  statementsOf: (paperId: string) => readonly string[];
  /** By their places, the place of the first statement with the same quote; null where no two of a paper are alike. */
  firstOf: ((paperId: string) => readonly number[]) | null;
}

const OWN = 1;
const SECOND_HAND = 2;
const OWN_BASIS = Basis.options.indexOf('own');
const STANCES = Stance.options.length;

/** By their places in the options of stances. */
const numbersOf = (stance: Stance | 'mixed'): readonly number[] =>
  STANCES_OF[stance].map((one) => Stance.options.indexOf(one));
/** Where nothing was decided, by the stance of the tag. */
const UNDECIDED = Stance.options.map((stance): Words => {
  const own = numbersOf(stance);
  return { ofPaper: own, ofStatement: own };
});

/** How the stances of a tag count, as numbers: of the paper, and of the statement. */
interface Words {
  ofPaper: readonly number[];
  ofStatement: readonly number[];
}

export class PaperCounter {
  /** Counting papers, what was decided of a paper comes first; counting statements, what was decided of the statement. */
  private readonly byPaper: Decided;
  private readonly byStatement: Decided;
  private readonly decidedIn: ReadonlySet<string>;
  private readonly only: string | undefined;
  private readonly marks = new Marks();
  private readonly direct = new Marks();

  constructor(private readonly how: Counting) {
    const { coder, coders } = how;
    const decisions = coder === undefined ? how.decisions : [];
    this.byPaper = new Decided(decisions, 'papers');
    this.byStatement = new Decided(decisions, 'statements');
    this.decidedIn = new Set(decisions.map(({ paperId }) => paperId));
    this.only = coder === undefined ? undefined : coders.resolve(coder);
  }

  /** Whose tags are counted: the coders they count as, by their place in the sheet; undefined where a coder's are not. */
  codersOf({ coders }: TallySheet): (string | undefined)[] {
    const resolved = coders.map((id) => this.how.coders.resolve(id));
    return resolved.map((id) => (this.only === undefined || id === this.only ? id : undefined));
  }

  count(sheet: TallySheet): CountedPaper {
    const { tags } = sheet;
    const influences = influencesIn(sheet);
    const coders = this.codersOf(sheet);
    const people = [...new Set(coders)];
    const personOf = coders.map((id) => people.indexOf(id));
    const rowsOf = influences.map((ref) => this.how.rowsOf(ref));
    const { marks, direct } = this;
    marks.begin(sheet.statements);
    direct.begin(sheet.statements);
    const said = new Map<number, number>();
    const firstOf = this.how.firstOf?.(sheet.paperId);
    const ids = this.decidedIn.has(sheet.paperId) ? this.how.statementsOf(sheet.paperId) : null;
    for (let at = 0; at < tags.length; at += SHEET_WIDTH) {
      const coder = tags[at + SHEET.coder] as number;
      if (coders[coder] === undefined) continue;
      const statement = tags[at + SHEET.statement] as number;
      const influence = tags[at + SHEET.influence] as number;
      const stance = tags[at + SHEET.stance] as number;
      const words = ids
        ? this.wordsOf(
            { ...(influences[influence] as InfluenceRef), paperId: sheet.paperId },
            ids[statement] ?? '',
            stance,
          )
        : (UNDECIDED[stance] as Words);
      if (!words) continue;
      const mark = tags[at + SHEET.basis] === OWN_BASIS ? OWN : SECOND_HAND;
      const counts = mark === OWN || this.how.secondHand;
      const rows = rowsOf[influence] as ReturnType<Counting['rowsOf']>;
      const first = firstOf?.[statement] ?? statement;
      for (const row of rows.direct)
        for (const one of words.ofStatement) direct.add(row, first, one, mark);
      for (const row of rows.all) {
        for (const one of words.ofStatement) marks.add(row, first, one, mark);
        if (!counts) continue;
        const key = row * people.length + (personOf[coder] as number);
        for (const one of words.ofPaper) said.set(key, (said.get(key) ?? 0) | (1 << one));
      }
    }
    return { cells: cellsOf(marks, said, people.length), direct: direct.sum() };
  }

  /** Null where coders decided that it is not about the influence. */
  private wordsOf(
    about: InfluenceRef & { paperId: string },
    statementId: string,
    stance: number,
  ): Words | null {
    const tag = { ...about, statementId };
    if (this.byPaper.isOut(tag)) return null;
    const own = Stance.options[stance] as Stance;
    return {
      ofPaper: numbersOf(this.byPaper.of(tag)?.stance ?? own),
      ofStatement: numbersOf(this.byStatement.of(tag)?.stance ?? own),
    };
  }
}

/** Room for 67 influences and 50 statements, three stances each. More is made where a paper needs it. */
const FIRST_ROOM = 16_384;
/**
 * 4 MB, for 67 influences and 19,900 statements. No reader makes a paper that needs more: a damaged or hostile backup could ask
 * for hundreds of MB, most of it for what nobody tagged, so what lies above takes the slower way.
 */
const MOST_ROOM = 4_000_000;

/**
 * Which statements of one paper have which stance in which row, each once, and whether as an own finding. One for all
 * papers, which takes a third of the time of one for each.
 */
export class Marks {
  private marks: Uint8Array;
  private readonly set: number[] = [];
  /** Those for which there is no room. */
  private readonly rest = new Map<number, number>();
  private statements = 0;

  constructor(private readonly mostRoom = MOST_ROOM) {
    this.marks = new Uint8Array(Math.min(FIRST_ROOM, mostRoom));
  }

  /** Goes on to a paper with so many statements. */
  begin(statements: number): void {
    for (const key of this.set) this.marks[key] = 0;
    this.set.length = 0;
    this.rest.clear();
    this.statements = statements;
  }

  add(row: number, statement: number, stance: number, mark: number): void {
    const key = (row * this.statements + statement) * STANCES + stance;
    if (key >= this.mostRoom) {
      this.rest.set(key, (this.rest.get(key) ?? 0) | mark);
      return;
    }
    if (key >= this.marks.length) this.grow(key);
    const before = this.marks[key] as number;
    if (before === 0) this.set.push(key);
    this.marks[key] = before | mark;
  }

  private grow(key: number): void {
    const larger = new Uint8Array(Math.min(2 * key, this.mostRoom));
    larger.set(this.marks);
    this.marks = larger;
  }

  /** @param cell of a row, which is made where there is none */
  fill(cell: (row: number) => Pick<PaperCell, 'own' | 'secondHand'>): void {
    const count = (key: number, mark: number) => {
      const { own, secondHand } = cell(Math.floor(key / STANCES / this.statements));
      (mark & OWN ? own : secondHand)[Stance.options[key % STANCES] as Stance] += 1;
    };
    for (const key of this.set) count(key, this.marks[key] as number);
    for (const [key, mark] of this.rest) count(key, mark);
  }

  sum(): Pick<PaperCell, 'own' | 'secondHand'> {
    const all = { own: noCounts(), secondHand: noCounts() };
    this.fill(() => all);
    return all;
  }
}

function cellsOf(
  marks: Marks,
  said: ReadonlyMap<number, number>,
  people: number,
): Map<number, PaperCell> {
  const cells = new Map<number, PaperCell>();
  marks.fill((row) => {
    const cell = cells.get(row) ?? { own: noCounts(), secondHand: noCounts(), stance: null };
    cells.set(row, cell);
    return cell;
  });
  for (const [key, stances] of said) {
    const cell = cells.get(Math.floor(key / people)) as PaperCell;
    const stance = STANCE_OF[stances] as PaperStance;
    cell.stance = cell.stance === null || cell.stance === stance ? stance : 'differ';
  }
  return cells;
}

/** What a coder's stances come to, by their bits: a large map asks a hundred thousand times. */
const STANCE_OF: readonly (PaperStance | null)[] = Array.from(
  { length: 1 << STANCES },
  (_, stances) => {
    const counts = noCounts();
    for (const [i, stance] of Stance.options.entries()) if (stances & (1 << i)) counts[stance] = 1;
    return paperStance(counts);
  },
);
