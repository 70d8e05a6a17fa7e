/** The door of the page reader: what is this page, who wrote it, and what stands in it. */

export {
  type ListEntry,
  type PageList,
  readEntries,
  readList,
  readSciteReport,
  type SciteCiting,
  type SciteLabel,
  type SciteReport,
  type SciteStatement,
} from '../sites';
export { listedReport, reportOfEntry } from './listed';
export { notice, noticeHere } from './notice';
export {
  findCitations,
  readStructure,
  readStructureInSteps,
  sectionKind,
  splitSentences,
} from './structure';
export { noticeTold, type Told } from './told';
export type {
  Citation,
  CitationStyle,
  PageStructure,
  Reference,
  Section,
  Sentence,
} from './types';
