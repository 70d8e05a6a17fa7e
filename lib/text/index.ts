/** The door of text-like helpers: plain strings in, plain strings out. Knows nobody. */
export * from './address';
export { type CitedQuote, citedAsText, citedQuote } from './cited-quote';
export * from './clean';
export { asSentence, displayJson, displayText } from './display';
export * from './doi';
export {
  FOUND,
  type HowFound,
  type Mark,
  marksIn,
  searchedWords,
  Vocabulary,
} from './find-words';
export {
  holdsWords,
  looseKey,
  nameKey,
  oneSpaced,
  plainWords,
  searchText,
  spelling,
} from './fold';
export { isbnIn } from './isbn';
export { languageTag } from './language';
export { LETTER, plainLetters, UPPER } from './letters';
export * from './link';
export { namesInWords } from './listed';
export { looksLikeName } from './looks-like-name';
export { hasManyNames, type Name, PARTICLE, parseName, SUFFIX, splitNames } from './names';
export { isOrganisationName } from './organisations';
export {
  authorsInText,
  CITATION_STYLES,
  type CitationStyle,
  type CitedPaper,
  referenceOf,
  referenceText,
} from './reference';
export { sameSite } from './site';
export { stem } from './stem';
export { namingTitle, plainTitle } from './title';
