/** Filters over the tags of a table: the facets of the Statements room, in the address, so that Back undoes them. */
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/extension';
import { bringStore } from '../support/store-in-page';
import { tablesReview } from '../support/tables-review';

test('a table counts what fits, says so, and Back takes a filter away', async ({ bearing }) => {
  const page = await bearing.openOwn('icon/16.png');
  await bringStore(page);
  await page.evaluate(
    (text) => globalThis.bearingStore.restore(text).then(() => null),
    JSON.stringify(tablesReview({ papers: 8, tags: 5 })),
  );
  await page.goto(`chrome-extension://${bearing.id}/workspace.html#/map?view=influence-summary`);
  const row = page.getByRole('row', { name: /Organisational culture/ });
  await expect(row).toBeVisible();
  const all = await row.innerText();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const filters = page.getByRole('group', { name: 'Filters' });
  await expect(filters).toBeVisible();
  await expect.poll(() => row.innerText()).toBe(all);
  await filters.getByRole('button', { name: /^Stance/ }).click();
  await page.getByRole('menuitemcheckbox', { name: /contrasting/ }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => row.innerText()).not.toBe(all);
  const note = page.getByText('Only tags that fit are counted: stance');
  await expect(note).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /, filtered$/ })).toBeVisible();
  await expect(page).toHaveURL(/stance=contrasting/);
  await expectAccessible(page);
  await bearing.shotsOf(page, 'tables-filtered');
  await page.setViewportSize({ width: 640, height: 800 });
  await bearing.shot(page, 'tables-filtered-640');
  const some = await row.innerText();
  await page.reload();
  await expect.poll(() => row.innerText()).toBe(some);
  await page.getByRole('searchbox', { name: 'Find in statements' }).fill('no such words');
  await expect(row).toContainText('0/8');
  await page.getByRole('searchbox', { name: 'Find in statements' }).fill('');
  await expect.poll(() => row.innerText()).toBe(some);
  await page.goBack();
  await expect.poll(() => row.innerText()).toBe(all);
  await expect(note).toHaveCount(0);
  await page.getByRole('button', { name: 'Without filters' }).click();
  await expect(filters).toHaveCount(0);
});
