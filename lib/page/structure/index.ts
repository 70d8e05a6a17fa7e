/** The door of structure reading: sections, sentences, references and in-text citations of an article page. */

export { findCitations } from './citations/markers';
export { readStructure, readStructureInSteps } from './read';
export { sectionKind } from './sections/section-kind';
export { splitSentences } from './text/sentences';
