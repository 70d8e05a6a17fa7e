/** The tables that a review prints, each once: the menu, the screen, the clipboard and the files follow this list. */
import type { AttributeOf } from '../../../model';
import type { Evidence } from '../evidence';
import type { OutputTable } from '../types';
import { agreementTable } from './agreement-table';
import { characteristicsTable } from './characteristics';
import { type DirectionOptions, directionTable } from './directions';
import { findingsTable } from './findings';
import { fitTable } from './fit-table';
import { influenceSummary } from './influence-summary';
import { quotesTable } from './quotes';
import { memoTable, type RatingOptions, ratingTable } from './rating-table';

export interface OutputOptions extends DirectionOptions, RatingOptions {}

export interface Output {
  /** In the address of its screen. */
  id: string;
  label: string;
  /** One sentence: what a reviewer prints it for. */
  hint: string;
  build(evidence: Evidence, options?: OutputOptions): OutputTable;
  /** One sentence for a table without rows: what puts one in it. */
  empty: string;
  /** The choice of a column of the reader's that it takes. */
  by?: { option: keyof OutputOptions; label: string; of: readonly AttributeOf[] };
}

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
    by: { option: 'splitBy', label: 'Split by', of: ['paper'] },
  },
  {
    ...{ id: 'ratings', label: 'Rating matrix' },
    hint: 'A rating of each influence in each paper or site, from −2 to +2.',
    build: ratingTable,
    empty: NO_INFLUENCES,
    by: { option: 'groupBy', label: 'Group by', of: ['site', 'paper'] },
  },
  {
    ...{ id: 'memos', label: 'Memos' },
    hint: 'The memo behind each rating: summary, rationale and quotes.',
    build: memoTable,
    empty: 'There is no memo yet: open a cell of the rating matrix and write one.',
  },
  {
    ...{ id: 'characteristics', label: 'Characteristics of papers' },
    hint: 'The included papers with your own columns, as ENTREQ item 8 asks.',
    build: characteristicsTable,
    empty: 'No paper counts here yet: papers come to the list when you tag or add them.',
  },
  {
    ...{ id: 'quotes', label: 'Quotes by influence' },
    hint: 'What participants and authors say of each influence, with your synthesis.',
    build: quotesTable,
    empty: 'Nothing is tagged yet: open an article, and choose “Tag this page” in Bearing’s popup.',
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
    empty:
      'There is no finding yet: a finding is a sentence that your influences and statements support.',
  },
  {
    ...{ id: 'agreement', label: 'Agreement by round' },
    hint: 'How far coders agreed in each round of coding.',
    build: agreementTable,
    empty: 'There is no round of coding yet: name the papers that several coders coded.',
  },
];
