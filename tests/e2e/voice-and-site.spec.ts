/** Whose words a statement is, and at which site: dials that those who do not use them do not see grow the toolbar. */
import type { Page } from '@playwright/test';
import { tagByKeys, tagging } from '../../scripts/ui.mjs';
import { expectAccessible, expectToolbarAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';
import { openPanel } from '../support/panel-paper';
import { bringStore } from '../support/store-in-page';
import { DEMO, nextStatement, startTagging } from '../support/tagging';

async function store(bearing: Bearing): Promise<Page> {
  const page = await bearing.openOwn('icon/16.png');
  await bringStore(page);
  return page;
}

/** What the store has of tags: stance, voice, and the site's name with whether it is of one paper. */
const tagsIn = (page: Page) =>
  page.evaluate(async () => {
    const { currentReview, tablesInput } = globalThis.bearingStore;
    const review = await currentReview();
    const input = review && (await tablesInput(review.id));
    const sites = new Map(input?.sites.map((site) => [site.id, site]));
    return (input?.tags ?? []).map(({ stance, voice, siteId }) => {
      const site = sites.get(siteId ?? '');
      return [stance, voice ?? '', site?.name ?? '', site?.paperId ? 'of the paper' : ''].join('|');
    });
  });

const dial = (page: Page, name: RegExp) => tagging.toolbar(page).getByRole('button', { name });
const sites = (page: Page) => tagging.toolbar(page).getByRole('combobox');

async function pickSite(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('a');
  await sites(page).waitFor();
  await page.keyboard.type(typed, { delay: 20 });
  await expect(sites(page)).toHaveValue(typed);
  await page.keyboard.press('Enter');
  await expect(sites(page)).toHaveCount(0);
}

test('voice and site are set by keys, a new site is made with its tag, and one undo takes it back', async ({
  bearing,
  site,
}) => {
  const own = await store(bearing);
  await own.evaluate(async () => {
    const { ensureReview, saveSite } = globalThis.bearingStore;
    const review = await ensureReview();
    for (const name of ['North clinic', 'South clinic'])
      await saveSite({ reviewId: review.id, name });
  });
  const page = await startTagging(bearing, site.url + DEMO);
  await nextStatement(page);
  await tagByKeys(page, { stance: 'supporting', slot: 1 });
  await tagging.saved(page).waitFor();
  await page.keyboard.press('v');
  await expect(dial(page, /^voice: participants/)).toHaveAttribute('aria-pressed', 'true');
  await pickSite(page, 'south');
  await expect(dial(page, /^site: South clinic/)).toBeVisible();
  await expect.poll(() => tagsIn(own)).toEqual(['supporting|participants|South clinic|']);

  // For the next one they are set first, and go with the tag.
  await nextStatement(page);
  await expect(dial(page, /^voice/)).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('v');
  await page.keyboard.press('v');
  await expect(dial(page, /^voice: authors/)).toBeVisible();
  await page.keyboard.press('a');
  await sites(page).waitFor();
  await expectToolbarAccessible(page);
  await bearing.shotsOf(page, 'tagging-sites');
  await page.keyboard.press('Escape');
  await pickSite(page, 'Ward on the hill');
  await bearing.shotsOf(page, 'tagging-site-chosen');
  await tagByKeys(page, { stance: 'contrasting', slot: 2 });
  const made = 'contrasting|authors|Ward on the hill|of the paper';
  await expect.poll(() => tagsIn(own)).toContain(made);
  await page.keyboard.press('a');
  await expect(
    tagging.toolbar(page).getByRole('option', { name: /^Ward on the hill/ }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await expect.poll(() => tagsIn(own)).toEqual(['supporting|participants|South clinic|']);
  const names = await own.evaluate(async () => {
    const { currentReview, sitesForTags } = globalThis.bearingStore;
    const review = await currentReview();
    return (await sitesForTags(review?.id ?? '', [])).map(({ name }) => name);
  });
  expect(names).toEqual(['North clinic', 'South clinic']);
});

test('without sites the letter finds influences as before, and the dials take no more lines than before', async ({
  bearing,
  site,
}) => {
  const page = await startTagging(bearing, site.url + DEMO);
  await nextStatement(page);
  await expect(dial(page, /^site/)).toHaveCount(0);
  await page.keyboard.press('a');
  await expect(tagging.field(page)).toHaveValue('a');
  await page.keyboard.press('Escape');
  await expect(tagging.field(page)).toHaveCount(0);
  for (const width of [1280, 640, 420]) {
    await page.setViewportSize({ width, height: 760 });
    await expect(dial(page, /^voice/)).toBeVisible();
    const height = () => tagging.toolbar(page).evaluate((bar) => bar.clientHeight);
    const withVoice = await height();
    await bearing.shot(page, `tagging-dials-${width}`);
    const voice = tagging.toolbar(page).locator('.dials button', { hasText: 'voice' });
    const show = (display: string) =>
      voice.evaluate((button, value) => button.style.setProperty('display', value), display);
    await show('none');
    expect([width, withVoice]).toEqual([width, await height()]);
    await show('');
  }
});

test('the side panel sets both, and makes a site', async ({ bearing, site }) => {
  const own = await store(bearing);
  const page = await startTagging(bearing, site.url + DEMO);
  await nextStatement(page);
  await tagByKeys(page, { stance: 'supporting', slot: 1 });
  await tagging.saved(page).waitFor();
  await own.evaluate(async () => {
    const { ensureReview, saveSite } = globalThis.bearingStore;
    await saveSite({ reviewId: (await ensureReview()).id, name: 'North clinic' });
  });
  const panel = await openPanel(bearing, page);
  await panel.getByRole('button', { name: 'Edit tags' }).click();
  const editor = panel.getByRole('group', { name: /^Edit the tag/ });
  await editor.getByLabel('Voice').selectOption({ label: 'participants’ words' });
  await editor.getByLabel('Site').selectOption({ label: 'North clinic' });
  await expect.poll(() => tagsIn(own)).toEqual(['supporting|participants|North clinic|']);
  await editor.getByLabel('Site').selectOption({ label: 'New site …' });
  await panel.keyboard.type('Ward 7');
  await panel.keyboard.press('Enter');
  await expect.poll(() => tagsIn(own)).toEqual(['supporting|participants|Ward 7|of the paper']);
  await expectAccessible(panel);
  await bearing.shotsOf(panel, 'sidepanel-voice-site');
  await editor.getByLabel('Site').selectOption({ label: 'no site' });
  await expect.poll(() => tagsIn(own)).toEqual(['supporting|participants||']);
});
