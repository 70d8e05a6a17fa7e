/** What the notice bench runs inside a page: the notice, and one plain pass over the same text nodes. */
import { notice } from '../../lib/page/notice';

/** Milliseconds per call, the best of `rounds` groups of `times` calls. */
function cost(rounds: number, times: number, run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    for (let i = 0; i < times; i++) run();
    best = Math.min(best, (performance.now() - start) / times);
  }
  return best;
}

function walk(): number {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
  return length;
}

Object.assign(globalThis, {
  bearingBench: () => ({
    kind: notice(document, location.href).kind,
    walk: cost(7, 4, walk),
    notice: cost(7, 4, () => notice(document, location.href)),
  }),
});
