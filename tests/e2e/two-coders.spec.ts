/** Two coders in one store: each page shows the reader's own tags, the panel the other's on request, and nobody's go in passing. */
import { painted, selectByMouse, tagByKeys, tagging } from '../../scripts/ui.mjs';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/extension';
import { onlyTagged, openPanel, restoreInto } from '../support/panel-paper';
import { paperRecords } from '../support/panel-records';
import { storedTags } from '../support/stored';
import { DEMO, startTagging } from '../support/tagging';

const BOTH =
  'A recovery-oriented culture was the clearest difference between the services that kept their peer workers and those that lost them.';
const THEIRS =
  'Role definition and pay were mentioned together in seven services, without any claim that one caused the other.';

test('another coder’s tags are not on the page; the panel shows them on request, and deletes none', async ({
  bearing,
  site,
}) => {
  const url = site.url + DEMO;
  const store = await bearing.openOwn('popup.html');
  const other = paperRecords({ url, doi: '10.5555/bearing-demo.1' }, [
    { quote: BOTH, tags: [{ stance: 'contrasting', influenceId: 'psw.culture' }] },
    { quote: THEIRS, tags: [{ stance: 'mentioning', influenceId: 'psw.pay' }] },
  ]);
  await restoreInto(store, other, 'other');
  await store.close();

  const page = await startTagging(bearing, url);
  await selectByMouse(page, BOTH);
  await expect(tagging.toolbar(page)).toBeVisible();
  await expect(tagging.toolbar(page)).not.toContainText('contrasting ·');
  await tagByKeys(page, { stance: 'supporting', find: 'culture' });
  await expect
    .poll(() => painted(page))
    .toEqual({ supporting: [BOTH], contrasting: [], mentioning: [] });
  await page.reload();
  await expect
    .poll(() => painted(page))
    .toEqual({ supporting: [BOTH], contrasting: [], mentioning: [] });

  const panel = await openPanel(bearing, page);
  await onlyTagged(panel);
  const rows = panel.locator('[data-quote]');
  await expect(rows).toHaveCount(1);
  await expect(panel.getByText('2 tags by NI are here too.')).toBeVisible();
  await bearing.shotsOf(panel, 'panel-others-hidden');
  const history = panel.getByRole('dialog');
  await panel.getByRole('button', { name: 'History of this paper' }).click();
  await expect(history).toContainText('2 changes to other coders’ tags are left out');
  await expect(history.getByRole('heading', { name: 'Tag saved' })).toBeVisible();
  await expectAccessible(panel);
  await bearing.shotsOf(panel, 'panel-history-others-hidden');
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Show them' }).click();
  await expect(rows).toHaveCount(2);
  await expectAccessible(panel);
  await bearing.shotsOf(panel, 'panel-others-shown');
  await panel.getByRole('button', { name: 'History of this paper' }).click();
  await expect(history.getByRole('heading', { name: 'Tag saved' })).toBeVisible();
  await expect(history).not.toContainText('left out');
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('button', { name: /\. Edit$/ })).toHaveCount(1);

  // Every row that there is, deleted by its key: the reader's own tag goes.
  await rows.first().focus();
  await panel.keyboard.press('Delete');
  await expect.poll(async () => (await storedTags(bearing)).length).toBe(2);
  for (let i = 0; i < 2; i++) {
    await rows.nth(i).focus();
    await panel.keyboard.press('Delete');
  }
  await panel.keyboard.press('u');
  await expect.poll(async () => (await storedTags(bearing)).length).toBe(3);
  await panel.getByRole('button', { name: 'Hide them' }).click();
  await expect(rows).toHaveCount(1);
});

test('a colleague’s review of the same name is offered to be joined, and 1 cell reads that coders differ', async ({
  bearing,
  site,
}) => {
  const url = site.url + DEMO;
  const page = await startTagging(bearing, url);
  await selectByMouse(page, BOTH);
  await tagByKeys(page, { stance: 'supporting', find: 'culture' });
  const store = await bearing.openOwn('popup.html');
  const theirs = paperRecords({ url, doi: '10.5555/bearing-demo.1' }, [
    { quote: BOTH, tags: [{ stance: 'contrasting', influenceId: 'psw.culture' }] },
  ]);
  for (const review of theirs.reviews) review.name = 'my review';
  await restoreInto(store, theirs, 'other');
  const workspace = await bearing.openOwn('workspace.html#/exchange');
  const menu = workspace.getByRole('button', { name: /^Review:/ });
  await expect(menu).toHaveAccessibleName('Review: my review');
  await bearing.shotsOf(workspace, 'exchange-alike-reviews');
  await workspace.getByRole('button', { name: 'Join them' }).click();
  await expect(workspace.getByRole('button', { name: 'Join them' })).toHaveCount(0);
  await expect(workspace.getByRole('heading', { level: 1 })).toBeFocused();
  const map = await bearing.openOwn('workspace.html#/map');
  // Supporting, mixed, contrasting, mentioning: none; coders differ: one; tags: two.
  await expect(map.getByRole('row').filter({ hasText: /culture/i })).toContainText('000012');
  await expect(map.getByRole('columnheader', { name: /differ/ })).toBeVisible();
  await map.getByRole('button', { name: /culture/i }).click();
  await expect(map.getByRole('complementary')).toContainText('by NI');
  await expectAccessible(map);
  await bearing.shotsOf(map, 'map-coders-differ');
  await map.setViewportSize({ width: 400, height: 800 });
  await bearing.shotsOf(map, 'map-coders-differ-narrow');
  const statements = await bearing.openOwn('workspace.html#/statements');
  await expect(statements.getByText('by NI')).toBeVisible();
  await expectAccessible(statements);
  await bearing.shotsOf(statements, 'statements-others');
  await statements.setViewportSize({ width: 400, height: 800 });
  await bearing.shotsOf(statements, 'statements-others-narrow');
});
