/** The sites of a paper on its page: named, described in columns, renamed, and removed with what hangs on them. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';
import { bringStore, inStore } from '../support/store-in-page';
import { tablesReview } from '../support/tables-review';

async function paperPage(bearing: Bearing): Promise<{ page: Page; paperId: string }> {
  const page = await bearing.openOwn('icon/16.png');
  await bringStore(page);
  const backup = tablesReview({ papers: 4, tags: 6 });
  await page.evaluate(
    (text) => globalThis.bearingStore.restore(text).then(() => null),
    JSON.stringify(backup),
  );
  const paperId = backup.papers[0]?.id ?? '';
  await page.goto(`chrome-extension://${bearing.id}/workspace.html#/papers?paper=${paperId}`);
  await expect(page.getByRole('heading', { name: 'Sites' })).toBeVisible();
  return { page, paperId };
}

const sites = (page: Page) => page.getByRole('region', { name: /^Sites/ });
const site = (page: Page, name: string) => sites(page).getByRole('listitem', { name });

async function add(page: Page, name: string): Promise<void> {
  await sites(page).getByLabel('New site', { exact: true }).last().fill(name);
  await page.keyboard.press('Enter');
}

test('sites are added, described, renamed and removed, and undo brings one back with all of it', async ({
  bearing,
}) => {
  const { page, paperId } = await paperPage(bearing);
  await bearing.shotsOf(page, 'paper-sites-none');
  await page.keyboard.press('Escape');
  await sites(page).getByRole('button', { name: 'Add site' }).click();
  await expect(sites(page).getByText('Give the site a name.')).toBeVisible();
  await add(page, 'North clinic');
  await expect(site(page, 'North clinic')).toBeVisible();
  await add(page, 'north  clinic');
  await expect(sites(page).getByRole('alert')).toContainText(
    'There is a site of this name already',
  );
  const field = sites(page).getByRole('textbox', { name: 'New site' });
  await expect(field).toHaveValue('north  clinic');
  await field.fill('South clinic');
  await page.keyboard.press('Enter');
  await expect(site(page, 'South clinic')).toBeVisible();
  await expect(field).toHaveValue('');

  await sites(page).getByRole('button', { name: 'New column of sites…' }).click();
  const column = page.getByRole('form', { name: 'Column' });
  await column.getByLabel('Name').fill('Beds');
  await column.getByLabel('What is in it').selectOption('number');
  await column.getByRole('button', { name: 'Add column' }).click();
  await expect(column).toHaveCount(0);
  const north = site(page, 'North clinic');
  await north.getByText('Columns, 0 of 1 filled in').click();
  await north.getByLabel('Beds').fill('many');
  await page.keyboard.press('Enter');
  await expect(north.getByRole('alert')).toContainText('This column takes a number');
  await expect(north.getByLabel('Beds')).toHaveValue('many');
  await north.getByLabel('Beds').fill('24');
  await page.keyboard.press('Enter');
  await expect(north.getByText('Columns, 1 of 1 filled in')).toBeVisible();

  // What hangs on it is named before it goes.
  await inStore(
    bearing,
    async (id) => {
      const { changeTags, currentReview, tablesInput } = globalThis.bearingStore;
      const review = await currentReview();
      const input = review && (await tablesInput(review.id));
      const here = input?.sites.find(({ name }) => name === 'North clinic');
      const own =
        input?.tags.filter((tag) => tag.paperId === id && tag.coderId === input.own) ?? [];
      await changeTags(
        own.slice(0, 2).map((tag) => tag.id),
        { siteId: here?.id ?? null },
      );
    },
    paperId,
  );
  await expect(north.getByText(/^2 tags/)).toBeVisible();
  await expectAccessible(page);
  await bearing.shotsOf(page, 'paper-sites');
  await north.getByLabel('Name').fill('Clinic in the north');
  await page.keyboard.press('Enter');
  const renamed = site(page, 'Clinic in the north');
  await renamed.getByRole('button', { name: /^Remove/ }).click();
  await expect(renamed.getByRole('group', { name: /^Remove/ })).toContainText(
    'Remove “Clinic in the north”? 1 value of a column would go with it. 2 tags would stay, and be about no site.',
  );
  await bearing.shotsOf(page, 'paper-sites-remove');
  await page.keyboard.press('Escape');
  await expect(renamed.getByRole('button', { name: /^Remove/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await renamed.getByRole('button', { name: 'Remove the site' }).click();
  await expect(renamed).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Sites' })).toBeFocused();
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(site(page, 'Clinic in the north').getByText(/^2 tags/)).toBeVisible();
  await expect(
    site(page, 'Clinic in the north').getByText('Columns, 1 of 1 filled in'),
  ).toBeVisible();
});

test('many sites, and long names, stay within the page', async ({ bearing }) => {
  const { page, paperId } = await paperPage(bearing);
  await inStore(
    bearing,
    async (id) => {
      const { currentReview, saveAttribute, saveSite } = globalThis.bearingStore;
      const reviewId = (await currentReview())?.id ?? '';
      for (const name of ['Beds', 'Country', 'Lead time'])
        await saveAttribute({ reviewId, of: 'site', name, type: 'text' });
      for (let i = 0; i < 24; i += 1)
        await saveSite({
          ...{ reviewId, paperId: id },
          name: i % 6 ? `Ward ${i}` : `${'Rehabilitationsklinik am Waldrand '.repeat(6)}${i}`,
        });
      await saveSite({ reviewId, paperId: id, name: 'عيادة الشمال' });
    },
    paperId,
  );
  await expect(sites(page).getByRole('listitem')).toHaveCount(25);
  for (const width of [1280, 640, 400]) {
    await page.setViewportSize({ width, height: 800 });
    await sites(page).scrollIntoViewIfNeeded();
    const over = await sites(page).evaluate((part) => part.scrollWidth - part.clientWidth);
    expect([width, over]).toEqual([width, 0]);
    await bearing.shot(page, `paper-sites-full-${width}`);
  }
});
