/** The door of structure reading: sections, sentences, references and in-text citations of an article page. */
export {
  type CitationIndex,
  citationIndex,
  findCitations,
  type MarkerOptions,
  type TextCitation,
} from './markers';
export { readStructure, readStructureInSteps, type StepOptions } from './read';
export { sectionKind } from './section-kind';
export { type SentenceOptions, splitSentences } from './sentences';
