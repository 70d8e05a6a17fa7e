/** Papers that may report one study: a preprint and its article have one title and share an author. */
import { grouped, type Paper } from '../../model';
import { looseKey, namingTitle } from '../../text';

/** Pairs of papers that look alike; each paper is compared with the one before it of the same title. */
export function alikePapers(papers: readonly Paper[]): [Paper, Paper][] {
  const pairs: [Paper, Paper][] = [];
  for (const [title, some] of grouped(papers, (paper) => namingTitle(paper.title))) {
    if (!title) continue;
    for (const [i, paper] of some.entries()) {
      const other = some.slice(0, i).findLast((one) => shareAuthor(one, paper));
      if (other) pairs.push([other, paper]);
    }
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
