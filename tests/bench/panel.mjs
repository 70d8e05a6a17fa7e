/**
 * A paper with thousands of tagged statements: how long the page and the side panel beside it take to show them,
 * and the longest task that either runs; beside the same page and panel with 50 tags.
 */
import { surface } from '../../scripts/drive.mjs';
import { backupOf, startJournal } from '../fixtures/papers.mjs';
import { Reader, timed } from './reader.mjs';
import { byTurns, clock, Samples } from './samples.mjs';
import { onePaper } from './sizes.mjs';

const ROUNDS = 6;
const SIZES = [50, 5_000];

/** The longest task of a page so far, in milliseconds; 0 when none was over 50. */
const longestTask = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        let longest = 0;
        const watch = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
        });
        watch.observe({ type: 'longtask', buffered: true });
        setTimeout(() => done(longest), 100);
      }),
  );

async function openPanel(reader, page) {
  const popup = await reader.popup(page);
  let panel;
  const ms = await timed(async () => {
    await popup
      .getByRole('button', { name: 'Side panel' })
      .click()
      .catch((error) => {
        if (!popup.isClosed()) throw error;
      });
    panel = await surface(reader.profile, 'sidepanel.html');
    await reader.ui.panelRows(panel).first().waitFor();
  });
  return { panel, ms };
}

async function measure(side, size, journal) {
  const reader = await Reader.start(side);
  try {
    const paper = onePaper(size);
    await reader.restore(backupOf([paper], journal.url));
    let page;
    const paint = await timed(async () => {
      page = await reader.open(journal.url(paper));
      await page.bringToFront();
      await reader.untilPainted(page, size);
    });
    const pageTask = await longestTask(page);
    const { panel, ms } = await openPanel(reader, page);
    const panelTask = await longestTask(panel);
    await panel.getByRole('searchbox').fill('service 7');
    await reader.ui.panelRows(panel).filter({ hasText: 'In service 7' }).first().waitFor();
    const filterTask = await longestTask(panel);
    return {
      [`${size} tags: page painted, ms`]: paint,
      [`${size} tags: longest task in the page, ms`]: pageTask,
      [`${size} tags: panel shown, ms`]: ms,
      [`${size} tags: longest task in the panel, ms`]: panelTask,
      [`${size} tags: with filtering, ms`]: filterTask,
      [`${size} tags: rows in the panel`]: await reader.ui.panelRows(panel).count(),
    };
  } finally {
    await reader.close();
  }
}

export async function benchPanel(sides) {
  const journal = await startJournal();
  const samples = new Samples();
  try {
    await byTurns(sides, ROUNDS, clock(), async (side) => {
      for (const size of SIZES) samples.add(side, await measure(side, size, journal));
    });
    samples.print();
    console.log('panel: the browser does not report tasks of 50 ms and less; they appear as 0');
  } finally {
    journal.close();
  }
}
