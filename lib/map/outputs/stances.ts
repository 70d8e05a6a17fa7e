/** What a paper says of an influence, by all who coded it: the same in each table and figure. */
import { grouped, type StanceCounts, type Tag } from '../../model';
import { agreedStance, noCounts, STANCES_OF } from '../counts';
import type { PaperStance } from '../types';
import type { Evidence } from './evidence';

/** Only which stances there are matters here, not how often. */
function byCoder(evidence: Evidence, tags: readonly Tag[]): StanceCounts[] {
  const coders = grouped(tags, ({ coderId }) => evidence.coders.resolve(coderId));
  return [...coders.values()].map((own) => {
    const counts = noCounts();
    for (const tag of own)
      for (const stance of STANCES_OF[evidence.stanceOf(tag)]) counts[stance] += 1;
    return counts;
  });
}

/** @param tags of one paper, on one influence and those under it; null where there are none */
export const stanceOfPaper = (evidence: Evidence, tags: readonly Tag[]): PaperStance | null =>
  agreedStance(byCoder(evidence, tags));
