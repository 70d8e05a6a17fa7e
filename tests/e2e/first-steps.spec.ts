/** From the install to a first tag on the map, by the keyboard alone, in as few inputs as the page promises. */
import type { Page } from '@playwright/test';
import { until } from '../../scripts/drive.mjs';
import { chosenText, tagging, untilBar } from '../../scripts/ui.mjs';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/extension';

test.use({ look: { firstSteps: true } });

/** The most that a newcomer should have to press. */
const MOST_INPUTS = 12;

test('install, first steps, a tag, and the map: within twelve inputs', async ({ bearing }) => {
  const opened = () => bearing.context.pages().find((one) => one.url().endsWith('/welcome.html'));
  const page = (await until('the page that an install opens', async () => opened())) as Page;
  let inputs = 0;
  const press = async (key: string) => {
    inputs += 1;
    await page.keyboard.press(key);
  };
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Tag one sentence/);
  await expect(page.getByText(/Contrasting a barrier/)).toBeVisible();
  await expectAccessible(page);
  await bearing.shotsOf(page, 'first-steps-empty');

  await page.bringToFront();
  await press('Tab');
  await expect(page.getByRole('button', { name: 'Try it on the example' })).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Tagging is on.' })).toBeVisible();
  await untilBar(page);
  await tagging.bar(page).waitFor();
  await press('j');
  await expect.poll(() => chosenText(page)).toMatch(/^Where the culture of the ward/);
  await press('s');
  await press('1');

  // As a screen reader has it: that it was saved, and the row that the map has now.
  await expect(page.getByRole('status').filter({ hasText: /^Saved\./ })).toBeVisible();
  const map = page.getByRole('region', { name: 'Your map' });
  await expect(
    map.getByRole('link', {
      name: /^Organisational culture: 1 of 1 paper, 100 %.*; 1 supporting$/,
    }),
  ).toBeVisible();
  expect(await map.ariaSnapshot()).toMatch(
    /heading "Your map" \[level=2\][\s\S]*- list[\s\S]*- listitem/,
  );
  expect(await bearing.records('tags')).toMatchObject([
    { stance: 'supporting', influenceId: 'psw.culture' },
  ]);
  await bearing.shotsOf(page, 'first-steps-tagged');

  // On to the workspace, whose map has the same row.
  // The first Escape leaves the statement, the second the mode.
  await press('Escape');
  await press('Escape');
  await expect(page.getByRole('button', { name: 'Try it on the example' })).toBeVisible();
  const row = map.getByRole('link');
  const hasFocus = () => row.evaluate((link) => link === document.activeElement);
  while (inputs < MOST_INPUTS && !(await hasFocus())) await press('Tab');
  await expect(row).toBeFocused();
  await press('Enter');
  const workspace = await until('the workspace', async () =>
    bearing.context.pages().find((one) => one.url().includes('/workspace.html')),
  );
  await expect(
    (workspace as Page).getByRole('complementary', { name: /Organisational culture/ }),
  ).toBeVisible();
  expect(inputs).toBeLessThanOrEqual(MOST_INPUTS);

  // The example goes as it came.
  await page.bringToFront();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove the example' }).click();
  await expect(page.getByText('Each influence that you tag gets a row here.')).toBeVisible();
  expect(await bearing.records('tags')).toEqual([]);
});
