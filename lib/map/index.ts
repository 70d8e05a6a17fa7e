/** The door of the map: counting, shares, bars and the map as text. Pure: plain records in, numbers out. */
export { mapAsText, STANCE_SHAPE } from './as-text';
export { barSegments } from './bar';
export { buildMap, cellLookup, countMap, papersInRow } from './build-map';
export { countsTotal, paperStance } from './counts';
export { Decided, NOT_ABOUT_IT } from './decided';
export { type FlowCounted, type FlowNumbers, type FlowReason, flowOf } from './flow';
export {
  type Fit,
  type FitRow,
  type FrameworkFit,
  frameworkFit,
  NO_DATA,
  referenceList,
} from './framework-fit';
export {
  type Lens,
  linksInRow,
  type NotLinked,
  passedInRows,
  passedThrough,
  seenThrough,
} from './lens';
export { lensNote } from './lens-words';
export { methodsLine } from './methods';
export {
  attentionNote,
  attentionNoteLong,
  codersNote,
  DENOMINATOR_LABEL,
  denominatorNote,
  formatCount,
  formatInterval,
  formatPercent,
  formatShare,
  rollUpNote,
  rollUpNoteShort,
  secondHandCount,
  secondHandNote,
  unitCount,
  unitWord,
} from './notes';
export { type Broader, broaderOf, influencesToCount, rolledUpOptions } from './roll-up';
export {
  firstRows,
  type MapSection,
  mapSections,
  type SectionRow,
  spanSeveralCodebooks,
} from './sections';
export { type PaperSheets, sheetsOfTags } from './sheets';
export {
  type CountedMap,
  DEFAULT_MAP_OPTIONS,
  DENOMINATORS,
  type Denominator,
  type EvidenceMap,
  type MapCell,
  type MapInfluence,
  type MapInput,
  type MapOptions,
  type MapRow,
  type MapTotals,
  PAPER_STANCES,
  type PaperStance,
  STANCE_WORD,
  shownStances,
  UNITS,
  type Unit,
} from './types';
export { wilson } from './wilson';
