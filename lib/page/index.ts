/** The door of the page reader: what is this page, who wrote it, and what stands in it. */

export {
  readEntries,
  readSciteReport,
  type SciteLabel,
  type SciteReport,
  type SciteStatement,
} from '../sites';
export { mergeFacts, sameWork } from './facts';
export { notice } from './notice';
export {
  type CitationIndex,
  citationIndex,
  findCitations,
  type MarkerOptions,
  readStructure,
  readStructureInSteps,
  type SentenceOptions,
  type StepOptions,
  sectionKind,
  splitSentences,
  type TextCitation,
} from './structure';
export { noticeTold, type Told } from './told';
export type {
  Citation,
  CitationStyle,
  ListEntry,
  PageStructure,
  Reference,
  Section,
  Sentence,
} from './types';
