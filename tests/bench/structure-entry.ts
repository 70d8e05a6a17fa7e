/** What the structure benches run: the full read beside one plain pass over the page, and markers in text. */
import { findCitations, readStructure, readStructureInSteps } from '../../lib/page';
import { freshCost, warmCost } from './page-cost';

/** Reads in steps as the extension does; milliseconds of the longest task, and of all tasks together. */
async function inSteps(): Promise<{ longest: number; sum: number; sentences: number }> {
  let longest = 0;
  let sum = 0;
  let began = performance.now();
  const stop = () => {
    const task = performance.now() - began;
    longest = Math.max(longest, task);
    sum += task;
  };
  const structure = await readStructureInSteps(document, {
    yieldNow: () => {
      stop();
      return new Promise((resolve) => {
        setTimeout(() => {
          began = performance.now();
          resolve();
        }, 0);
      });
    },
  });
  stop();
  return { longest, sum, sentences: structure.sentences.length };
}

/** @param html the page as served, for documents that nobody has touched */
async function benchStructure(html: string) {
  // Nothing of our code has run yet, and no script has touched the page.
  const first = await inSteps();
  const fresh = await freshCost(html, readStructure);
  const warm = warmCost(readStructure);
  return { first, fresh, warm, later: await inSteps() };
}

Object.assign(globalThis, { benchStructure, findCitations });
