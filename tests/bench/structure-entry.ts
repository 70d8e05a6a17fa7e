/**
 * What the structure benches run: the full read beside one plain pass over the page, and markers in text. A read goes
 * as far as tagging needs it; the fields of references (title, authors, journal ...) are read when they are first
 * asked for. So both are measured: a read until tagging can start, and one that asks for every field of every
 * reference, as the side panel and an export do.
 */
import { referencesOf } from '../../entrypoints/tagging.content/bridge/outline';
import {
  findCitations,
  type PageStructure,
  readStructure,
  readStructureInSteps,
} from '../../lib/page';
import { freshCost, warmCost } from './page-cost';

/** Reads in steps as the extension does; milliseconds of the longest task, and of all tasks together. */
async function inSteps() {
  let longest = 0;
  let sum = 0;
  let began = performance.now();
  const stop = () => {
    const task = performance.now() - began;
    longest = Math.max(longest, task);
    sum += task;
  };
  const yieldNow = () => {
    stop();
    return new Promise<void>((resolve) => {
      setTimeout(() => {
        began = performance.now();
        resolve();
      }, 0);
    });
  };
  const structure = await readStructureInSteps(document, { yieldNow });
  stop();
  const taggable = { longest, sum };
  began = performance.now();
  await referencesOf(structure, yieldNow);
  stop();
  return { taggable, whole: { longest, sum }, sentences: structure.sentences.length };
}

/** Asks for every field of every reference. */
function readFields({ references }: PageStructure): number {
  return references.reduce((n, one) => n + Object.values(one).length, 0);
}

/** @param html the page as served, for documents that nobody has touched */
async function benchStructure(html: string) {
  // Nothing of our code has run yet, and no script has touched the page.
  const first = await inSteps();
  const whole = (doc: Document) => readFields(readStructure(doc));
  const fresh = {
    taggable: await freshCost(html, readStructure),
    whole: await freshCost(html, whole),
  };
  const warm = { taggable: warmCost(readStructure), whole: warmCost(whole) };
  return { first, fresh, warm, later: await inSteps() };
}

Object.assign(globalThis, { benchStructure, findCitations });
