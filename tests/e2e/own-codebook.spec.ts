/**
 * A codebook of the reader's own, from the first word that matched nothing to the printed ledger, as a reader does it:
 * made while reading, given a rule, adapted from a framework, re-checked, frozen, and all of it taken back.
 */
import type { Page } from '@playwright/test';
import { tagging } from '../../scripts/ui.mjs';
import { type Bearing, expect, test } from '../support/extension';
import { DEMO, nextStatement, startTagging } from '../support/tagging';

const room = async (bearing: Bearing) => {
  const page = await bearing.openOwn('workspace.html#/codebooks');
  await expect(page.getByRole('heading', { name: 'Codebooks' })).toBeVisible();
  return page;
};
const to = (page: Page, hash: string) => page.goto(page.url().replace(/#.*/, hash));
const tree = (page: Page) => page.getByRole('treeitem');
const said = (page: Page) => page.getByRole('status').filter({ hasText: /./ }).last();

test('words that match nothing become an influence, with one key more than an ordinary tag', async ({
  bearing,
  site,
}) => {
  const page = await startTagging(bearing, site.url + DEMO);
  await nextStatement(page);
  await page.keyboard.press('s');
  await page.keyboard.type('zoning laws');
  await expect(tagging.options(page).first()).toContainText('new: “zoning laws”');
  await bearing.shotsOf(page, 'open-coding');
  await page.keyboard.press('Enter');
  await expect(tagging.options(page).first()).toContainText('once more');
  await expect(tagging.saved(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(tagging.saved(page)).toContainText('zoning laws');

  // From now on it is found like any other, and by a letter less.
  await nextStatement(page);
  await page.keyboard.press('c');
  await page.keyboard.type('zon');
  await expect(tagging.options(page).first()).toContainText('zoning laws');
  await page.keyboard.press('Enter');
  await expect(tagging.saved(page)).toContainText('zoning laws');

  // Both are in the reader's own codebook, whose entry waits for its definition.
  const workspace = await room(bearing);
  const card = workspace.getByRole('article', { name: 'My influences' });
  await expect(card).toContainText('2 tags in this review');
  await card.getByRole('link', { name: 'Edit' }).click();
  await expect(tree(workspace)).toHaveCount(1);
  await expect(tree(workspace)).toContainText('no definition');
  await bearing.shotsOf(workspace, 'editor-first');

  // A rule: both tags were made without it.
  await tree(workspace).press('Enter');
  await expect(workspace.getByRole('textbox', { name: 'Label' })).toBeFocused();
  await workspace
    .getByRole('textbox', { name: 'Definition' })
    .fill('Rules on where a service may be.');
  await workspace.keyboard.press('Control+Enter');
  await expect(said(workspace)).toContainText('version 2');
  await workspace.getByRole('link', { name: '2 tags to re-check' }).click();
  await expect(workspace.locator('blockquote')).toBeVisible();
  await bearing.shotsOf(workspace, 'recheck');
  await workspace.keyboard.press('k');
  await expect(workspace.getByText('1 done')).toBeVisible();
  await workspace.keyboard.press('k');
  await expect(workspace.getByText('2 tags looked at again')).toBeVisible();

  // Each step is taken back: the checks, the rule, the tags, and the influence with the tag that made it.
  for (const waiting of ['1 tag to look at again', '2 tags to look at again']) {
    await workspace.keyboard.press('u');
    await expect(workspace.getByText(waiting)).toBeVisible();
  }
  await workspace.keyboard.press('u');
  await expect(workspace.getByText('nothing to look at again')).toBeVisible();
  await to(workspace, '#/statements');
  for (const left of [1, 0]) {
    await expect(workspace.getByRole('article')).toHaveCount(left + 1);
    await workspace.keyboard.press('u');
    await expect(workspace.getByRole('article')).toHaveCount(left);
  }
  await to(workspace, '#/codebooks');
  await expect(workspace.getByRole('article', { name: 'My influences' })).toHaveCount(0);
});

test('a framework is copied, adapted by keyboard, frozen, and printed as a ledger', async ({
  bearing,
}) => {
  const page = await room(bearing);
  await page.getByRole('button', { name: /^Copy Consolidated Framework.*\(updated\)/ }).click();
  await page.keyboard.press('Enter');
  await expect(tree(page)).toHaveCount(67);
  await tree(page).first().focus();

  // Renamed, and two merged.
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Label' }).fill('Where it comes from');
  await page.keyboard.press('Control+Enter');
  await expect(tree(page).first()).toContainText('Where it comes from');
  await expect(tree(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Merge 2…' }).press('Enter');
  await page.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
  await expect(tree(page)).toHaveCount(66);

  // One split, and one made new under a domain.
  await page.getByRole('button', { name: 'Split…' }).press('Enter');
  await page.getByRole('group', { name: 'Part 1' }).getByLabel('Label').fill('Evidence');
  await page.getByRole('group', { name: 'Part 2' }).getByLabel('Label').fill('Advantage');
  await page.getByRole('button', { name: 'Split', exact: true }).press('Enter');
  await expect(tree(page)).toHaveCount(67);
  await tree(page).filter({ hasText: 'Financing' }).focus();
  await tree(page).filter({ hasText: 'Financing' }).click();
  await page.keyboard.press('n');
  await page.keyboard.type('Media & societal pressure');
  await page.keyboard.press('Enter');
  await expect(tree(page)).toHaveCount(68);

  await page.getByRole('button', { name: 'This version' }).click();
  await page.getByRole('menuitem', { name: /Freeze/ }).click();
  await expect(page.getByText('version 1, frozen')).toBeVisible();

  await page.getByRole('link', { name: 'Ledger' }).click();
  await page.getByLabel('only what was changed').check();
  const rows = page.locator('tbody tr');
  await expect(rows.filter({ hasText: 'Where it comes from' })).toContainText(
    'renamed (from “Innovation Source”)',
  );
  await expect(rows.filter({ hasText: 'Media & societal pressure' })).toContainText('new');
  await expect(rows.filter({ hasText: 'Media & societal pressure' })).toContainText('No data');
  await expect(rows.filter({ hasText: 'Advantage' }).first()).toContainText('split');
  await bearing.shotsOf(page, 'ledger');

  // A change of the frozen version makes the next one.
  await to(page, (await page.getByRole('link', { name: 'Done' }).getAttribute('href')) ?? '');
  await tree(page).last().focus();
  await tree(page).last().click();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
  await expect(said(page)).toContainText('version 2');
});
