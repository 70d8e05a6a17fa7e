/**
 * How the review grows on the reader: the popup, the map, a table, statements and papers over 1,000, 10,000 and 100,000 tags,
 * each until it is shown, with the longest task meanwhile. What matters is how much more a hundred times the tags cost. They
 * are on 67 influences of three levels, as many as CFIR has, so that each paper has tags on most of them.
 *
 * What was measured of a size is printed as soon as it is there, and what never comes within its time is a number all the
 * same: a surface that takes minutes must not keep the others from being measured.
 */
import { readFileSync } from 'node:fs';
import { backupOf, startJournal } from '../fixtures/papers.mjs';
import { Reader } from './reader.mjs';
import { byTurns, clock, median, Samples } from './samples.mjs';

const ROUNDS = 5;
const TAGS_A_PAPER = 50;
/** 100,000 tags come in within a minute or two. */
const RESTORE_MS = 300_000;
/** Of each size, so that all three, with their restores and a base, end within minutes. */
const TIME_A_SIZE_MS = 45_000;
/** A surface that shows nothing by then is counted with this time: nobody waits longer. */
const MOST_MS = 30_000;
/** What the browser has noticed of long tasks comes a moment later. */
const NOTICED_MS = 300;
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
  // Filters are there when all statements are.
  ['statements to filter', 'workspace.html#/statements', () => 'button[aria-label="Stance: any"]'],
  ['papers', 'workspace.html#/papers', () => 'article'],
];

/** Runs in the page, from its first line on: when it is shown, and the longest task until then. */
function noteFirst({ selector, most, noticed }) {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  globalThis.shown = new Promise((resolve) => {
    const answer = (at) => setTimeout(() => resolve({ at, longest }), noticed);
    const late = setTimeout(() => {
      watch.disconnect();
      answer(most);
    }, most);
    const look = () => {
      if (!document.querySelector(selector)) return;
      clearTimeout(late);
      watch.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => answer(performance.now())));
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true });
  });
}

async function open(reader, address, selector) {
  const page = await reader.context.newPage();
  try {
    await page.addInitScript(noteFirst, { selector, most: MOST_MS, noticed: NOTICED_MS });
    await page.goto(`chrome-extension://${reader.id}/${address}`);
    return await page.evaluate(() => globalThis.shown);
  } finally {
    await page.close();
  }
}

/** Each side with a review of this size. */
async function readersOf(sides, size, journal) {
  const papers = Array.from({ length: size / TAGS_A_PAPER }, (_, number) => ({
    ...{ number, sentences: TAGS_A_PAPER, tags: TAGS_A_PAPER },
  }));
  const backup = backupOf(papers, journal.url, CFIR);
  const readers = new Map();
  try {
    for (const side of sides) {
      const reader = await Reader.start(side);
      readers.set(side, reader);
      await reader.restore(backup, RESTORE_MS);
      // The first of all opens a cold database.
      await open(reader, 'popup.html', reader.ui.MAP_ROWS);
    }
    return readers;
  } catch (error) {
    await closeAll(readers);
    throw error;
  }
}

async function closeAll(readers) {
  for (const reader of readers.values()) await reader.close();
}

async function measure(sides, size, journal, grown) {
  const samples = new Samples();
  const readers = await readersOf(sides, size, journal);
  const late = clock(TIME_A_SIZE_MS);
  try {
    await byTurns(sides, ROUNDS, late, async (side, round) => {
      const reader = readers.get(side);
      for (const [name, address, selector] of SURFACES) {
        // Each once, however slow; a further round ends where time is up.
        if (round > 0 && late()) return;
        const { at, longest } = await open(reader, address, selector(reader.ui));
        samples.add(side, {
          [`${name}, ${size} tags: shown, ms`]: at,
          [`  longest task, ms: ${name}, ${size}`]: longest,
        });
      }
    });
  } finally {
    samples.print();
    for (const side of sides)
      for (const [name] of SURFACES)
        grown.push({ side, name, size, at: samples.of(side, `${name}, ${size} tags: shown, ms`) });
    await closeAll(readers);
  }
}

/** How many times as long each surface takes over the most tags as over the fewest. */
function printGrowth(sides, grown) {
  const rows = {};
  for (const [name] of SURFACES)
    for (const side of sides) {
      const of = (size) =>
        grown.find((one) => one.side === side && one.name === name && one.size === size)?.at ?? [];
      const [fewest, most] = [of(SIZES[0]), of(SIZES.at(-1))];
      rows[name] ??= {};
      rows[name][`${side.name}: ${SIZES.at(-1)} / ${SIZES[0]}`] =
        Math.round((median(most) / median(fewest)) * 100) / 100;
      rows[name][`${side.name}: n`] = Math.min(fewest.length, most.length);
    }
  console.table(rows);
}

export async function benchMap(sides) {
  const journal = await startJournal();
  const grown = [];
  try {
    for (const size of SIZES) await measure(sides, size, journal, grown);
  } finally {
    printGrowth(sides, grown);
    journal.close();
  }
}
