/** A later version of a codebook in use: offered in Codebooks, taken, and undone; tags keep the one they were made under. */

import { expect, test } from '../support/extension';
import { ownCodebook } from '../support/own-codebook';
import { fill } from '../support/own-pages';
import { sampleId } from '../support/samples';
import { inStore } from '../support/store-in-page';

const V1 = ownCodebook({ version: '1' }, { pay: 'Wages' });
const V2 = ownCodebook({ version: '2' }, { pay: 'Pay and conditions' });

test('the review takes a later version; a tag keeps its label; undo brings the former version back', async ({
  bearing,
}) => {
  await fill(bearing, { papers: 1, tags: 1, influences: ['psw.culture'], codebookId: 'psw-core' });
  await inStore(
    bearing,
    async ({ review, tag, v1, v2 }) => {
      const store = globalThis.bearingStore;
      await store.saveCodebook(v1);
      await store.putInUse(review, v1, true);
      await store.changeTag(tag, { codebookId: 'own', codebookVersion: '1', influenceId: 'pay' });
      await store.saveCodebook(v2);
    },
    { review: sampleId(1, 1), tag: sampleId(4, 1), v1: V1, v2: V2 },
  );
  const page = await bearing.openOwn('workspace.html#/codebooks');
  const card = page.getByRole('article', { name: V1.name });
  await expect(card).toContainText('version 1');
  await bearing.shotsOf(page, 'codebook-later');
  const take = card.getByRole('button', { name: 'Use version 2' });
  await take.focus();
  await page.keyboard.press('Enter');
  await expect(card).toContainText('version 2');
  await expect(card).toContainText('1 earlier version');
  await bearing.shotsOf(page, 'codebook-taken');
  await page.setViewportSize({ width: 400, height: 700 });
  await card.getByText('1 earlier version').click();
  await expect(card.getByRole('button', { name: 'Use version 1' })).toBeVisible();
  await bearing.shotsOf(page, 'codebook-taken-narrow');
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.goto(page.url().replace('#/codebooks', '#/statements'));
  await expect(page.getByRole('article').first()).toContainText('Wages');
  await page.keyboard.press('u');
  await page.goto(page.url().replace('#/statements', '#/codebooks'));
  await expect(card.getByRole('button', { name: 'Use version 2' })).toBeVisible();
});
