/** Editorial notices that the page shows about its own paper: retraction, expression of concern, correction. */
import * as dom from '../../../dom';
import type { Notice } from '../../../model';
import type { Line } from '../../view/lines';

const KINDS: [Notice['kind'], RegExp][] = [
  [
    'retraction',
    /^(?:(?:this|the) (?:article|paper|study|preprint)\b.{0,30}\b(?:has been|was|is|been)\s+(?:retracted|withdrawn)|retracted(?: article| paper)?\b|withdrawn\b|retraction (?:notice|note|in|of)\b|notice of retraction)/i,
  ],
  [
    'concern',
    /^(?:(?:editorial |editor[’']?s? )?expressions? of concern|editor[’']?s?[’']? note:?.{0,80}concern)/i,
  ],
  [
    'correction',
    /^(?:(?:this|the) (?:article|paper) has been (?:corrected|updated)|(?:an? )?(?:author |publisher )?correction (?:to this article|was|has been|for|in)\b|(?:erratum|corrigendum)\b.{0,40}(?:this article|published|in:|for)|(?:has|see) (?:a )?(?:erratum|correction)|erratum in\b|a correction to this)/i,
  ],
];

/** In UTF-16 units: a longer line is a paragraph; of a notice as much is kept as a reader needs to see what it is. */
const LONGEST_LINE = 600;
const LONGEST_KEPT = 400;

/** @param zone lines around the title */
export function visibleNotices(zone: readonly Line[]): Notice[] {
  const found: Notice[] = [];
  for (const { text, element } of zone) {
    if (
      text.length > LONGEST_LINE ||
      !/retract|withdraw|concern|correct|errat|corrig|updated/i.test(text)
    )
      continue;
    if (dom.closest(element, 'nav,footer,[class*="elated"],[class*="eference"],[class*="menu"]'))
      continue;
    for (const [kind, pattern] of KINDS) {
      if (pattern.test(text) && !found.some((one) => one.kind === kind))
        found.push({ kind, text: text.slice(0, LONGEST_KEPT) });
    }
  }
  return found;
}
