/** Two codebooks side by side: which of their influences are alike by their crosswalks, and which only one of them has. */
import type { Codebook, Influence } from '../model';
import { linksThrough } from './crosswalk';

export interface Comparison {
  /** An influence of the left codebook with those of the right one that are like it, in the left one's order. */
  alike: { left: Influence; right: Influence[] }[];
  onlyLeft: Influence[];
  onlyRight: Influence[];
}

/** @param left and right: two codebooks, or two versions of one, of which an influence is the same where its id is */
export function compareCodebooks(left: Codebook, right: Codebook): Comparison {
  const linksOf = linksThrough(right, [left]);
  const byId = new Map(right.influences.map((influence) => [influence.id, influence]));
  const rows = left.influences.map((influence) => ({
    left: influence,
    right: linksOf({ codebookId: left.id, influenceId: influence.id }).flatMap(
      ({ to }) => byId.get(to.influenceId) ?? [],
    ),
  }));
  const matched = new Set(rows.flatMap((row) => row.right));
  return {
    alike: rows.filter((row) => row.right.length),
    onlyLeft: rows.filter((row) => !row.right.length).map((row) => row.left),
    onlyRight: right.influences.filter((influence) => !matched.has(influence)),
  };
}

/** How far below the broadest influence each one is, by its id: 0 for one that is under none. */
export function depthsOf({ influences }: Pick<Codebook, 'influences'>): Map<string, number> {
  const parents = new Map(influences.map(({ id, parent }) => [id, parent]));
  const depths = new Map<string, number>();
  for (const { id } of influences) {
    const line: string[] = [];
    // Up to one whose depth is known, to the broadest, or to one that a circle of a file has come back to.
    let at: string | undefined = id;
    while (at !== undefined && parents.has(at) && !depths.has(at) && !line.includes(at)) {
      line.push(at);
      at = parents.get(at);
    }
    let depth = at === undefined ? 0 : (depths.get(at) ?? -1) + 1;
    for (const one of line.reverse()) depths.set(one, depth++);
  }
  return depths;
}
