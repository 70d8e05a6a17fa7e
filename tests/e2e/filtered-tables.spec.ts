/** Filters over the tags of a table: the facets of the Statements room, in the address, so that Back undoes them. */
import { decisionId } from '../../lib/model';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/extension';
import { SAMPLE_REVIEW, sampleId } from '../support/samples';
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

test('filters go from a table to the statements and back, with the reader’s columns, sites and decisions', async ({
  bearing,
}) => {
  const backup = tablesReview({ papers: 8, tags: 5 });
  const [first, second] = backup.papers;
  const at = { createdAt: '2026-11-20T09:00:00.000Z', updatedAt: '2026-11-20T09:00:00.000Z' };
  const site = (n: number, name: string, paperId = first?.id) => ({
    ...{ id: sampleId(14, n), reviewId: SAMPLE_REVIEW, name, paperId: paperId ?? '', position: n },
    ...at,
  });
  backup.sites = [site(1, 'North ward'), site(2, 'South ward'), site(3, 'Clinic', second?.id)];
  const [tag] = backup.tags.filter(({ paperId }) => paperId === first?.id);
  if (!tag) throw new Error('the first paper has no tag');
  tag.siteId = sampleId(14, 1);
  const { paperId, codebookId, influenceId } = tag;
  const decided = { paperId, codebookId, influenceId, reviewId: SAMPLE_REVIEW };
  backup.decisions = [
    {
      ...{ id: decisionId(decided), ...decided, stance: 'contrasting', note: '', ...at },
      coderId: tag.coderId,
    },
  ];
  const page = await bearing.openOwn('icon/16.png');
  await bringStore(page);
  await page.evaluate(
    (text) => globalThis.bearingStore.restore(text).then(() => null),
    JSON.stringify(backup),
  );
  await page.goto(`chrome-extension://${bearing.id}/workspace.html#/map?view=directions&filter=on`);
  const filters = page.getByRole('group', { name: 'Filters' });
  const choose = async (facet: RegExp, value: RegExp) => {
    await filters.getByRole('button', { name: facet }).click();
    await page.getByRole('menuitemcheckbox', { name: value }).click();
    await page.keyboard.press('Escape');
  };
  await choose(/^Country/, /^Canada/);
  await choose(/^Stance/, /contrasting/);
  await expect(page.getByText(/decided stance and direction\. N is/)).toBeVisible();
  const table = page.getByRole('table');
  const counted = await table.innerText();

  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1, name: 'Statements' })).toBeVisible();
  await expect(filters.getByRole('button', { name: 'Country: Canada' })).toBeVisible();
  await expect(filters.getByRole('button', { name: /^Stance: ▼ contrasting/ })).toBeVisible();
  await expect(page.getByText('decided: contrasting').first()).toBeVisible();
  await expectAccessible(page);
  await bearing.shotsOf(page, 'statements-filtered');

  const row = page.locator('article', { hasText: 'decided: contrasting' }).first();
  await row
    .getByRole('button', { name: /^Site: / })
    .first()
    .click();
  await expect(page.getByRole('menuitemradio')).toHaveText(['North ward', 'South ward', 'no site']);
  await page.getByRole('menuitemradio', { name: 'South ward' }).click();
  await expect(row.getByRole('button', { name: 'Site: South ward' })).toBeVisible();
  await expect
    .poll(async () => (await bearing.records('tags')).filter(({ siteId }) => siteId).length)
    .toBeGreaterThan(0);
  await choose(/^Site/, /South ward/);
  await expect(page).toHaveURL(/site=/);
  await page.goBack();

  await page.getByRole('link', { name: 'Count in a table' }).click();
  await expect(page).toHaveURL(/view=directions/);
  await expect.poll(() => table.innerText()).toBe(counted);
  await page.getByRole('link', { name: 'Show the statements' }).click();
  await expect(filters.getByRole('button', { name: 'Country: Canada' })).toBeVisible();
  await page.getByRole('link', { name: 'Map', exact: true }).click();
  await expect.poll(() => table.innerText()).toBe(counted);
});
