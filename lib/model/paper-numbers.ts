/** The numbers of a review's papers in its tables. */
import type { ReviewPaper } from './records/review';

/**
 * By the id of the paper. Numbers that the reader has given stay; the other papers take those that are free, in the order in
 * which they came to the list.
 */
export function paperNumbers(listed: readonly ReviewPaper[]): ReadonlyMap<string, number> {
  const given = listed.filter(({ number }) => number !== undefined);
  const taken = new Set(given.map(({ number }) => number));
  const numbers = new Map(given.map(({ paperId, number = 0 }) => [paperId, number]));
  let next = 1;
  for (const { paperId } of listed.filter(({ number }) => number === undefined).sort(byArrival)) {
    while (taken.has(next)) next += 1;
    numbers.set(paperId, next);
    next += 1;
  }
  return numbers;
}

const byArrival = (a: ReviewPaper, b: ReviewPaper): number =>
  a.addedAt < b.addedAt ? -1 : a.addedAt > b.addedAt ? 1 : a.paperId < b.paperId ? -1 : 1;
