/** The tables that a review prints, each once: the menu, the screen, the clipboard and the files follow this list. */
import type { AttributeOf, AttributeType } from '../../../model';
import { checksTable } from '../checks';
import type { Evidence } from '../evidence';
import { gapMap, gapTable } from '../figures/gap-map';
import { type HarvestOptions, harvestPlot, harvestTable } from '../figures/harvest';
import { saturationLine, saturationTable } from '../figures/saturation';
import type { Figure } from '../figures/shapes';
import { sharesFigure, sharesTable } from '../figures/shares';
import type { OutputTable } from '../types';
import { agreementTable } from './agreement-table';
import { characteristicsTable } from './characteristics';
import { type DirectionOptions, directionTable } from './directions';
import { disagreementTable } from './disagreements';
import { entreqTable } from './entreq';
import { findingsTable } from './findings';
import { fitTable } from './fit-table';
import { frameworkMatrix, type MatrixOptions } from './framework-matrix';
import { influenceSummary } from './influence-summary';
import { machineTable } from './machine-labels';
import { type MeasureOptions, measureTable } from './measure-table';
import { quotesTable } from './quotes';
import { memoTable, type RatingOptions, ratingTable } from './rating-table';

export interface OutputOptions
  extends DirectionOptions,
    RatingOptions,
    HarvestOptions,
    MatrixOptions,
    MeasureOptions {}

export interface Output {
  /** In the address of its screen. */
  id: string;
  label: string;
  /** One sentence: what a reviewer prints it for. */
  hint: string;
  build(evidence: Evidence, options?: OutputOptions): OutputTable;
  /** One sentence for a table without rows: what puts one in it. */
  empty: string;
  /** Of what it has the reader's own columns. */
  columnsOf?: AttributeOf;
  /** Its rows and columns are chosen. */
  hasAxes?: true;
  /** What a reader adds to it. */
  adds?: 'finding' | 'round' | 'measure';
  /** Its cells are typed in the table itself. */
  isTyped?: true;
  /** It is about the review as a whole, or about who coded which papers: no filter leaves tags out of it. */
  isWhole?: true;
  /** The choice of a column of the reader's that it takes. */
  by?: {
    option: keyof OutputOptions;
    label: string;
    of: readonly AttributeOf[];
    types: readonly AttributeType[];
  };
  /** The table as a figure, above it. */
  draw?(evidence: Evidence, options: OutputOptions): Figure;
}

const NOTHING_TAGGED =
  'Nothing is tagged yet: open an article, and choose “Tag this page” in Bearing’s popup.';
const NO_INFLUENCES = 'No codebook of this review has an influence yet: choose one in Codebooks.';

export const OUTPUTS: readonly Output[] = [
  {
    ...{ id: 'influence-summary', label: 'Influence summary' },
    hint: 'How many papers report each influence, with shares, stances, directions and references.',
    build: influenceSummary,
    empty: NO_INFLUENCES,
  },
  {
    ...{ id: 'directions', label: 'Barriers and facilitators' },
    hint: 'Three lines an influence, with the papers that report it as barrier, facilitator or both.',
    build: directionTable,
    empty: NO_INFLUENCES,
    columnsOf: 'influence',
    by: { option: 'splitBy', label: 'Split by', of: ['paper'], types: ['choice'] },
  },
  {
    ...{ id: 'ratings', label: 'Rating matrix' },
    hint: 'A rating of each influence in each paper or site, from −2 to +2.',
    build: ratingTable,
    empty: NO_INFLUENCES,
    columnsOf: 'influence',
    by: { option: 'groupBy', label: 'Group by', of: ['site', 'paper'], types: ['choice'] },
  },
  {
    ...{ id: 'memos', label: 'Memos' },
    hint: 'The memo behind each rating: summary, rationale and quotes.',
    build: memoTable,
    empty: 'There is no memo yet: open a cell of the rating matrix and write one.',
  },
  {
    ...{ id: 'measures', label: 'Rating of sites' },
    hint: 'What each site answered to a questionnaire or scale, with its score.',
    build: measureTable,
    adds: 'measure',
    isTyped: true,
    isWhole: true,
    empty:
      'There is no measure yet: a measure is a questionnaire or a scale, with items that each site answers.',
  },
  {
    ...{ id: 'characteristics', label: 'Characteristics of papers' },
    hint: 'The included papers with your own columns, as ENTREQ item 8 asks.',
    build: characteristicsTable,
    columnsOf: 'paper',
    empty: 'No paper counts here yet: papers come to the list when you tag or add them.',
  },
  {
    ...{ id: 'quotes', label: 'Quotes by influence' },
    hint: 'What participants and authors say of each influence, with your synthesis.',
    build: quotesTable,
    empty: NOTHING_TAGGED,
  },
  {
    ...{ id: 'matrix', label: 'Framework matrix' },
    hint: 'Any two of influence, stance, direction, paper, site, level, year and your columns.',
    build: frameworkMatrix,
    empty: NOTHING_TAGGED,
    hasAxes: true,
  },
  {
    ...{ id: 'framework-fit', label: 'Framework fit' },
    hint: 'What was in the framework from the start, and what you renamed, merged, split or added.',
    build: fitTable,
    empty: NO_INFLUENCES,
  },
  {
    ...{ id: 'findings', label: 'CERQual preparation' },
    hint: 'Your findings with the papers behind them, ready for judgements that you type.',
    build: findingsTable,
    adds: 'finding',
    empty:
      'There is no finding yet: a finding is a sentence that your influences and statements support.',
  },
  {
    ...{ id: 'agreement', label: 'Agreement by round' },
    hint: 'How far coders agreed in each round of coding.',
    build: agreementTable,
    adds: 'round',
    isWhole: true,
    empty: 'There is no round of coding yet: name the papers that several coders coded.',
  },
  {
    ...{ id: 'disagreements', label: 'Where coders differ' },
    hint: 'What each coder gave and noted, with the decision that becomes the agreed record.',
    build: disagreementTable,
    isWhole: true,
    empty: 'Coders differ on nothing, or no paper has tags of two coders yet.',
  },
  {
    ...{ id: 'machine', label: 'scite beside readers' },
    hint: 'How often scite’s label of a statement is the stance that a reader gave it.',
    build: machineTable,
    empty: 'No tagged statement has a label of scite: tag statements on a scite report.',
  },
  {
    ...{ id: 'harvest', label: 'Harvest plot' },
    hint: 'Each paper as a bar under what it says of each influence.',
    build: harvestTable,
    draw: harvestPlot,
    by: { option: 'heightBy', label: 'Height by', of: ['paper'], types: ['number', 'choice'] },
    empty: NOTHING_TAGGED,
  },
  {
    ...{ id: 'gap-map', label: 'Evidence-and-gap map' },
    hint: 'Influences by any column of your papers, with the gaps drawn.',
    build: gapTable,
    draw: gapMap,
    by: {
      ...{ option: 'splitBy', label: 'Across', of: ['paper'] },
      types: ['choice', 'several', 'text'],
    },
    empty: NO_INFLUENCES,
  },
  {
    ...{ id: 'saturation', label: 'Saturation' },
    hint: 'How many influences each further paper added.',
    build: saturationTable,
    draw: saturationLine,
    empty: NOTHING_TAGGED,
  },
  {
    ...{ id: 'shares', label: 'Shares with intervals' },
    hint: 'Shares of papers beside those that the source of the codebook published.',
    build: sharesTable,
    draw: sharesFigure,
    empty: NO_INFLUENCES,
  },
  {
    ...{ id: 'checks', label: 'Checks before printing' },
    hint: 'What could make these tables wrong, or a reviewer of your review ask.',
    build: checksTable,
    isWhole: true,
    empty: 'Nothing was found.',
  },
  {
    ...{ id: 'entreq', label: 'ENTREQ checklist' },
    hint: 'The reporting checklist of qualitative syntheses, filled where this project knows the answer.',
    build: entreqTable,
    isWhole: true,
    empty: '',
  },
];
