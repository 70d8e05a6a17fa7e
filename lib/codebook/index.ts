/** The door of the codebooks: built-in ones as data, look-ups, type-ahead. */
export {
  BUILT_IN_CODEBOOK_IDS,
  builtInCodebooks,
  DEFAULT_CODEBOOK_ID,
  loadBuiltInCodebook,
} from './built-in';
export { codebookById, crosswalkOf } from './find';
export {
  type InfluenceIndex,
  influencesOf,
  type ListedInfluence,
} from './influences';
export {
  type MatchReason,
  searchInfluences,
} from './search';
