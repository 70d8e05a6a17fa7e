/**
 * The text of a statement: what of the page's DOM counts as its words, in one place, for the structure reader, for
 * anchoring, for painting and for the toolbar. However a passage was chosen, its text comes from here.
 */

export { INLINE, isBlock } from './inline';
export { type Passage, readPassage, shownParts } from './passage';
export { isRaisedOnly } from './raised';
export { type Run, readRun } from './run';
export {
  type Formula,
  firstFormula,
  type LinkSpan,
  lastAtOrBefore,
  readTree,
  type TreeText,
} from './tree';
