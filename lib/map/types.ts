/** The evidence map as data: what the counting takes in and what it gives out (design: papers are the unit). */
import type {
  Assessment,
  Coder,
  Decision,
  FamilyMember,
  InfluenceRef,
  ReviewPaper,
  Stance,
  StanceCounts,
  StatementSheet,
  Tag,
  TallySheet,
} from '../model';

/**
 * A paper's stance on an influence: `mixed` if a coder found both supporting and contrasting statements, `differ`
 * where coders gave different stances. The two are never confused.
 */
export type PaperStance = Stance | 'mixed' | 'differ';

/** The order in which stances are drawn and listed, everywhere. */
export const PAPER_STANCES = [
  'supporting',
  'mixed',
  'contrasting',
  'mentioning',
  'differ',
] as const satisfies readonly PaperStance[];

/** What a stance is called. */
export const STANCE_WORD: Readonly<Record<PaperStance, string>> = {
  supporting: 'supporting',
  mixed: 'mixed',
  contrasting: 'contrasting',
  mentioning: 'mentioning',
  differ: 'coders differ',
};

/** The stances to show of a map: that coders differ is shown where they do. */
export function shownStances(rows: readonly Pick<MapRow, 'papers'>[]): PaperStance[] {
  const differ = rows.some((row) => row.papers.differ > 0);
  return PAPER_STANCES.filter((stance) => stance !== 'differ' || differ);
}

/**
 * What N is. `all`: every paper that is not excluded, untagged ones too, so that a reader who decides on no paper
 * counts over all of them. `included`: only papers that the reader has marked as included. `read`: papers with the
 * progress "read". `tagged`: papers with any tag of this review. Excluded papers are in none of them.
 */
export const DENOMINATORS = ['all', 'included', 'read', 'tagged'] as const;
export type Denominator = (typeof DENOMINATORS)[number];

/** What is counted. A study family is all papers of one study; a paper without companions is a family of its own. */
export const UNITS = ['papers', 'families'] as const;
export type Unit = (typeof UNITS)[number];

export interface MapOptions {
  /** Default: papers. */
  unit?: Unit;
  denominator: Denominator;
  /** Count second-hand statements in n. Off, they are shown apart. */
  secondHand: boolean;
  /** Only this coder's tags and assessments, by coder id. */
  coder?: string;
  /**
   * Count what is tagged with an influence in its broader influences too, a paper and a statement once in each.
   */
  rollUp?: boolean;
}

export const DEFAULT_MAP_OPTIONS: MapOptions = { denominator: 'all', secondHand: false };

/** An influence that is to have a row even when nothing is tagged with it. */
export interface MapInfluence extends InfluenceRef {
  label: string;
  /** The id of the broader influence, in the same codebook: for rolling up. */
  parent?: string | undefined;
  /** Only an earlier version of its codebook has it. */
  isFormer?: true;
}

/** What counting needs to know of a statement: copies of a quote in one paper count once. */
export interface StatementKey {
  id: string;
  quoteKey: string;
}

/** Records of other reviews are ignored, so whole tables may be handed over. */
export interface MapInput {
  reviewId: string;
  reviewPapers: readonly ReviewPaper[];
  /** Which papers are one study; without it each is a study of its own. */
  familyMembers?: readonly FamilyMember[];
  /** The store's tally sheets. Used unless `tags` is given. */
  sheets?: readonly TallySheet[];
  /** Beside `sheets`, of the papers on which something was decided. */
  statementSheets?: readonly StatementSheet[];
  /** The tags themselves: always right. */
  tags?: readonly Tag[];
  /** What coders agreed on where they differed. */
  decisions?: readonly Decision[];
  /**
   * Of a map that is seen through another codebook: the influences that a tag's own is shown as. A tag of none has no row
   * and counts in the papers with any tag only.
   */
  seenAs?: (ref: InfluenceRef) => readonly InfluenceRef[];
  /** For `tags`, where one paper might hold two statements with one quote; else not needed. */
  statements?: readonly StatementKey[];
  assessments?: readonly Assessment[];
  /** For names, and for coders that were joined into one. */
  coders?: readonly Coder[];
  /** Influences of the codebooks in use, for labels and for rows with nothing yet. */
  influences?: readonly MapInfluence[];
}

export type PaperCounts = Record<PaperStance, number>;

/** Second-hand statements of a row, always counted apart, whatever the options say. */
export interface SecondHandCounts {
  /** Papers (or families) in scope with at least one second-hand statement. */
  papers: number;
  /** Of these, those with nothing but second-hand statements: not in n unless `secondHand` is on. */
  onlyPapers: number;
  statements: StanceCounts;
  /** Do they count in n, as the options say? */
  counted: boolean;
}

export interface MapRow {
  /** Unique over codebooks: `influenceKey`. */
  key: string;
  codebookId: string;
  influenceId: string;
  label: string;
  /** What n, N and all counts below are of, where they do not say otherwise. */
  unit: Unit;
  /** n split by stance: they add up to n. */
  papers: PaperCounts;
  n: number;
  N: number;
  /** n / N; 0 when N is 0. */
  share: number;
  /** Wilson 95 % interval of the share; 0 to 1 (nothing known) when N is 0. */
  lo: number;
  hi: number;
  /** Statements behind n: own findings, plus second-hand ones if the options say so. */
  statements: StanceCounts;
  secondHand: SecondHandCounts;
  /** The papers behind n, and the study families that they are of; a paper without a family is its own. */
  counted: Record<Unit, number>;
  /** In scope, not in n, assessed as "looked for, not reported". */
  notReported: number;
  /** In scope with neither: not yet assessed. n + notReported + notAssessed = N. */
  notAssessed: number;
  /** In n, and someone also assessed it as "not reported": a contradiction to settle. */
  disputed: number;
}

/** One cell of the paper x influence matrix; cells with nothing in them are left out. */
export interface MapCell {
  key: string;
  codebookId: string;
  influenceId: string;
  paperId: string;
  /** Null when the cell is not counted in n (second-hand only, or assessed as not reported). */
  stance: PaperStance | null;
  own: StanceCounts;
  secondHand: StanceCounts;
  notReported: boolean;
}

export interface MapTotals {
  /** The denominator, in the unit that was chosen. */
  N: number;
  /** The papers within the denominator, and the study families that they are of. */
  counted: Record<Unit, number>;
  /** Papers that are not excluded, whatever the denominator: included ones, and those still undecided. */
  kept: number;
  /** Papers that the reader has marked as included. */
  included: number;
  excluded: number;
  /** Papers that are read and not excluded. */
  read: number;
  /** Papers with any tag that are not excluded. */
  tagged: number;
  /** Statement x influence pairs behind all rows, by stance. What was rolled up is counted once, where it was tagged. */
  statements: StanceCounts;
  /** Of second-hand statements the same, counted or apart. */
  secondHand: number;
  /** Tagged papers that are not on the review's list: counted nowhere, said here. */
  unlisted: number;
}

export interface CountedCoder {
  id: string;
  /** Never empty. */
  name: string;
}

/** An evidence map without its cells: what a list or a table of influences shows. */
export type CountedMap = Omit<EvidenceMap, 'cells'>;

export interface EvidenceMap {
  reviewId: string;
  options: MapOptions;
  /** By n, most first, then by label. */
  rows: MapRow[];
  /** In the rows' order, then by paper id. */
  cells: MapCell[];
  /** Whose tags the rows count, in n or apart, by name; coders that were joined are one. */
  coders: CountedCoder[];
  /** Ids of the papers within the denominator, in the order of the review's list. */
  paperIds: string[];
  totals: MapTotals;
}
