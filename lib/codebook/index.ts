/** The door of the codebooks: built-in ones as data, look-ups, type-ahead, suggestions. */
export {
  allShipped,
  BUILT_IN_CODEBOOKS,
  builtInCodebooks,
  DEFAULT_CODEBOOK,
  genuine,
  isBuiltIn,
  isShipped,
  loadShipped,
  shippedText,
} from './built-in';
export { caveatsOf, codebookCaveats } from './caveats';
export { type Comparison, compareCodebooks, depthsOf } from './compare';
export {
  joinLinks,
  type Linked,
  type Links,
  linksThrough,
  movedLinks,
  type Way,
  withLink,
} from './crosswalk';
export {
  booksInUse,
  type InfluenceIndex,
  influenceKey,
  influencesOf,
  type ListedInfluence,
} from './influences';
export {
  type MatchReason,
  searchInfluences,
} from './search';
export {
  reasonText,
  type Suggestion,
  type SuggestionReason,
  type SuggestOptions,
  suggestFor,
} from './suggest';
export { byVersion, isLaterVersion } from './versions';
