/** Papers that may report one study: a preprint and its article have one title and share an author. */
import type { Paper } from '../../model';
import { looseKey, namingTitle } from '../../text';

/** Papers that are looked at before the page may have its turn: a few milliseconds. */
const PAPERS_AT_ONCE = 100;

/**
 * Pairs of papers that look alike; each paper is compared with the one before it of the same title. Each yield is a moment
 * at which the page may have its turn.
 */
export function* alikeInSlices(
  papers: readonly Paper[],
): Generator<undefined, [Paper, Paper][], undefined> {
  const titled = new Map<string, Paper[]>();
  for (const [i, paper] of papers.entries()) {
    if (i % PAPERS_AT_ONCE === 0) yield;
    const title = namingTitle(paper.title);
    if (!title) continue;
    const known = titled.get(title);
    if (known) known.push(paper);
    else titled.set(title, [paper]);
  }
  const pairs: [Paper, Paper][] = [];
  for (const some of titled.values())
    for (const [i, paper] of some.entries()) {
      const other = some.slice(0, i).findLast((one) => shareAuthor(one, paper));
      if (other) pairs.push([other, paper]);
    }
  return pairs;
}

function shareAuthor(a: Paper, b: Paper): boolean {
  const names = authorsOf(a);
  return authorsOf(b).some((name) => names.includes(name));
}

/** Family names, or whole names where they are not told apart. */
const authorsOf = ({ authors }: Paper): string[] =>
  authors.map(({ family, literal }) => looseKey(family ?? literal ?? '')).filter(Boolean);
