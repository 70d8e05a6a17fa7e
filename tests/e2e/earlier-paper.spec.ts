/**
 * A single-page site shows another article while a tag is half made: nothing is filed until the new article is there,
 * and then the reader is asked about the draft of the earlier one. Nothing is lost, whatever the answer.
 */
import type { Page } from '@playwright/test';
import { barOf, clickOnBar, startFromPopup, tagging } from '../../scripts/ui.mjs';
import { type Bearing, expect, test } from '../support/extension';
import { storedTags } from '../support/stored';
import { nextStatement, startTagging } from '../support/tagging';

declare const go: (record: number) => void;
declare const arrives: () => void;

const FIRST = 'Peer workers in crisis houses: a mixed-method demonstration study';
const SIZES = { wide: { width: 1280, height: 720 }, narrow: { width: 320, height: 640 } };
const ONE = '10.5555/demo.one';

/**
 * The first record of the fixture in tagging mode, with a statement chosen. The second takes a second to come; or, as
 * `held`, with `arrival`, however slow the machine is.
 */
async function chooseOnFirst(
  bearing: Bearing,
  site: string,
  delay: '1000' | 'held' = '1000',
): Promise<{ page: Page; words: string }> {
  const page = await startTagging(bearing, `${site}/spa/record/1?delay=${delay}&meta=1`);
  return { page, words: await nextStatement(page) };
}

const leaveFor = (page: Page, record: number) => page.evaluate((number) => go(number), record);

/** Shows the content of a record that was held. */
const arrival = (page: Page) => page.evaluate(() => arrives());

/** Every tag in the store as the words, the paper, the stance and the note it has. */
const filed = async (bearing: Bearing) =>
  (await storedTags(bearing)).map(({ quote, doi, stance, note }) => ({ quote, doi, stance, note }));

/** A stance is given on the first paper, then the page shows the second: the question is there. */
async function leaveHalfMade(bearing: Bearing, site: string) {
  const chosen = await chooseOnFirst(bearing, site);
  await chosen.page.keyboard.press('s');
  await leaveFor(chosen.page, 2);
  await expect(tagging.asked(chosen.page)).toContainText(FIRST);
  return chosen;
}

test('a tag half made is asked about by name, finished there, and saved with its words', async ({
  bearing,
  site,
}) => {
  const { page, words } = await chooseOnFirst(bearing, site.url);
  await page.keyboard.press('s');
  await leaveFor(page, 2);
  const asked = tagging.asked(page);
  await expect(asked).toContainText(FIRST);
  await expect(asked).toContainText(words.slice(0, 40));
  await expect(asked).toContainText('supporting');
  expect(await storedTags(bearing)).toEqual([]);
  await bearing.shot(page, 'asked-half-made');
  await page.keyboard.press('Enter');
  await expect(tagging.toolbar(page)).toContainText(FIRST);
  await bearing.shot(page, 'asked-finishing');
  await page.keyboard.press('1');
  await expect
    .poll(() => filed(bearing))
    .toEqual([{ quote: words, doi: ONE, stance: 'supporting', note: '' }]);
  await expect(asked).toBeHidden();
  // The page shows the second record, which has no tag.
  await expect(tagging.bar(page)).toContainText('Select text');
});

test('a tag made while the page was loading waits, and is saved or discarded as the reader chooses', async ({
  bearing,
  site,
}) => {
  const { page, words } = await chooseOnFirst(bearing, site.url, 'held');
  await leaveFor(page, 2);
  await page.keyboard.press('c');
  await page.keyboard.press('1');
  await expect(tagging.waiting(page)).toBeVisible();
  expect(await storedTags(bearing)).toEqual([]);
  await arrival(page);
  const asked = tagging.asked(page);
  await expect(asked).toContainText(FIRST);
  expect(await storedTags(bearing)).toEqual([]);
  await clickOnBar(asked.getByRole('button', { name: /^Discard/ }));
  await expect(asked).toBeHidden();
  await page.keyboard.press('u');
  await expect(asked).toContainText(FIRST);
  await clickOnBar(asked.getByRole('button', { name: /^Save/ }));
  await expect
    .poll(() => filed(bearing))
    .toEqual([{ quote: words, doi: ONE, stance: 'contrasting', note: '' }]);
});

test('a tag made while only the address changed is saved by itself once that is known', async ({
  bearing,
  site,
}) => {
  const { page, words } = await chooseOnFirst(bearing, site.url);
  await page.evaluate(() => history.pushState(null, '', '/spa/record/1/abstract'));
  await page.keyboard.press('m');
  await page.keyboard.press('1');
  await expect(tagging.waiting(page)).toBeVisible();
  await expect
    .poll(() => filed(bearing))
    .toEqual([{ quote: words, doi: ONE, stance: 'mentioning', note: '' }]);
  await expect(tagging.asked(page)).toBeHidden();
});

test('a note half typed for a saved tag is asked about, and saved to that tag', async ({
  bearing,
  site,
}) => {
  const { page, words } = await chooseOnFirst(bearing, site.url);
  await page.keyboard.press('s');
  await page.keyboard.press('1');
  await expect(tagging.saved(page)).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('half a thought');
  await expect(tagging.toolbar(page).getByRole('textbox', { name: 'Note' })).toHaveValue(
    'half a thought',
  );
  await leaveFor(page, 2);
  await expect(tagging.asked(page)).toContainText(FIRST);
  await expect(tagging.asked(page)).toContainText('half a thought');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => filed(bearing))
    .toEqual([{ quote: words, doi: ONE, stance: 'supporting', note: 'half a thought' }]);
});

test('a draft whose question is not answered goes on when its own paper is shown again', async ({
  bearing,
  site,
}) => {
  const { page, words } = await leaveHalfMade(bearing, site.url);
  // The reader goes on: another statement is chosen and tagged, and the question stays.
  const other = await nextStatement(page);
  await page.keyboard.press('m');
  await page.keyboard.press('1');
  await expect.poll(async () => (await filed(bearing)).map(({ quote }) => quote)).toEqual([other]);
  await expect(tagging.asked(page)).toContainText(words.slice(0, 40));
  await page.keyboard.press('Escape');
  await leaveFor(page, 1);
  // Back on its paper it is what keys act on, as it was when the page left.
  await expect(tagging.asked(page)).toBeHidden();
  await page.keyboard.press('2');
  await expect
    .poll(async () => (await filed(bearing)).find(({ doi }) => doi === ONE))
    .toEqual({ quote: words, doi: ONE, stance: 'supporting', note: '' });
});

test('a draft whose question is not answered is asked about again after an update, and in the tab’s next document', async ({
  bearing,
  site,
}) => {
  const { page, words } = await leaveHalfMade(bearing, site.url);
  const old = barOf(page);
  await bearing.update();
  await expect.poll(() => barOf(page) !== old && barOf(page) !== undefined).toBe(true);
  await expect(tagging.asked(page)).toContainText(words.slice(0, 40));
  // The paper itself, loaded anew in the tab.
  await page.goto(`${site.url}/spa/record/1?delay=1000&meta=1`);
  await startFromPopup(await bearing.popup(page), page);
  await expect(tagging.asked(page)).toContainText(words.slice(0, 40));
  await clickOnBar(tagging.asked(page).getByRole('button', { name: /^Finish/ }));
  await expect(tagging.toolbar(page).getByRole('button', { name: /^supporting/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('3');
  await expect
    .poll(() => filed(bearing))
    .toEqual([{ quote: words, doi: ONE, stance: 'supporting', note: '' }]);
});

test('a reload on the next paper asks about the draft of the earlier one', async ({
  bearing,
  site,
}) => {
  const { page, words } = await leaveHalfMade(bearing, site.url);
  await page.goto(`${site.url}/spa/record/2?delay=1000&meta=1`);
  await startFromPopup(await bearing.popup(page), page);
  await expect(tagging.asked(page)).toContainText(words.slice(0, 40));
  await page.keyboard.press('Enter');
  await expect(tagging.toolbar(page)).toContainText(FIRST);
  await page.keyboard.press('1');
  await expect
    .poll(() => filed(bearing))
    .toEqual([{ quote: words, doi: ONE, stance: 'supporting', note: '' }]);
});

test('a note that went on with its paper survives another choice and a reload', async ({
  bearing,
  site,
}) => {
  const { page, words } = await chooseOnFirst(bearing, site.url);
  await page.keyboard.press('s');
  await page.keyboard.press('n');
  await page.keyboard.type('a long note');
  const note = tagging.toolbar(page).getByRole('textbox', { name: 'Note' });
  await expect(note).toHaveValue('a long note');
  await leaveFor(page, 2);
  await expect(tagging.asked(page)).toContainText('a long note');
  await leaveFor(page, 1);
  await expect(tagging.asked(page)).toBeHidden();
  await expect(note).toHaveValue('a long note');
  // Something else is chosen before it is finished.
  await page.keyboard.press('Escape');
  expect(await nextStatement(page)).not.toBe(words);
  await page.keyboard.press('k');
  await expect(note).toBeHidden();
  await page.keyboard.press('n');
  await expect(note).toHaveValue('a long note');
  await page.keyboard.press('Escape');
  await page.keyboard.press('1');
  await expect
    .poll(() => filed(bearing))
    .toEqual([{ quote: words, doi: ONE, stance: 'supporting', note: 'a long note' }]);
});

test('pictures of the question, in the light and in the dark', async ({ bearing, site }) => {
  const { page } = await chooseOnFirst(bearing, site.url, 'held');
  await page.keyboard.press('s');
  await leaveFor(page, 2);
  await arrival(page);
  await expect(tagging.asked(page)).toBeVisible();
  for (const [name, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size);
    await bearing.shotsOf(page, `asked-${name}`);
  }
  await page.keyboard.press('Enter');
  await expect(tagging.toolbar(page)).toContainText(FIRST);
  for (const [name, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size);
    await bearing.shotsOf(page, `asked-finishing-${name}`);
  }
  await page.keyboard.press('Escape');
  await leaveFor(page, 1);
  await arrival(page);
  await expect(tagging.toolbar(page)).toBeVisible();
  await leaveFor(page, 2);
  await page.keyboard.press('1');
  await expect(tagging.waiting(page)).toBeVisible();
  await bearing.shotsOf(page, 'asked-waiting');
});
