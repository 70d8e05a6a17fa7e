/** Undo in the workspace: whatever was done last, on any surface, before a restart too. */
import type { Page } from '@playwright/test';
import { type Bearing, expect, test } from '../support/extension';
import { readTable } from '../support/read-table';
import { storedTags } from '../support/stored';
import { DEMO, tagOnce } from '../support/tagging';

const count = (bearing: Bearing) => expect.poll(async () => (await storedTags(bearing)).length);
const step = (workspace: Page, name: RegExp) => workspace.getByRole('button', { name });
const said = (workspace: Page, words: string) =>
  expect(workspace.getByRole('status').filter({ hasText: words })).toBeVisible();

test('a deleted review comes back by undo, goes by redo, and comes back after a restart', async ({
  bearing,
  site,
}) => {
  await (await tagOnce(bearing, site.url + DEMO)).close();
  let workspace = await bearing.openOwn('workspace.html#/map');
  const menu = workspace.getByRole('button', { name: /^Review:/ });
  await menu.click();
  // The only review there is cannot be deleted.
  await expect(workspace.getByRole('menuitem', { name: 'Delete this review' })).toHaveCount(0);
  await workspace.getByRole('menuitem', { name: /^New review/ }).click();
  await workspace.getByLabel('New review', { exact: true }).fill('Another');
  await workspace.keyboard.press('Enter');
  await menu.click();
  await workspace.getByRole('menuitemradio', { name: 'My review' }).click();
  await expect(menu).toHaveAccessibleName('Review: My review');
  await menu.click();
  await workspace.getByRole('menuitem', { name: 'Delete this review' }).click();
  await expect(menu).toHaveAccessibleName('Review: Another');
  // Keys are the menu's until it has closed.
  await expect(workspace.getByRole('menu')).toHaveCount(0);
  await count(bearing).toBe(0);
  await step(workspace, /^Undo: review deleted/).waitFor();
  await workspace.keyboard.press('u');
  await said(workspace, 'Taken back: review deleted.');
  await count(bearing).toBe(1);
  await step(workspace, /^Redo: review deleted/).waitFor();
  await workspace.keyboard.press('Shift+U');
  await said(workspace, 'Done again: review deleted.');
  await count(bearing).toBe(0);
  // Keys that follow at once wait their turn: two steps go, and both come back.
  for (const key of ['u', 'u']) await workspace.keyboard.press(key);
  await step(workspace, /^Redo: settings changed/).waitFor();
  for (const key of ['U', 'U']) await workspace.keyboard.press(key);
  await step(workspace, /^Undo: review deleted/).waitFor();

  await bearing.reopen();
  workspace = await bearing.openOwn('workspace.html#/map');
  await step(workspace, /^Undo: review deleted/).click();
  await count(bearing).toBe(1);
  for (const words of ['settings changed', 'review begun', 'tag saved'])
    await step(workspace, new RegExp(`^Undo: ${words}`)).click();
  await count(bearing).toBe(0);
});

test('a paper is taken off the list with its tags, by the keyboard, and comes back', async ({
  bearing,
  site,
}) => {
  await (await tagOnce(bearing, site.url + DEMO)).close();
  const workspace = await bearing.openOwn('workspace.html#/papers');
  const more = step(workspace, /^More about /);
  await more.focus();
  await workspace.keyboard.press('Enter');
  const off = workspace.getByRole('menuitem', { name: /^Take off the list/ });
  await expect(off).toBeVisible();
  await workspace.keyboard.press('End');
  await expect(off).toBeFocused();
  await workspace.keyboard.press('Enter');
  await expect(workspace.getByText('No paper is on this list yet')).toBeVisible();
  await count(bearing).toBe(0);
  await workspace.keyboard.press('u');
  await said(workspace, 'Taken back: paper taken off the list.');
  await expect(more).toBeVisible();
  await count(bearing).toBe(1);
});

test('two reviews are joined in Settings, and parted again by undo', async ({ bearing, site }) => {
  await (await tagOnce(bearing, site.url + DEMO)).close();
  const workspace = await bearing.openOwn('workspace.html#/settings');
  const menu = workspace.getByRole('button', { name: /^Review:/ });
  await workspace.getByLabel('New review', { exact: true }).fill('My  REVIEW');
  await workspace.keyboard.press('Enter');
  await expect(menu).toHaveAccessibleName('Review: My  REVIEW');
  await bearing.shotsOf(workspace, 'settings-two-reviews');
  await step(workspace, /^Join into “My {1,2}REVIEW”/).click();
  await step(workspace, /^Undo: reviews joined/).waitFor();
  await expect(step(workspace, /^Join into/)).toHaveCount(0);
  await count(bearing).toBe(1);
  await workspace.keyboard.press('u');
  await said(workspace, 'Taken back: reviews joined.');
  await expect(step(workspace, /^Join into/)).toHaveCount(1);
  await count(bearing).toBe(1);
});

test('history that is forgotten leaves nothing of a deleted tag, and nothing to undo', async ({
  bearing,
  site,
}) => {
  await (await tagOnce(bearing, site.url + DEMO)).close();
  const [{ quote } = { quote: '' }] = await storedTags(bearing);
  const workspace = await bearing.openOwn('workspace.html#/statements');
  await step(workspace, /^Delete tag:/).click();
  await count(bearing).toBe(0);
  expect(JSON.stringify(await workspace.evaluate(readTable, 'steps'))).toContain(quote);
  await workspace.goto(workspace.url().replace('#/statements', '#/settings'));
  const day = workspace.getByLabel('Up to and including');
  await day.fill((await day.getAttribute('max')) ?? '');
  await step(workspace, /^Forget \d+ steps…$/).click();
  await expect(step(workspace, /^Keep it$/)).toBeFocused();
  await bearing.shotsOf(workspace, 'settings-forget');
  await step(workspace, /^Forget \d+ steps$/).click();
  await said(workspace, 'They cannot be undone any more.');
  expect(JSON.stringify(await workspace.evaluate(readTable, 'steps'))).not.toContain(quote);
  await expect(step(workspace, /^Undo:/)).toHaveCount(0);
});
