/**
 * 500 saves over ten tabs while the background ends at random: what was acknowledged is on disk, once and whole;
 * what was not is shown as unsaved and kept, until "Try again" saves it.
 */
import type { Page } from '@playwright/test';
import {
  chosenText,
  clickOnBar,
  paintedCount,
  STANCE_KEYS,
  startFromPopup,
  tagging,
} from '../../scripts/ui.mjs';
import { startJournal } from '../fixtures/papers.mjs';
import { type Bearing, test as base, expect } from '../support/extension';
import { pick, seeded } from '../support/random';

type Journal = Awaited<ReturnType<typeof startJournal>>;

const test = base.extend<{ journal: Journal }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is asked for
  journal: async ({}, use) => {
    const journal = await startJournal();
    await use(journal);
    journal.close();
  },
});

const SAVES = 500;
const TABS = 10;
const SEED = Number(process.env.SOAK_SEED ?? 20_261_128);
/** The background ends once in so many saves on average. */
const SAVES_A_DEATH = 4;
/** When it ends: it takes a few milliseconds, so that each of these lands at many points of a save. */
const MOMENTS = ['before the key', 'with the key', 'after the key'] as const;

type Stance = keyof typeof STANCE_KEYS;
const STANCES = Object.keys(STANCE_KEYS) as Stance[];

interface Tab {
  page: Page;
  /** What has been tagged here, by the quote. */
  saved: Map<string, Stance>;
}

async function openTab(bearing: Bearing, url: string): Promise<Tab> {
  const page = await bearing.open(url);
  await startFromPopup(await bearing.popup(page), page);
  return { page, saved: new Map() };
}

/** Chooses the next statement. @returns its words */
async function chooseNext(page: Page): Promise<string> {
  const before = await chosenText(page);
  await page.keyboard.press('j');
  await expect.poll(async () => (await chosenText(page)) || before).not.toBe(before);
  return chosenText(page);
}

/** Waits until the page has as many tags, trying again whenever it offers that. @returns how often it did */
async function untilSaved(page: Page, count: number): Promise<number> {
  let tries = 0;
  await expect
    .poll(
      async () => {
        const again = tagging.unsaved(page).getByRole('button', { name: 'Try again' });
        if (await again.isVisible()) {
          // The tag may be saved before the click arrives.
          const clicked = await clickOnBar(again).then(
            () => true,
            () => false,
          );
          if (clicked) tries += 1;
        }
        return paintedCount(page);
      },
      { timeout: 60_000 },
    )
    .toBe(count);
  return tries;
}

test(`${SAVES} saves over ${TABS} tabs, the background ending at random: nothing acknowledged is lost`, async ({
  bearing,
  journal,
}) => {
  const random = seeded(SEED);
  console.log(`SOAK_SEED=${SEED}`);
  const paper = (number: number) => ({ number, sentences: 2 * (SAVES / TABS), tags: 0 });
  const tabs: Tab[] = [];
  for (let i = 0; i < TABS; i++) tabs.push(await openTab(bearing, journal.url(paper(i))));

  const deaths: Record<string, number> = {};
  let again = 0;
  for (let i = 0; i < SAVES; i++) {
    const { page, saved } = pick(random, tabs);
    await page.bringToFront();
    const quote = await chooseNext(page);
    const stance = pick(random, STANCES);
    await page.keyboard.press(String(1 + Math.floor(random() * 9)));
    const moment = random() * SAVES_A_DEATH < 1 ? pick(random, MOMENTS) : 'never';
    if (moment !== 'never') deaths[moment] = (deaths[moment] ?? 0) + 1;
    if (moment === 'before the key') await bearing.killWorker();
    const dying = moment === 'with the key' ? bearing.killWorker() : undefined;
    await page.keyboard.press(STANCE_KEYS[stance]);
    if (moment === 'after the key') await bearing.killWorker();
    await dying;
    again += await untilSaved(page, saved.size + 1);
    saved.set(quote, stance);
  }
  console.log(
    `The background ended ${JSON.stringify(deaths)}; "Try again" was offered ${again} times.`,
  );
  expect(Object.keys(deaths).sort()).toEqual([...MOMENTS].sort());

  // Nothing may wait in memory for a better moment: the browser is killed.
  await bearing.crash();
  const quoteOf = new Map(
    (await bearing.records('statements')).map(({ id, quote }) => [id, String(quote)]),
  );
  const stored = (await bearing.records('tags'))
    .map(({ statementId, stance }) => `${quoteOf.get(statementId)}: ${stance}`)
    .sort();
  const wanted = tabs.flatMap(({ saved }) =>
    [...saved].map(([quote, stance]) => `${quote}: ${stance}`),
  );
  expect(stored).toEqual(wanted.sort());
  for (const [i, { saved }] of tabs.entries()) {
    const page = await bearing.open(journal.url(paper(i)));
    await expect.poll(() => paintedCount(page)).toBe(saved.size);
  }
});
