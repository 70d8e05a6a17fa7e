/** Suggestions while tagging: on request with one key, unasked where the reader wants that, and never applied by themselves. */
import { clickOnBar, tagging } from '../../scripts/ui.mjs';
import { expect, test } from '../support/extension';
import { clickSentence, DEMO, startTagging } from '../support/tagging';

const SENTENCE = 'Training is the one most often named';

test('one key lists what is likely, with its reason; Enter takes the first', async ({
  bearing,
  site,
}) => {
  const page = await startTagging(bearing, site.url + DEMO);
  await clickSentence(page, SENTENCE);
  await expect(tagging.toolbar(page)).toBeVisible();
  await expect(tagging.app(page).getByRole('group', { name: 'Likely influences' })).toHaveCount(0);
  await page.keyboard.press('g');
  const first = tagging.options(page).first();
  await expect(first).toContainText(/training/i);
  await expect(first).toContainText('“');
  await bearing.shotsOf(page, 'suggested');
  await page.keyboard.press('Enter');
  await expect(tagging.saved(page)).toHaveCount(0);
  await page.keyboard.press('s');
  await expect(tagging.saved(page)).toContainText(/training/i);
});

test('unasked they are chips beside the numbers, once that is chosen in Settings', async ({
  bearing,
  site,
}) => {
  const settings = await bearing.openOwn('workspace.html#/settings');
  const tick = settings.getByRole('checkbox', { name: /suggest/i });
  await tick.click();
  await expect(tick).toBeChecked();
  await settings.close();
  const page = await startTagging(bearing, site.url + DEMO);
  await clickSentence(page, SENTENCE);
  const likely = tagging.app(page).getByRole('group', { name: 'Likely influences' });
  await expect(likely.getByRole('button').first()).toContainText(/training/i);
  await bearing.shotsOf(page, 'likely');
  await page.keyboard.press('s');
  await expect(tagging.saved(page)).toHaveCount(0);
  await clickOnBar(likely.getByRole('button').first());
  await expect(tagging.saved(page)).toContainText(/training/i);
});
