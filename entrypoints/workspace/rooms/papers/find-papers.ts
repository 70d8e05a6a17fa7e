/** Which lines of the reading list answer to what is asked, and how many papers each value of each filter has. */
import { holdsWords } from '@/lib/text';
import { type Counted, countFacets, type Facetted } from '../statements/facets';
import type { AskedList } from './list-address';
import { sorted, type TimesCited } from './list-order';
import type { PaperLine, PaperLines } from './paper-lines';

export interface FoundPapers {
  lines: readonly PaperLine[];
  /** How many papers each value of each filter has. */
  counted: Counted<unknown>;
}

/** A line as it is counted: by the values of one of its two readings. */
interface Countable extends Facetted {
  line: PaperLine;
}

/** The lines that answer to what is asked, in the order that is asked for. */
export function* findPapers(
  { lines, table }: Pick<PaperLines, 'lines' | 'table'>,
  { search, chosen, sort, study }: AskedList,
  cited: TimesCited = new Map(),
): Generator<undefined, FoundPapers, undefined> {
  const withExcluded = chosen.eligibility?.includes('excluded') ?? false;
  const among: Countable[] = [];
  for (const [i, line] of lines.entries()) {
    if (i % 1_000 === 0) yield;
    if (study !== null && !line.family.includes(study)) continue;
    if (!holdsWords(line.text, search)) continue;
    const { values, tagValues } = withExcluded ? line : line.unread;
    among.push({ line, values, tagValues });
  }
  const counted = yield* countFacets(among, table, chosen);
  yield;
  return {
    lines: sorted(
      counted.shown.map(({ line }) => line),
      sort,
      cited,
    ),
    counted,
  };
}
