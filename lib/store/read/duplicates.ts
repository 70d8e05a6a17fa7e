/** Papers of a list that are one work by what names them, though they are stored as two: for the reader to merge. */
import type { Paper } from '../../model';
import { areNamedApart } from '../write/join-papers';
import { PaperIndex } from './paper-index';

export interface DuplicatePair {
  /** The one that is lower on the list. */
  one: Paper;
  other: Paper;
  /** They have an identifier, or title, year and first author, in common; else the title, and nothing speaks against it. */
  isSure: boolean;
}

/** Papers that are looked up before the page may have its turn: a few milliseconds. */
const PAPERS_AT_ONCE = 50;

/** Each paper is compared with those before it. Each yield is a moment at which the page may have its turn. */
export function* duplicatesIn(
  papers: readonly Paper[],
): Generator<undefined, DuplicatePair[], undefined> {
  const index = new PaperIndex([]);
  const pairs: DuplicatePair[] = [];
  for (const [i, paper] of papers.entries()) {
    if (i % PAPERS_AT_ONCE === 0) yield;
    const found = index.find(paper);
    index.put(paper);
    if (!found || areNamedApart(found.paper, paper)) continue;
    const { doubt } = found;
    // Two PDFs of one work have two fingerprints, and that alone does not make them two works.
    if (doubt === null || doubt === 'unsure' || doubt === 'id')
      pairs.push({ one: paper, other: found.paper, isSure: doubt === null });
  }
  return pairs;
}
