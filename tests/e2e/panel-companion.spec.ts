/** The side panel as a companion to reading, by keyboard: a statement without a tag, an influence that is not reported, a reference, done. */
import type { Page } from '@playwright/test';
import { CHOSEN_LOOK, layerOf, panelRows, tagByKeys, untilBar } from '../../scripts/ui.mjs';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/extension';
import { onlyTagged, openPanel, restoreInto } from '../support/panel-paper';
import { paperRecords } from '../support/panel-records';

const URL_OF = (site: string) => `${site}/articles/peer-support-demo`;
const CULTURE =
  'A recovery-oriented culture was the clearest difference between the services that kept their peer workers and those that lost them.';

const chosenOnPage = async (page: Page) =>
  page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map(String),
    await layerOf(page, CHOSEN_LOOK),
  );

const SIZES = [
  [320, 640],
  [400, 800],
  // What a window of 1280 px shows at 400 %.
  [320, 256],
] as const;

test('from the next statement without a tag to a paper that is done', async ({ bearing, site }) => {
  const url = URL_OF(site.url);
  const own = await bearing.openOwn('popup.html');
  await restoreInto(
    own,
    paperRecords({ url, doi: '10.5555/bearing-demo.1' }, [
      {
        quote: CULTURE,
        section: 'Organisational culture',
        tags: [{ stance: 'supporting', direction: 'barrier', strength: -1, basis: 'second-hand' }],
      },
    ]),
  );
  await own.close();
  const page = await bearing.open(url);
  const panel = await openPanel(bearing, page);
  const shots = async (name: string) => {
    for (const [width, height] of process.env.SHOTS ? SIZES : []) {
      await panel.setViewportSize({ width, height });
      await bearing.shotsOf(panel, `panel-${name}-${width}x${height}`);
    }
    await panel.setViewportSize({ width: 400, height: 800 });
  };

  await onlyTagged(panel);
  await expect(panelRows(panel)).toHaveText([CULTURE]);
  await shots('tagged');
  await panel.getByRole('button', { name: /^All / }).click();
  const untagged = panel.locator('[data-untagged] [data-row]');
  await expect(untagged.first()).toBeVisible();
  await expectAccessible(panel);
  await shots('statements');

  const which = panel.getByRole('group', { name: 'Which statements' });
  await which.getByRole('button', { name: /^Untagged/ }).press('Enter');
  await expect(panelRows(panel)).toHaveCount(0);
  await panel.keyboard.press('/');
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('ArrowDown');
  const second = (await untagged.nth(1).textContent()) ?? '';
  await panel.keyboard.press('Enter');
  await untilBar(page);
  await expect
    .poll(async () => (await chosenOnPage(page)).map((text) => text.replace(/\s+/g, ' ')))
    .toEqual([second]);
  await expect(panel.locator('[data-row][aria-current]')).toHaveText(second);
  await tagByKeys(page, { stance: 'supporting', find: 'culture' });
  await expect(panel.getByRole('button', { name: second })).toHaveCount(0);
  await which.getByRole('button', { name: /^Tagged/ }).press('Enter');
  await expect(panelRows(panel)).toHaveText([second, CULTURE]);

  await panel.getByRole('tab', { name: 'Statements' }).press('ArrowRight');
  await panel.keyboard.press('Enter');
  const rows = panel.getByRole('list', { name: 'Influences of the review in this paper' });
  await rows
    .getByRole('group', { name: /not assessed yet$/ })
    .first()
    .focus();
  await panel.keyboard.press('n');
  await expect(panel.getByRole('status')).toContainText('Looked for, not reported: ');
  await expect(rows.getByRole('group', { name: /, not reported$/ })).toHaveCount(1);
  await expectAccessible(panel);
  await shots('influences');

  await rows
    .getByRole('group', { name: /, tagged$/ })
    .first()
    .focus();
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('tab', { name: 'Statements', selected: true })).toBeVisible();
  await expect(panel.locator('[data-row]:focus')).toBeVisible();

  await panel.getByRole('tab', { name: 'Influences' }).press('ArrowRight');
  await panel.keyboard.press('Enter');
  await expect(panel.getByText(/^0 of \d+ references on your list/)).toBeVisible();
  await panel.getByRole('region', { name: 'References' }).locator('[data-row]').first().focus();
  await panel.keyboard.press('l');
  await expect(panel.getByText('On your list: to read')).toBeVisible();
  await expectAccessible(panel);
  await shots('references');
  await panel.keyboard.press('u');
  await expect(panel.getByText('On your list: to read')).toHaveCount(0);

  await panel.keyboard.press('d');
  await expect(panel.getByRole('button', { name: 'Done', pressed: true })).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Read / })).toBeVisible();
  await panel.getByRole('button', { name: 'Not this paper?' }).press('Enter');
  await expect(panel.getByRole('form', { name: 'Correct this paper' })).toBeVisible();
  await expectAccessible(panel);
  await shots('correct');
  await panel.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(panel.getByRole('button', { name: 'Not this paper?' })).toBeFocused();
});
