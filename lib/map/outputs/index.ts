/** The door of the outputs: one definition for each table that a reviewer prints. */
export { agreementByRound } from './agreement';
export { columnGroups } from './column-groups';
export { Evidence } from './evidence';
export { type Figure, type Shape, type Tone, wrapped } from './figures/shapes';
export { DIRECTIONS, type InfluenceRow, influenceRows, type Share } from './influence-rows';
export { type Case, type MatrixCell, ratingMatrix } from './rating-matrix';
export { ratingText } from './ratings';
export { OUTPUTS, type Output, type OutputOptions } from './tables';
export { CERQUAL_COMPONENTS, CONCERN_WORD, CONFIDENCE_WORD } from './tables/findings';
export { axesOf, CELL_KINDS } from './tables/framework-matrix';
export {
  answersBySite,
  measureShown,
  measuresOf,
  type Score,
  scoreOf,
  scoreText,
} from './tables/measure-table';
export { OwnColumns } from './tables/parts';
export type {
  CellEdit,
  OutputCell,
  OutputColumn,
  OutputRow,
  OutputTable,
  ReviewRecords,
} from './types';
