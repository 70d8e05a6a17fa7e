/** The door of the outputs: one definition for each table that a reviewer prints. */
export { agreementByRound } from './agreement';
export { Evidence } from './evidence';
export { type InfluenceRow, influenceRows, type Share } from './influence-rows';
export { type Case, ratingMatrix } from './rating-matrix';
export { ratingText } from './ratings';
export { OUTPUTS, type Output, type OutputOptions } from './tables';
export type { OutputCell, OutputColumn, OutputRow, OutputTable, ReviewRecords } from './types';
