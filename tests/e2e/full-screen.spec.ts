/** An article that its page shows full screen is read and tagged there. */
import { clickOnBar, tagByMouse, tagging } from '../../scripts/ui.mjs';
import { expect, test } from '../support/extension';
import { storedTags } from '../support/stored';
import { clickSentence, DEMO, startTagging } from '../support/tagging';

const WORDS = 'Turnover in the first two years is high';

test('an article that is shown full screen is tagged with the mouse', async ({ bearing, site }) => {
  const page = await startTagging(bearing, site.url + DEMO);
  await page.evaluate(() => {
    const article = document.querySelector('article');
    // As sites that offer it do: what does not fit is scrolled to.
    article?.style.setProperty('overflow', 'auto');
    return article?.requestFullscreen();
  });
  await expect.poll(() => page.evaluate(() => Boolean(document.fullscreenElement))).toBe(true);
  await clickSentence(page, WORDS);
  await expect(tagging.toolbar(page)).toBeVisible();
  await tagByMouse(page, { stance: 'supporting', influence: 'Training of peer' });
  await bearing.shot(page, 'full-screen-tagged');
  await expect
    .poll(async () => (await storedTags(bearing)).map(({ quote, stance }) => [quote, stance]))
    .toEqual([[expect.stringContaining(WORDS), 'supporting']]);
  await clickOnBar(tagging.app(page).locator('.toast').getByRole('button', { name: /^undo/ }));
  await expect.poll(() => storedTags(bearing)).toEqual([]);
  await page.evaluate(() => document.exitFullscreen());
  await clickSentence(page, WORDS);
  await expect(tagging.toolbar(page)).toBeVisible();
});
