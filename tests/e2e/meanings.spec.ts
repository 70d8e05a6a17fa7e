/** What stance and direction mean is one key away wherever they are read or given. */
import type { Page } from '@playwright/test';
import { clickOnBar, startFromPopup, tagByKeys, tagging } from '../../scripts/ui.mjs';
import { expectAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';

const DEMO = '/articles/peer-support-demo';

/** The words of all five values, on whichever surface. */
const WORDS = [
  /supporting\s*The statement gives grounds that the influence matters/,
  /contrasting\s*The statement gives grounds that the influence does not matter/,
  /mentioning\s*The statement names the influence and leaves open whether it matters/,
  /facilitator\s*As the statement describes it, the influence helped/,
  /barrier\s*As the statement describes it, the influence or the lack of it hindered/,
  /“Unclear roles drove peer workers out\.” on role definition: supporting, and a barrier/,
];

async function tagIn(bearing: Bearing, url: string): Promise<Page> {
  const page = await bearing.open(url);
  await startFromPopup(await bearing.popup(page), page);
  return page;
}

test('while tagging: d, the palette and the list of keys all lead to it, and Escape back', async ({
  bearing,
  site,
}) => {
  const page = await tagIn(bearing, site.url + DEMO);
  const card = tagging.meanings(page);
  await page.keyboard.press('d');
  for (const words of WORDS) await expect(card).toContainText(words);
  await bearing.shot(page, 'tagging-meanings');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(tagging.bar(page)).toBeVisible();

  await page.keyboard.press('?');
  await clickOnBar(tagging.keys(page).getByRole('button', { name: /^What do the words mean/ }));
  await expect(card).toBeVisible();
  await page.keyboard.press('d');
  await expect(card).toBeHidden();

  await page.keyboard.press('j');
  await tagging.toolbar(page).waitFor();
  await page.keyboard.press('/');
  await tagging.field(page).pressSequentially('definitions');
  await expect(tagging.options(page).first()).toContainText('what the stances and directions mean');
  await page.keyboard.press('Enter');
  await expect(card).toBeVisible();
});

test('a reader who has never tagged is offered it in the toolbar, until the first tag', async ({
  bearing,
  site,
}) => {
  const page = await tagIn(bearing, site.url + DEMO);
  await page.keyboard.press('j');
  const offer = tagging.toolbar(page).getByRole('button', { name: /^What do these mean/ });
  await clickOnBar(offer);
  await expect(tagging.meanings(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await tagByKeys(page, { stance: 'contrasting', find: 'training' });
  await page.keyboard.press('j');
  await expect(tagging.toolbar(page).getByRole('group', { name: 'Influence' })).toBeVisible();
  await expect(offer).toHaveCount(0);
});

test('in the popup and in Codebooks, in the light and in the dark', async ({ bearing }) => {
  const popup = await bearing.openOwn('popup.html');
  await popup.setViewportSize({ width: 400, height: 600 });
  const button = popup.getByRole('button', { name: 'What do these mean?' });
  await expect(button).toBeVisible();
  await popup.keyboard.press('d');
  const card = popup.getByRole('dialog', { name: 'What these mean' });
  for (const words of WORDS) await expect(card).toContainText(words);
  await expectAccessible(popup);
  await bearing.shotsOf(popup, 'popup-meanings');
  await popup.keyboard.press('d');
  await expect(card).toHaveCount(0);
  await button.click();
  await popup.keyboard.press('Escape');
  await expect(card).toHaveCount(0);

  const codebooks = await bearing.openOwn('workspace.html#/codebooks');
  const fold = codebooks.getByRole('group').filter({ hasText: 'What stance and direction mean' });
  for (const words of WORDS) await expect(fold).toContainText(words);
  await expectAccessible(codebooks);
  await bearing.shotsOf(codebooks, 'codebooks-meanings');
});
