/**
 * How the review grows on the reader: the popup, the map, a table, statements and papers over 1,000, 10,000 and 100,000 tags,
 * each until it is shown, with the longest task meanwhile. What matters is how much more a hundred times the tags cost. They
 * are on 67 influences of three levels, as many as CFIR has, so that each paper has tags on most of them.
 */
import { readFileSync } from 'node:fs';
import { backupOf, startJournal } from '../fixtures/papers.mjs';
import { Reader } from './reader.mjs';
import { byTurns, clock, Samples } from './samples.mjs';

const ROUNDS = 3;
const TAGS_A_PAPER = 50;
/** 100,000 tags come in within minutes. */
const RESTORE_MS = 600_000;
const SIZES = [1_000, 10_000, 100_000];
const CFIR = readBook('cfir-2022');

function readBook(name) {
  const file = new URL(`../../lib/codebook/data/${name}.json`, import.meta.url);
  const { id, version, influences } = JSON.parse(readFileSync(file, 'utf8'));
  return { id, version, influences: influences.map((one) => one.id) };
}

/** What is opened, and what tells that it is shown. */
const SURFACES = [
  ['popup', 'popup.html', (ui) => ui.MAP_ROWS],
  ['map', 'workspace.html#/map', () => 'tbody button'],
  ['influence summary', 'workspace.html#/map?view=influence-summary', () => 'tbody button'],
  ['statements', 'workspace.html#/statements', () => 'article blockquote'],
  ['papers', 'workspace.html#/papers', () => 'article'],
];

/** Runs in the page, from its first line on: when it is shown, and the longest task until then. */
function noteFirst(selector) {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  globalThis.shown = new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) return;
      watch.disconnect();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const at = performance.now();
          // What the browser has noticed of tasks comes a moment later.
          setTimeout(() => resolve({ at, longest }), 300);
        }),
      );
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true });
  });
}

async function open(reader, address, selector) {
  const page = await reader.context.newPage();
  try {
    await page.addInitScript(noteFirst, selector);
    await page.goto(`chrome-extension://${reader.id}/${address}`);
    return await page.evaluate(() => globalThis.shown);
  } finally {
    await page.close();
  }
}

export async function benchMap(sides) {
  const journal = await startJournal();
  const samples = new Samples();
  try {
    for (const size of SIZES) {
      const readers = new Map();
      try {
        const papers = Array.from({ length: size / TAGS_A_PAPER }, (_, number) => ({
          ...{ number, sentences: TAGS_A_PAPER, tags: TAGS_A_PAPER },
        }));
        for (const side of sides) {
          const reader = await Reader.start(side);
          readers.set(side, reader);
          await reader.restore(backupOf(papers, journal.url, CFIR), RESTORE_MS);
          await open(reader, 'popup.html', reader.ui.MAP_ROWS);
        }
        await byTurns(sides, ROUNDS, clock(), async (side) => {
          const reader = readers.get(side);
          for (const [name, address, selector] of SURFACES) {
            const { at, longest } = await open(reader, address, selector(reader.ui));
            samples.add(side, {
              [`${name}, ${size} tags: shown, ms`]: at,
              [`  longest task, ms: ${name}, ${size}`]: longest,
            });
          }
        });
      } finally {
        for (const reader of readers.values()) await reader.close();
      }
    }
    samples.print();
  } finally {
    journal.close();
  }
}
