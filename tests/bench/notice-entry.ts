/**
 * What the notice bench runs inside a page: what every page pays (`noticeTold`), what a page pays that is looked
 * at (`notice`), and one plain pass over the same page's text nodes.
 */
import { notice, noticeTold } from '../../lib/page';

/** Milliseconds per call: the best of five batches, each long enough for the page's coarse clock. */
function cost(run: () => unknown): number {
  let times = 1;
  let spent = 0;
  for (; spent < 8; times *= 2) {
    const start = performance.now();
    for (let i = 0; i < times; i++) run();
    spent = performance.now() - start;
    if (spent >= 8) break;
  }
  let best = spent / times;
  for (let batch = 0; batch < 4; batch++) {
    const start = performance.now();
    for (let i = 0; i < times; i++) run();
    best = Math.min(best, (performance.now() - start) / times);
  }
  return best;
}

/** The plain pass: every text node is visited and its text read. */
function walk(): number {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
  return length;
}

/** First calls on a page that no script has touched yet: [plain pass, told] or the other way round. */
function first(toldFirst: boolean): { walk: number; told: number } {
  const time = (run: () => unknown) => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  const told = () => time(() => noticeTold(document, location.href));
  if (toldFirst) return { told: told(), walk: time(walk) };
  const pass = time(walk);
  return { walk: pass, told: told() };
}

Object.assign(globalThis, {
  bearingBench: (toldFirst: boolean) => {
    const cold = first(toldFirst);
    const url = location.href;
    return {
      cold,
      kind: notice(document, url).kind,
      more: noticeTold(document, url).more,
      walk: cost(walk),
      told: cost(() => noticeTold(document, url)),
      whole: cost(() => notice(document, url)),
    };
  },
});
