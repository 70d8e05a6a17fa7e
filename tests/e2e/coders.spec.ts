/** Coders in Settings: who tagged here, the reader's name, and two that are one person; by keyboard and by mouse. */
import type { Page } from '@playwright/test';
import { selectByMouse, tagByKeys } from '../../scripts/ui.mjs';
import { expectAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';
import { onlyTagged, openPanel, restoreInto } from '../support/panel-paper';
import { paperRecords } from '../support/panel-records';
import { storedTags } from '../support/stored';
import { DEMO, startTagging } from '../support/tagging';

const BOTH =
  'A recovery-oriented culture was the clearest difference between the services that kept their peer workers and those that lost them.';
const THEIRS =
  'Role definition and pay were mentioned together in seven services, without any claim that one caused the other.';

/** The reader and NI have tagged one sentence differently; NI another one too. Gives the tagged page. */
async function twoCoders(bearing: Bearing, url: string): Promise<Page> {
  const store = await bearing.openOwn('popup.html');
  const other = paperRecords({ url, doi: '10.5555/bearing-demo.1' }, [
    { quote: BOTH, tags: [{ stance: 'contrasting', influenceId: 'psw.culture' }] },
    { quote: THEIRS, tags: [{ stance: 'mentioning', influenceId: 'psw.pay' }] },
  ]);
  await restoreInto(store, other, 'other');
  await store.close();
  const page = await startTagging(bearing, url);
  await selectByMouse(page, BOTH);
  await tagByKeys(page, { stance: 'supporting', find: 'culture' });
  await expect.poll(async () => (await storedTags(bearing)).length).toBe(3);
  return page;
}

const coders = (page: Page) =>
  page.getByRole('list', { name: 'Coders whose tags are here' }).getByRole('listitem');

test('two coders are joined by keys: their tags are the reader’s, on the page’s panel too, and undo parts them', async ({
  bearing,
  site,
}) => {
  const page = await twoCoders(bearing, site.url + DEMO);
  const panel = await openPanel(bearing, page);
  await expect(panel.getByText('2 tags by NI are here too.')).toBeVisible();
  const settings = await bearing.openOwn('workspace.html#/settings');
  await settings.getByLabel('Your name or initials').fill('JK');
  await settings.keyboard.press('Tab');
  await expect(coders(settings)).toHaveText([/^JKyou1 tag/, /^NI2 tags/]);
  await expectAccessible(settings);
  await bearing.shotsOf(settings, 'coders-two');

  await settings.getByRole('button', { name: 'NI is the same person as…' }).focus();
  await settings.keyboard.press('Enter');
  await expect(settings.getByRole('menuitem', { name: /^JK \(you\)/ })).toBeFocused();
  await settings.keyboard.press('Enter');
  await expect(
    settings.getByRole('status').filter({ hasText: 'NI and JK are one person now.' }),
  ).toBeVisible();
  // The later tag of the sentence that both tagged stays.
  await expect(coders(settings)).toHaveText([/^JKyou2 tags\s*with NI \(1 tag\)/]);
  expect((await storedTags(bearing)).length).toBe(2);
  await bearing.shotsOf(settings, 'coders-joined');
  // The panel follows the tab in front.
  await page.bringToFront();
  await onlyTagged(panel);
  await expect(panel.locator('[data-quote]')).toHaveCount(2);
  await expect(panel.getByText('by NI')).toHaveCount(0);
  await settings.bringToFront();
  await settings.setViewportSize({ width: 400, height: 700 });
  await bearing.shotsOf(settings, 'coders-narrow');
  await settings.setViewportSize({ width: 1280, height: 800 });

  await expect(settings.getByRole('menu')).toHaveCount(0);
  await settings.getByRole('button', { name: /^Undo: coders joined/ }).click();
  await expect(coders(settings)).toHaveCount(2);
  expect((await storedTags(bearing)).length).toBe(3);
  await page.bringToFront();
  await expect(panel.getByText('2 tags by NI are here too.')).toBeVisible();
});

test('the panel sets a paper’s progress and eligibility, by key and by mouse', async ({
  bearing,
  site,
}) => {
  const page = await twoCoders(bearing, site.url + DEMO);
  const panel = await openPanel(bearing, page);
  const place = panel.getByRole('button', { name: /progress and eligibility/ });
  await expect(place).toHaveAccessibleName('Reading (progress and eligibility)');
  await bearing.shotsOf(panel, 'panel-place');
  await panel.keyboard.press('s');
  await expect(panel.getByRole('menu')).toBeVisible();
  await panel.keyboard.press('Home');
  await expect(panel.getByRole('menuitemradio', { name: 'To read' })).toBeFocused();
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('ArrowDown');
  await expect(panel.getByRole('menuitemradio', { name: 'Read', exact: true })).toBeFocused();
  await panel.keyboard.press('Enter');
  await expect(place).toHaveAccessibleName('Read (progress and eligibility)');
  await expect(panel.getByRole('menu')).toHaveCount(0);
  await place.click();
  await panel.getByRole('menuitemradio', { name: 'Excluded…' }).click();
  await panel.getByLabel('Reason for excluding').fill('wrong setting');
  await panel.keyboard.press('Enter');
  await expect(place).toHaveAccessibleName('Excluded (progress and eligibility)');
  await expectAccessible(panel);
  await panel.setViewportSize({ width: 280, height: 700 });
  await bearing.shotsOf(panel, 'panel-place-narrow');
});
