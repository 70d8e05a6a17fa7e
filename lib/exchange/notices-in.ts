/** The papers behind a table that were retracted or corrected, or that concern was expressed about: a note under it. */
import { unitWord } from '../map';
import type { Evidence } from '../map/outputs';
import { NOTICE_KINDS, NOTICE_WORD } from './own-words';
import type { ReviewedPaper } from './records';

/** "Retracted: papers 3,5. Corrected: paper 7.", or by author and year; '' for none. */
export function noticesIn(evidence: Evidence, papers: readonly ReviewedPaper[]): string {
  const counted = new Set(evidence.paperIds);
  const isNumbered = evidence.records.review.reporting?.references !== 'author-year';
  return NOTICE_KINDS.flatMap((kind) => {
    const ids = papers
      .filter(({ id, facts }) => counted.has(id) && facts.notices?.some((one) => one.kind === kind))
      .map(({ id }) => id);
    if (!ids.length) return [];
    const word = isNumbered ? `${unitWord('papers', ids.length)} ` : '';
    return [`${NOTICE_WORD[kind]}: ${word}${evidence.names.references(ids)}.`];
  }).join(' ');
}
