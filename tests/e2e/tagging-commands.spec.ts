/** Tagging mode's commands by search, by keys of the reader's own, and moving a tag to another passage. */
import type { Page } from '@playwright/test';
import {
  barOf,
  chosenText,
  painted,
  startFromPopup,
  tagByKeys,
  tagging,
} from '../../scripts/ui.mjs';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/extension';
import { DEMO, nextStatement, startTagging } from '../support/tagging';

const ours = (page: Page) => tagging.app(page);
const palette = (page: Page) => ours(page).getByRole('combobox', { name: 'Find a command' });

test('commands are found by their words, with a statement chosen and without one', async ({
  bearing,
  site,
}) => {
  const page = await startTagging(bearing, site.url + DEMO);
  await page.keyboard.press('/');
  await palette(page).pressSequentially('next cit');
  await expect(tagging.options(page)).toHaveText([/^next citation statement/]);
  await bearing.shot(page, 'tagging-palette');
  await page.keyboard.press('Enter');
  await expect.poll(() => chosenText(page)).not.toBe('');

  await page.keyboard.press('/');
  await tagging.field(page).pressSequentially('leave');
  await expect(tagging.options(page).first()).toHaveText(/^leave tagging mode/);
  // The frame that the key is for goes with it, and the browser may never answer that it was pressed.
  page.keyboard.press('Enter').catch(() => undefined);
  await expect.poll(() => barOf(page)).toBeUndefined();
});

test('at the last statement the reader is told so', async ({ bearing, site }) => {
  const page = await startTagging(bearing, site.url + DEMO);
  const told = ours(page).getByText('No further statement');
  await expect
    .poll(
      async () => {
        await page.keyboard.press('j');
        return told.count();
      },
      { intervals: [20], timeout: 30_000 },
    )
    .toBe(1);
});

test('a key that needs a statement says so, and saves nothing', async ({ bearing, site }) => {
  const page = await startTagging(bearing, site.url + DEMO);
  await page.keyboard.press('s');
  await expect(ours(page).getByText(/^Choose a statement first/)).toBeVisible();
  await page.keyboard.press('1');
  await page.keyboard.press('j');
  await expect.poll(() => chosenText(page)).not.toBe('');
  await expect(ours(page).getByRole('button', { name: /^supporting/ })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

test('the popup knows that tagging is on, and ends it', async ({ bearing, site }) => {
  const page = await startTagging(bearing, site.url + DEMO);
  const popup = await bearing.popup(page);
  await expect(popup.getByRole('button', { name: /^Tag this page/ })).toHaveCount(0);
  await popup
    .getByRole('button', { name: /^Stop tagging/ })
    .click()
    .catch((error) => {
      // It closes itself under the click.
      if (!popup.isClosed()) throw error;
    });
  await expect.poll(() => barOf(page)).toBeUndefined();
  await page.bringToFront();
  await startFromPopup(await bearing.popup(page), page);
});

test('a tag is moved to another passage, and back by undo', async ({ bearing, site }) => {
  const page = await startTagging(bearing, site.url + DEMO);
  const first = await nextStatement(page);
  await tagByKeys(page, { stance: 'supporting', find: 'training' });
  await page.keyboard.press('x');
  await expect(tagging.toolbar(page)).toContainText('choose the statement it belongs to');
  const second = await nextStatement(page);
  await expect(tagging.toolbar(page).getByRole('button', { name: /^Put it here/ })).toBeVisible();
  await bearing.shot(page, 'tagging-moving');
  await page.keyboard.press('Enter');
  const only = (text: string) => ({ supporting: [text], contrasting: [], mentioning: [] });
  await expect.poll(() => painted(page)).toEqual(only(second));
  await page.keyboard.press('u');
  await expect.poll(() => painted(page)).toEqual(only(first));
  // Picked up and left where it is.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Shift+K');
  await expect.poll(() => chosenText(page)).toBe(first);
  await page.keyboard.press('x');
  await page.keyboard.press('Escape');
  await expect(tagging.toolbar(page)).not.toContainText('Moving');
  expect(await painted(page)).toEqual(only(first));
});

test('a key changed in the settings holds at once on open pages, and is shown there', async ({
  bearing,
  site,
}) => {
  const page = await startTagging(bearing, site.url + DEMO);
  const settings = await bearing.openOwn('workspace.html#/settings');
  const change = settings.getByRole('button', { name: 'Change the key for “supporting”' });
  await change.focus();
  await settings.keyboard.press('Enter');
  await settings.keyboard.press('1');
  await expect(settings.getByText(/^That key stays as it is/)).toBeVisible();
  await settings.keyboard.press('c');
  await expect(
    settings.getByText('“supporting” has c; “contrasting”, which had it, has s.'),
  ).toBeVisible();
  await bearing.shot(settings, 'settings-keys');
  await expectAccessible(settings);

  await page.bringToFront();
  const statement = await nextStatement(page);
  await expect(tagging.toolbar(page).getByRole('button', { name: /^supporting c/ })).toBeVisible();
  await page.keyboard.press('c');
  await page.keyboard.press('2');
  await expect
    .poll(() => painted(page))
    .toEqual({ supporting: [statement], contrasting: [], mentioning: [] });

  await settings.bringToFront();
  await settings.getByRole('button', { name: 'Reset all' }).click();
  await page.bringToFront();
  await expect(
    tagging.toolbar(page).getByText('Saved. The keys still act on this statement.'),
  ).toBeVisible();
  await page.keyboard.press('j');
  await expect(tagging.toolbar(page).getByRole('button', { name: /^supporting s/ })).toBeVisible();
});
