/** The history of a tag and of a paper: in Statements, Papers and the side panel; by mouse and by keyboard. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';
import { fill } from '../support/own-pages';
import { onlyTagged, openPanel, restoreInto } from '../support/panel-paper';
import { paperRecords } from '../support/panel-records';
import { sampleId } from '../support/samples';
import { inStore } from '../support/store-in-page';
import { storedTags } from '../support/stored';

const SAMPLE = { papers: 2, tags: 2, influences: ['psw.culture'], codebookId: 'psw-core' };
const TAG = sampleId(4, 1);
const PAPER = sampleId(2, 1);
const REVIEW = sampleId(1, 1);

const drawer = (page: Page) => page.getByRole('dialog', { name: 'History' });
const entries = (page: Page) => drawer(page).getByRole('article');
const heads = (page: Page) => drawer(page).getByRole('heading', { level: 3 });

/** Changed twice, with a note that has much to say; another one deleted; the paper excluded and corrected. */
const busy = (bearing: Bearing) =>
  inStore(
    bearing,
    async ({ tag, other, paper, review }) => {
      const store = globalThis.bearingStore;
      await store.changeTag(tag, { stance: 'mentioning', direction: 'barrier', strength: -2 });
      await store.changeTag(tag, {
        stance: 'contrasting',
        influenceId: 'psw.training-peers',
        note: 'The authors say so for urban services only. '.repeat(6),
        basis: 'second-hand',
      });
      await store.deleteTag(other);
      await store.placePaper(review, paper, {
        progress: 'read',
        eligibility: 'excluded',
        exclusionReason: 'Not about implementation',
      });
    },
    { tag: TAG, other: sampleId(4, 2), paper: PAPER, review: REVIEW },
  );

test('a tag in Statements: what it was before, by whom and when; an earlier version comes back, and undo takes that back', async ({
  bearing,
}) => {
  await fill(bearing, SAMPLE);
  await busy(bearing);
  const page = await bearing.openOwn('workspace.html#/statements');
  const open = page.getByRole('button', { name: /^History of tag: contrasting/ });
  await bearing.shotsOf(page, 'history-tag-row');
  await open.focus();
  await page.keyboard.press('Enter');
  await expect(heads(page)).toHaveText(['Tag changed', 'Tag changed', 'Came in with an import']);
  await expect(entries(page).first()).toContainText('You');
  await expect(entries(page).first()).toContainText('Stancecontrastingwas mentioning');
  await expect(entries(page).nth(1)).toContainText('Directionbarrierwas none');
  await expectAccessible(page);
  await bearing.shotsOf(page, 'history-tag');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
  await expect(open).toBeFocused();

  // Keys of the workspace are not the drawer's.
  await page.keyboard.press('Enter');
  await expect(heads(page)).toHaveCount(3);
  await page.keyboard.press('u');
  await page.keyboard.press('Tab');
  await expect(drawer(page)).toBeVisible();
  const back = entries(page).nth(1).getByRole('button', { name: 'Bring this version back' });
  await back.focus();
  await page.keyboard.press('Enter');
  await expect(heads(page)).toHaveCount(4);
  await expect(entries(page).first()).toContainText('Stancementioningwas contrasting');
  const stance = async () => (await storedTags(bearing)).find(({ id }) => id === TAG)?.stance;
  await expect.poll(stance).toBe('mentioning');
  // It is taken back from inside the drawer, which covers every other Undo.
  await expect(drawer(page).getByRole('status')).toContainText('Brought back.');
  await bearing.shotsOf(page, 'history-brought-back');
  await drawer(page).getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(stance).toBe('contrasting');
});

test('a paper in Papers: its deleted tag with its words, which comes back; its place; that history was forgotten', async ({
  bearing,
}) => {
  await fill(bearing, SAMPLE);
  await busy(bearing);
  const page = await bearing.openOwn('workspace.html#/papers');
  const more = page.getByRole('button', { name: /^More about .*service 1/ });
  await more.click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(heads(page).first()).toHaveText('Eligibility changed');
  const deleted = entries(page).filter({ hasText: 'Tag deleted' });
  await expect(deleted).toContainText('Statement 2 of paper 1');
  await expectAccessible(page);
  await bearing.shotsOf(page, 'history-paper');
  await page.setViewportSize({ width: 400, height: 700 });
  await bearing.shotsOf(page, 'history-paper-narrow');
  await page.setViewportSize({ width: 1280, height: 800 });
  await deleted.getByRole('button', { name: 'Bring this tag back' }).click();
  await expect(heads(page).first()).toHaveText('Taken back: tag deleted');
  await expect.poll(async () => (await storedTags(bearing)).length).toBe(4);
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
  await expect(more).toBeFocused();

  await inStore(
    bearing,
    async () => {
      const store = globalThis.bearingStore;
      await store.forgetHistory((await store.lastStep())?.id ?? '');
    },
    null,
  );
  await more.click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(drawer(page)).toContainText('What happened before this has been forgotten');
  await expect(heads(page)).toHaveText(['An earlier step taken back']);
  await bearing.shotsOf(page, 'history-forgotten');
});

test('a long history draws what is in sight, and reaches its end by the keyboard', async ({
  bearing,
}) => {
  await fill(bearing, SAMPLE);
  const CHANGES = 60;
  await inStore(
    bearing,
    async ({ tag, changes }) => {
      for (let i = 1; i <= changes; i++)
        await globalThis.bearingStore.changeTag(tag, { note: `Note ${i}` });
    },
    { tag: TAG, changes: CHANGES },
  );
  const page = await bearing.openOwn('workspace.html#/statements');
  await page
    .getByRole('button', { name: /^History of tag/ })
    .first()
    .click();
  await expect(entries(page).first()).toContainText(`Note ${CHANGES}`);
  expect(await entries(page).count()).toBeLessThan(30);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const list = page.getByRole('region', { name: 'What happened, newest first' });
  await list.focus();
  // Rows measure themselves as they come into sight, so that the end moves until all of it was there.
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(heads(page).last()).toHaveText('Came in with an import', { timeout: 500 });
  }).toPass();
  await bearing.shotsOf(page, 'history-long');
});

test('in the side panel: of a statement by h, of the paper from its head', async ({
  bearing,
  site,
}) => {
  const url = `${site.url}/articles/peer-support-demo`;
  const own = await bearing.openOwn('popup.html');
  await restoreInto(
    own,
    paperRecords({ url, doi: '10.5555/bearing-demo.1', title: 'Implementing peer support' }, [
      {
        quote: 'Training was associated with retention in our services.',
        tags: [{ stance: 'contrasting' }, { stance: 'mentioning', influenceId: 'psw.pay' }],
      },
    ]),
  );
  await own.close();
  const page = await bearing.open(url);
  const panel = await openPanel(bearing, page);
  await onlyTagged(panel);
  const quote = panel.locator('[data-quote]').first();
  await quote.focus();
  await bearing.shotsOf(panel, 'history-panel-row');
  await panel.keyboard.press('h');
  await expect(heads(panel)).toHaveText(['Came in with an import']);
  await expect(entries(panel)).toHaveCount(2);
  await bearing.shotsOf(panel, 'history-panel');
  await expectAccessible(panel);
  await panel.keyboard.press('Escape');
  await expect(drawer(panel)).toHaveCount(0);
  await expect(quote).toBeFocused();
  await panel.keyboard.press('Delete');
  await expect(panel.getByText('Deleted 2 tags')).toBeVisible();
  const ofPaper = panel.getByRole('button', { name: 'History of this paper' });
  await ofPaper.click();
  await expect(heads(panel).first()).toHaveText('Tag deleted');
  await expect(drawer(panel)).toContainText('Training was associated with retention');
  await bearing.shotsOf(panel, 'history-panel-paper');
  await panel.keyboard.press('Escape');
  await expect(ofPaper).toBeFocused();
});
