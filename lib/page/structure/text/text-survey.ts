/**
 * One look at every text node of the page, for all who would otherwise walk the page themselves: where the
 * heading of a reference list may stand, and where the prose is.
 */
import * as dom from '../../../dom';
import { plain } from '../../reading/plain';
import { listTitle } from '../sections/section-kind';

/** A text that reads as the heading of a reference list. */
export interface ListTitle {
  text: Text;
  /** Its printed length, in UTF-16 units. */
  length: number;
  /** "Notes" and the like: what follows counts as references only where it looks like them. */
  notes: boolean;
}

export interface TextSurvey {
  /** In document order. */
  titles: ListTitle[];
  /** Long texts, in document order: their sum tells the main column from furniture. */
  prose: Text[];
}

/** Headings of lists are at most as long as this (`isReferencesTitle`), prose at least as long as that; UTF-16 units. */
const LONGEST_TITLE = 59;
const SHORTEST_PROSE = 60;

/** Visits the text nodes below `root`; yields every thousand. */
export function* surveyText(root: Element): Generator<void, TextSurvey> {
  const titles: ListTitle[] = [];
  const prose: Text[] = [];
  const walker = (dom.ownerDocument(root) as Document).createTreeWalker(root, 4);
  let seen = 0;
  for (let n = walker.nextNode() as Text | null; n; n = walker.nextNode() as Text | null) {
    if (++seen % 1_000 === 0) yield;
    const length = n.length;
    if (length < 5) continue;
    if (length >= SHORTEST_PROSE) prose.push(n);
    const list = length <= LONGEST_TITLE ? listTitle(n.data) : null;
    if (list) titles.push({ text: n, length: plain(n.data).length, notes: list === 'notes' });
  }
  return { titles, prose };
}
