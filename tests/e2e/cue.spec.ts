/** Words that are met while reading become a cue of an influence, and what that changes is said where it is reported. */
import { selectByMouse, tagging } from '../../scripts/ui.mjs';
import { expect, test } from '../support/extension';
import { inStore } from '../support/store-in-page';
import { DEMO, nextStatement, startTagging } from '../support/tagging';

test('words become a cue; where that makes the next version of the codebook, it is said', async ({
  bearing,
  site,
}) => {
  const page = await startTagging(bearing, site.url + DEMO);
  await nextStatement(page);
  await page.keyboard.press('s');
  await page.keyboard.type('zoning laws');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(tagging.saved(page)).toContainText('zoning laws');
  const added = tagging.app(page).locator('.toast[data-kind="cue"]');
  const add = async (words: string) => {
    await selectByMouse(page, words);
    await page.keyboard.press('w');
  };
  await add('seven services');
  await expect(added).toHaveText(/^Cue added to\s*zoning laws$/);
  await inStore(
    bearing,
    async () => {
      const { codebooks = [] } = (await globalThis.bearingStore.currentReview()) ?? {};
      const own = codebooks.find(({ id }) => id.startsWith('own'));
      if (own) await globalThis.bearingStore.closeVersion(own, 'saved');
    },
    null,
  );
  await page.keyboard.press('Escape');
  await add('mentioned together');
  await expect(added).toContainText('in new version 2; the previous version is kept');
});
