/** The popup over a review of 4,600 tags: from its opening until the map is on the screen. */
import { backupOf, startJournal } from '../fixtures/papers.mjs';
import { Reader } from './reader.mjs';
import { byTurns, clock, Samples } from './samples.mjs';
import { LARGE_REVIEW } from './sizes.mjs';

const ROUNDS = 30;

/** Runs in the popup, from its first line on: notes when the first frame with something in it is drawn. */
function noteFirst(selector) {
  globalThis.shownAt = new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) return;
      watch.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true });
  });
}

/** @returns {Promise<number>} milliseconds since the navigation began */
async function open(reader) {
  const page = await reader.context.newPage();
  try {
    await page.addInitScript(noteFirst, reader.ui.MAP_ROWS);
    await page.goto(`chrome-extension://${reader.id}/popup.html`);
    return await page.evaluate(() => globalThis.shownAt);
  } finally {
    await page.close();
  }
}

export async function benchPopup(sides) {
  const journal = await startJournal();
  const samples = new Samples();
  const readers = new Map();
  try {
    const backup = backupOf(LARGE_REVIEW, journal.url);
    for (const side of sides) {
      const reader = await Reader.start(side);
      readers.set(side, reader);
      await reader.restore(backup);
      await open(reader);
    }
    await byTurns(sides, ROUNDS, clock(), async (side) =>
      samples.add(side, { 'map shown, ms': await open(readers.get(side)) }),
    );
    samples.print();
  } finally {
    for (const reader of readers.values()) await reader.close();
    journal.close();
  }
}
