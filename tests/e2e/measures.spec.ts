/** An instrument that sites answer, from its items to its scores, by keyboard. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';
import { bringStore, inStore } from '../support/store-in-page';
import { tablesReview } from '../support/tables-review';

async function workspace(bearing: Bearing, sites: readonly string[]): Promise<Page> {
  const page = await bearing.openOwn('icon/16.png');
  await bringStore(page);
  await page.evaluate(
    (text) => globalThis.bearingStore.restore(text).then(() => null),
    JSON.stringify(tablesReview({ papers: 4, tags: 3 })),
  );
  await page.evaluate(async (names) => {
    const { currentReview, saveSite } = globalThis.bearingStore;
    const reviewId = (await currentReview())?.id ?? '';
    for (const name of names) await saveSite({ reviewId, name });
  }, sites);
  await page.goto(`chrome-extension://${bearing.id}/workspace.html#/map?view=measures`);
  await expect(page.getByRole('heading', { level: 1, name: 'Rating of sites' })).toBeVisible();
  return page;
}

const answer = (page: Page, item: string, site: string) =>
  page.getByRole('textbox', { name: `${item}, ${site}` });
const mean = (page: Page) => page.getByRole('row', { name: /^Mean/ });

/** What the store has of answers: item text and value, by site. */
const answersIn = (page: Page) =>
  page.evaluate(async () => {
    const { currentReview, tablesInput } = globalThis.bearingStore;
    const review = await currentReview();
    const input = review && (await tablesInput(review.id));
    const [measure] = input?.measures ?? [];
    const named = (input?.measureAnswers ?? []).map(({ siteId, answers }) => [
      input?.sites.find(({ id }) => id === siteId)?.name ?? '',
      answers
        .map(({ item, value }) => {
          const text = measure?.items.find(({ id }) => id === item)?.text;
          return `${text} ${value}`;
        })
        .sort(),
    ]);
    return Object.fromEntries(named) as Record<string, string[]>;
  });

/** The rows of a table that is pasted where text with tables can be. */
async function pastedRows(bearing: Bearing): Promise<string[][]> {
  const page = await bearing.open('about:blank');
  await page.evaluate(() => {
    document.body.contentEditable = 'true';
    document.body.focus();
  });
  await page.keyboard.press('ControlOrMeta+V');
  return page
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((one) => one.textContent?.trim())),
    ) as Promise<string[][]>;
}

test('a measure is made, answered by keyboard, scored, mended and undone; nothing typed is lost', async ({
  bearing,
}) => {
  const page = await workspace(bearing, ['North clinic', 'South clinic']);
  await bearing.shotsOf(page, 'measures-none');
  await page.getByRole('button', { name: 'New measure' }).click();
  const form = page.getByRole('form', { name: 'Measure' });
  await form.getByRole('button', { name: 'Add measure' }).click();
  await expect(form.getByText('Give the measure a name.')).toBeVisible();
  await form.getByLabel('Name').fill('Leadership');
  await form.getByLabel('Source').fill('Invented scale, 2026');
  await form.getByLabel('Lowest answer').fill('5');
  await form.getByLabel('Items').fill('Leads by example\nIgnores problems (R)\nKnows the work');
  await form.getByRole('button', { name: 'Add measure' }).click();
  await expect(form.getByRole('alert')).toContainText('must be below the highest one');
  await expect(form.getByLabel('Items')).toHaveValue(/Ignores problems \(R\)/);
  await form.getByLabel('Lowest answer').fill('1');
  await form.getByRole('button', { name: 'Add measure' }).click();
  await expect(form).toHaveCount(0);

  await answer(page, 'Leads by example', 'North clinic').focus();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect(answer(page, 'Ignores problems', 'North clinic')).toBeFocused();
  await page.keyboard.type('2');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('3');
  await page.keyboard.press('ArrowRight');
  await expect(answer(page, 'Knows the work', 'South clinic')).toBeFocused();
  await page.keyboard.type('9');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('alert')).toContainText(
    '“9” is not an answer: answers are numbers from 1 to 5. It is still in its cell.',
  );
  await expect(answer(page, 'Knows the work', 'South clinic')).toHaveValue('9');
  await page.keyboard.type('1,5');
  await page.keyboard.press('Shift+Tab');
  await expect(answer(page, 'Ignores problems', 'North clinic')).toBeFocused();
  await expect(mean(page)).toContainText('3.67 3/3');
  await expect(mean(page)).toContainText('4.5 1/3');
  await page.getByRole('button', { name: 'Copy table' }).click();
  await expect(page.getByRole('status')).toHaveText('Table copied.');
  expect(await pastedRows(bearing)).toEqual([
    ['Leads by example', '4', ''],
    ['Ignores problems (reversed)', '2', '1.5'],
    ['Knows the work', '3', ''],
    ['Mean', '3.67', '4.5'],
    ['Items answered', '3/3', '1/3'],
  ]);
  await page.bringToFront();
  await expect(answer(page, 'Knows the work', 'South clinic')).toHaveValue('9');
  await expectAccessible(page);
  await bearing.shotsOf(page, 'measures');
  await bringStore(page);
  await expect
    .poll(() => answersIn(page))
    .toEqual({
      'North clinic': ['Ignores problems 2', 'Knows the work 3', 'Leads by example 4'],
      'South clinic': ['Ignores problems 1.5'],
    });

  await answer(page, 'Knows the work', 'South clinic').fill('2');
  await page.keyboard.press('Enter');
  await expect(page.getByText('It is still in its cell.')).toHaveCount(0);
  await expect(mean(page)).toContainText('3.25 2/3');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(mean(page)).toContainText('4.5 1/3');

  // Corrected words keep their answers; what would go is named.
  await page.getByRole('button', { name: 'Change measure…' }).click();
  await form.getByLabel('Items').fill('Leads by good example\nIgnores problems (R)');
  await expect(
    form.getByText(/1 answer to items that are no longer in the list would go/),
  ).toHaveCount(0);
  await form
    .getByLabel('Items')
    .fill('Leads by good example\nIgnores problems (R)\nKnows the work');
  await form.getByRole('button', { name: 'Save measure' }).click();
  await expect(form).toHaveCount(0);
  await expect(answer(page, 'Leads by good example', 'North clinic')).toHaveValue('4');
});

test('a measure of many items and sites stays within the window', async ({ bearing }) => {
  const names = Array.from({ length: 14 }, (_, i) =>
    i % 5 ? `Site ${i}` : `Rehabilitationsklinik am Waldrand, Haus ${i}`,
  );
  const page = await workspace(bearing, names);
  await inStore(
    bearing,
    async () => {
      const { currentReview, saveMeasure } = globalThis.bearingStore;
      const items = Array.from({ length: 40 }, (_, i) => ({
        id: `i${i}`,
        text: `${i}. ${i % 3 ? 'Is asked often' : 'In this organisation those who lead ask what hinders the work, and act on the answers within a month or so'}`,
      }));
      const reviewId = (await currentReview())?.id ?? '';
      await saveMeasure({ reviewId, name: 'Long', lowest: 0, highest: 10, items });
    },
    null,
  );
  await expect(page.getByRole('row', { name: /^39\./ })).toBeVisible();
  await page.getByRole('textbox').nth(3).focus();
  // What was typed quickly is all saved.
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.type(String(i % 10));
    await page.keyboard.press('Enter');
  }
  await expect(mean(page)).toContainText('12/40');
  await page.reload();
  await expect(mean(page)).toContainText('12/40');
  for (const width of [1280, 640]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([width, Math.max(0, over)]).toEqual([width, 0]);
    await bearing.shot(page, `measures-full-${width}`);
  }
});
