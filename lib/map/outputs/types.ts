/** What a review's tables are made of, and what a table is: data, which screens draw and exporters write. */
import type {
  Assessment,
  Attribute,
  AttributeValue,
  Codebook,
  Coder,
  CountedUnit,
  Decision,
  FamilyMember,
  Finding,
  Measure,
  MeasureAnswers,
  Memo,
  Paper,
  Rating,
  Review,
  ReviewPaper,
  Round,
  Site,
  Statement,
  Subject,
  Tag,
} from '../../model';
import type { Denominator } from '../types';

/** The records of one review: those of others are not among them. */
export interface ReviewRecords {
  review: Review;
  papers: readonly Paper[];
  reviewPapers: readonly ReviewPaper[];
  familyMembers: readonly FamilyMember[];
  statements: readonly Statement[];
  sites: readonly Site[];
  tags: readonly Tag[];
  assessments: readonly Assessment[];
  attributes: readonly Attribute[];
  attributeValues: readonly AttributeValue[];
  memos: readonly Memo[];
  decisions: readonly Decision[];
  rounds: readonly Round[];
  findings: readonly Finding[];
  measures: readonly Measure[];
  measureAnswers: readonly MeasureAnswers[];
  /** The codebooks in use, then every other version that a tag was made with. */
  codebooks: readonly Codebook[];
  coders: readonly Coder[];
}

/** How tables count. What is left out is as the review's `reporting` says, else as the map does by default. */
export interface CountOptions {
  unit?: CountedUnit;
  denominator?: Denominator;
  secondHand?: boolean;
  /** Only this coder's records, by id. */
  coder?: string;
  /** The papers with any tag, where the records lack tags that a filter leaves out. */
  tagged?: ReadonlySet<string>;
  /** The day that is printed, ISO 8601. Left out, none is. */
  at?: string;
}

/** What a person can type in a cell's place. */
export type CellEdit =
  | ({
      kind: 'memo';
      /** What the tags come to, until a person rates. */
      draft?: Rating;
    } & Pick<Memo, 'codebookId' | 'influenceId' | 'paperId' | 'siteId'>)
  | { kind: 'value'; attributeId: string; subject: Subject }
  | ({ kind: 'decision' } & Pick<Decision, 'codebookId' | 'influenceId' | 'paperId'>)
  | { kind: 'finding'; id: string }
  | { kind: 'round'; id: string };

/** One cell. A blank one is `text: ''`. */
export interface OutputCell {
  text: string;
  /** The number that it shows, for sorting and spreadsheets. */
  value?: number;
  /** The tags behind it. */
  tagIds?: readonly string[];
  /** The papers behind it, in the order of the review's numbers. */
  paperIds?: readonly string[];
  /** The memo that it shows. */
  memoId?: string;
  edit?: CellEdit;
  /** Worked out, and waiting for a person's word. */
  isDraft?: true;
}

export interface OutputColumn {
  id: string;
  label: string;
  /** Columns of one group that are next to each other have one heading over them. */
  group?: string;
  align: 'start' | 'end' | 'centre';
  /** Typed by the reader: never worked out. */
  isTyped?: true;
  /** Its cells hold quotes, one a line. */
  isQuotes?: true;
}

export interface OutputRow {
  id: string;
  /** A heading over the rows that follow: its first cell is all it has. */
  isHeading?: true;
  /** How many of the rows above, under its heading, it is under. */
  depth?: number;
  /** A further line of what the row above is about: they stay together in every order. */
  isMore?: true;
  /** In the order of the columns. */
  cells: readonly OutputCell[];
}

export interface OutputTable {
  id: string;
  /** With N and date. */
  title: string;
  columns: readonly OutputColumn[];
  rows: readonly OutputRow[];
  /** Footnotes: how it was counted, codebooks, second-hand statements, what % means. */
  notes: readonly string[];
}
