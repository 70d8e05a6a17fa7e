/**
 * What pages and PDFs are read with alike: settling of claims, the words of headings, sentences, markers and references
 * in plain text. The door of these for `lib/pdf`, which has no document.
 */
export { type Claim, Ledger, type Rule } from './claims';
export type { FieldClaim } from './fields/stated/rule';
export { type Election, type ShownField, settleShown } from './settle';
export { settlePaper } from './settle-paper';
export { publicReference } from './structure/assemble';
export { type CitationIndex, citationIndex } from './structure/citations/index-of-references';
export { withPatterns } from './structure/citations/patterns';
export { type Found, isNumbered, patternStyle } from './structure/citations/read';
export { entryFromText } from './structure/references/entry';
export { type ListedEntry, settleEntries } from './structure/references/listed-entry';
export {
  bareTitle,
  isBackMatter,
  isFurnitureTitle,
  isReferencesTitle,
  listTitle,
  sectionKind,
} from './structure/sections/section-kind';
export { splitSentences } from './structure/text/sentences';
export type { Citation, Reference, Section, Sentence } from './types';
export { placeIn } from './view/citation-line';
export { abbreviates, mayBeJournal } from './view/journal-name';
export { sayUrl } from './view/paper-address';
export { cslType } from './view/raw';
export { isWorkLabel } from './view/work-label';
export type { Weight } from './weights';
