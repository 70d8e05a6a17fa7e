/**
 * One look at every text node of the page, for all who would otherwise walk the page themselves: where the
 * heading of a reference list may stand, and where the prose is.
 */
import * as dom from '../../../dom';
import { mayBeListTitle } from '../sections/section-kind';

export interface TextSurvey {
  /** Short texts that may be the heading of a reference list, in document order. */
  titles: Text[];
  /** Long texts, in document order: their sum tells the main column from furniture. */
  prose: Text[];
}

/** Headings of lists are at most as long as this (`isReferencesTitle`), prose at least as long as that; UTF-16 units. */
const LONGEST_TITLE = 59;
const SHORTEST_PROSE = 60;

/** Visits the text nodes below `root`; yields every thousand. */
export function* surveyText(root: Element): Generator<void, TextSurvey> {
  const titles: Text[] = [];
  const prose: Text[] = [];
  const walker = (dom.ownerDocument(root) as Document).createTreeWalker(root, 4);
  let seen = 0;
  for (let n = walker.nextNode() as Text | null; n; n = walker.nextNode() as Text | null) {
    if (++seen % 1_000 === 0) yield;
    const length = n.length;
    if (length < 5) continue;
    if (length >= SHORTEST_PROSE) prose.push(n);
    if (length <= LONGEST_TITLE && mayBeListTitle(n.data)) titles.push(n);
  }
  return { titles, prose };
}
