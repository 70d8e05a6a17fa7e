/**
 * The statements room over a review of 400 and of 10,000 statements: until it shows them, and then a word typed letter by
 * letter, a filter, another order, all selected, one tag changed, the list scrolled through. How long each takes, and the
 * longest task meanwhile.
 */
import { backupOf, startJournal } from '../fixtures/papers.mjs';
import { Reader, timed } from './reader.mjs';
import { byTurns, clock, Samples } from './samples.mjs';

const ROUNDS = 4;
const TAGS_A_PAPER = 100;
const SIZES = [400, 10_000];
const WORD = 'service 7';

/** Runs in the page: the longest task since it was asked last, in milliseconds; 0 when none was over 50. */
function longestSince() {
  globalThis.longest ??= (() => {
    const held = { task: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) held.task = Math.max(held.task, duration);
    }).observe({ type: 'longtask', buffered: true });
    return held;
  })();
  return new Promise((done) =>
    setTimeout(() => {
      done(globalThis.longest.task);
      globalThis.longest.task = 0;
    }, 200),
  );
}

async function measure(side, size, journal) {
  const reader = await Reader.start(side);
  try {
    const papers = Array.from({ length: size / TAGS_A_PAPER }, (_, number) => ({
      ...{ number, sentences: TAGS_A_PAPER, tags: TAGS_A_PAPER },
    }));
    await reader.restore(backupOf(papers, journal.url));
    const room = await reader.openOwn('workspace.html#/settings');
    const rows = room.locator('article blockquote');
    const result = {};
    const note = async (what, work) => {
      const ms = await timed(work);
      result[`${size}: ${what}, ms`] = ms;
      result[`  ${size}: longest task, ms`.padEnd(30) + what] = await room.evaluate(longestSince);
    };
    await note('until shown', async () => {
      await room.getByRole('link', { name: 'Statements' }).click();
      await rows.first().waitFor();
    });
    const search = room.getByRole('searchbox');
    await note('a word typed', async () => {
      await search.pressSequentially(WORD);
      await room.locator('mark').first().waitFor();
    });
    await search.fill('');
    await room.locator('mark').first().waitFor({ state: 'detached' });
    await note('a filter', async () => {
      await room.getByRole('button', { name: 'Stance: any' }).click();
      await room.getByRole('menuitemcheckbox').first().click();
      await room.getByText(` of ${size}`).first().waitFor();
    });
    await room.keyboard.press('Escape');
    await room.getByRole('button', { name: 'Clear filters' }).click();
    await note('another order', async () => {
      await room.getByRole('button', { name: /^Order/ }).click();
      await room.getByRole('menuitemradio', { name: 'Paper' }).click();
      await room.getByRole('button', { name: 'Order: Paper' }).waitFor();
    });
    await note('all selected', async () => {
      await room.getByRole('checkbox', { name: /^Select all/ }).check();
      await room.getByText(/statements selected/).waitFor();
    });
    await room.getByRole('button', { name: 'Select none' }).click();
    await note('one tag changed', async () => {
      await room
        .getByRole('button', { name: /^Strength/ })
        .first()
        .click();
      await room.getByRole('menuitemradio', { name: '+2' }).click();
      await room.getByRole('button', { name: 'Strength: +2' }).first().waitFor();
    });
    await note('scrolled', () =>
      room.getByRole('region', { name: 'Statements' }).evaluate(async (list) => {
        for (let i = 0; i < 40; i++) {
          list.scrollBy(0, 400);
          await new Promise(requestAnimationFrame);
        }
      }),
    );
    return result;
  } finally {
    await reader.close();
  }
}

export async function benchStatements(sides) {
  const journal = await startJournal();
  const samples = new Samples();
  try {
    await byTurns(sides, ROUNDS, clock(), async (side) => {
      for (const size of SIZES) samples.add(side, await measure(side, size, journal));
    });
    samples.print();
  } finally {
    journal.close();
  }
}
