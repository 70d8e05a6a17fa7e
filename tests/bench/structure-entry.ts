/** What the structure benches run: the full read beside one plain pass over the text nodes, and markers in text. */
import { findCitations, readStructure, readStructureInSteps } from '../../lib/page';

const median = (list: number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;

function timed(run: () => unknown, times: number): number[] {
  return Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
}

function pass(): number {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
  return length;
}

/** Milliseconds: one plain pass, the first read, the median read, and the longest task when stepping. */
async function benchStructure(): Promise<Record<string, number>> {
  const cold = timed(() => readStructure(document), 1)[0] ?? 0;
  timed(pass, 20);
  const plain = median(timed(pass, 41));
  const read = median(timed(() => readStructure(document), 15));
  let longest = 0;
  let began = performance.now();
  const structure = await readStructureInSteps(document, {
    yieldNow: () => {
      longest = Math.max(longest, performance.now() - began);
      return new Promise((resolve) => {
        setTimeout(() => {
          began = performance.now();
          resolve();
        }, 0);
      });
    },
  });
  longest = Math.max(longest, performance.now() - began);
  return { cold, plain, read, longest, sentences: structure.sentences.length };
}

Object.assign(globalThis, { benchStructure, findCitations });
