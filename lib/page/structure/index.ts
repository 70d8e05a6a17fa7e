/** The door of structure reading: sections, sentences, references and in-text citations of an article page. */
export { isAside } from './furniture';
export { findCitations } from './markers';
export { readStructure, readStructureInSteps } from './read';
export { sectionKind } from './section-kind';
export { splitSentences } from './sentences';
