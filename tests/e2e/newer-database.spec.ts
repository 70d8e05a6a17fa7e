/** Records that a newer Bearing wrote: every surface says so, they are shown and exported, and nothing is written. */
import type { Backup } from '../../lib/exchange/backup-format';
import { DATABASE_VERSION } from '../../lib/store/db';
import { tagging } from '../../scripts/ui.mjs';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/extension';
import { openPanel } from '../support/panel-paper';
import { storedTags } from '../support/stored';
import { DEMO, startTagging, tagOnce } from '../support/tagging';

/** As Dexie counts. */
const NEXT = (DATABASE_VERSION + 1) * 10;

const SAID = /written by a newer Bearing/;

test('the workspace exports, popup, panel and toolbar say so, and a tag is not saved', async ({
  bearing,
  site,
}) => {
  await (await tagOnce(bearing, site.url + DEMO)).close();
  const before = await storedTags(bearing);
  expect(before).toHaveLength(1);
  const own = await bearing.openOwn('icon/16.png');
  await own.evaluate(
    (version) =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open('bearing', version);
        asked.onupgradeneeded = () => asked.result.createObjectStore('ofANewerBearing');
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          asked.result.close();
          resolve();
        };
      }),
    NEXT,
  );
  await own.close();

  const page = await startTagging(bearing, site.url + DEMO);
  await expect(tagging.problem(page)).toContainText(SAID);
  await page.keyboard.press('j');
  await page.keyboard.press('2');
  await page.keyboard.press('s');
  await expect(tagging.unsaved(page)).toContainText('Update Bearing');
  expect(await storedTags(bearing)).toEqual(before);
  const panel = await openPanel(bearing, page);
  await expect(panel.getByText(SAID)).toBeVisible();
  await bearing.shotsOf(panel, 'newer-panel');
  const popup = await bearing.popup(page);
  await expect(popup.getByText(SAID)).toBeVisible();
  await bearing.shotsOf(popup, 'newer-popup');
  await expect(popup.getByRole('link', { name: 'Back up or export them' })).toHaveAttribute(
    'href',
    /workspace\.html#\/exchange/,
  );

  const workspace = await bearing.openOwn('workspace.html#/map');
  await expect(workspace.getByText(SAID)).toBeVisible();
  await workspace.getByRole('link', { name: 'Back up or export them' }).press('Enter');
  const backup = await bearing.download(() =>
    workspace.getByRole('button', { name: 'Back up everything' }).press('Enter'),
  );
  const written = JSON.parse(backup.text) as Backup;
  expect(written.tags.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  await expect(workspace.getByText('Backup written.')).toBeVisible();
  const table = await bearing.download(() =>
    workspace.getByRole('button', { name: /^Export: Evidence table/ }).click(),
  );
  expect(table.text).toContain(before[0]?.influenceId ?? 'no tag');
  await expectAccessible(workspace);
  await bearing.shotsOf(workspace, 'newer-exchange');
  await workspace.setViewportSize({ width: 400, height: 700 });
  await bearing.shotsOf(workspace, 'newer-exchange-narrow');
  expect(await storedTags(bearing)).toEqual(before);
});
