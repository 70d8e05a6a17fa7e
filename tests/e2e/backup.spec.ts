/** What is only in this browser: a reminder, a copy in a folder of the reader's, and snapshots. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';
import { bringStore } from '../support/store-in-page';
import { tablesReview } from '../support/tables-review';
import { DEMO, tagOnce } from '../support/tagging';

/** Of each coder. */
const TAGS = 15;

async function withWork(bearing: Bearing): Promise<Page> {
  const page = await bearing.openOwn('icon/16.png');
  await bringStore(page);
  await page.evaluate(
    (text) => globalThis.bearingStore.restore(text).then(() => null),
    JSON.stringify(tablesReview({ papers: 3, tags: TAGS / 3 })),
  );
  // What a file brought in, and this, are in no backup of this store.
  await rename(page, 'Begun');
  return page;
}

const rename = (page: Page, name: string) =>
  page.evaluate(async (to) => {
    const review = await globalThis.bearingStore.currentReview();
    if (review) await globalThis.bearingStore.changeReview(review.id, { name: to });
  }, name);

/** As if all that was done had been done so many days earlier. */
const ageSteps = (page: Page, days: number) =>
  page.evaluate(async (by) => {
    const open = indexedDB.open('bearing');
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const steps = db.transaction('steps', 'readwrite').objectStore('steps');
    const asked = steps.getAll();
    asked.onsuccess = () => {
      for (const step of asked.result)
        steps.put({ ...step, at: new Date(Date.parse(step.at) - by * 86_400_000).toISOString() });
    };
    await new Promise((resolve) => steps.transaction.addEventListener('complete', resolve));
    db.close();
  }, days);

const reminder = (page: Page) => page.getByText(/in this browser only\.\s+Back up/);

test('work of a week ago that is in no backup is mentioned; a backup, or “Later”, ends that', async ({
  bearing,
}) => {
  const page = await withWork(bearing);
  const workspace = `chrome-extension://${bearing.id}/workspace.html`;
  await page.goto(`${workspace}#/papers`);
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(reminder(page)).toHaveCount(0);
  await ageSteps(page, 8);
  await page.reload();
  await expect(reminder(page)).toBeVisible();
  await expectAccessible(page);
  await bearing.shotsOf(page, 'backup-due');
  const popup = await bearing.openOwn('popup.html');
  await expect(reminder(popup)).toBeVisible();
  await bearing.shot(popup, 'backup-due-popup');
  await popup.close();

  await page.getByRole('button', { name: 'Later' }).click();
  await expect(reminder(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(reminder(page)).toHaveCount(0);

  await page.goto(`${workspace}#/exchange?show=backup`);
  const button = page.getByRole('button', { name: 'Back up everything' });
  await expect(button).toBeFocused();
  await expect(page.getByText(/No backup yet\. 2 changes since/)).toBeVisible();
  const { text } = await bearing.download(() => page.keyboard.press('Enter'));
  // Of two coders.
  expect(JSON.parse(text).tags).toHaveLength(2 * TAGS);
  await expect(page.getByText(/^Last backup: (?!.*since)/)).toBeVisible();
});

test('a copy in a folder follows what is done, and stops when it is told to', async ({
  bearing,
}) => {
  const page = await withWork(bearing);
  // The browser's own dialog cannot be driven: a folder of the same kind is picked in its place.
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('copies', { create: true }),
    });
  });
  await page.goto(`chrome-extension://${bearing.id}/workspace.html#/exchange`);
  await page.reload();
  const reviewNames = () =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('copies', { create: true });
      const file = await folder.getFileHandle('bearing-backup-2.json').catch(() => null);
      const text = await (await file?.getFile())?.text();
      return text ? JSON.parse(text).reviews.map((one: { name: string }) => one.name) : null;
    });
  // The only backup of a browser that is gone: choosing its folder must not replace it.
  const OTHER = '{\n"coderId": "somebody",\n"counter": 3\n}';
  await page.evaluate(async (text) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('copies', { create: true });
    const file = await folder.getFileHandle('bearing-backup.json', { create: true });
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }, OTHER);
  await page.getByRole('button', { name: 'Copy into a folder…' }).click();
  await expect(page.getByText('Copied into “copies” while this workspace is open.')).toBeVisible();
  await expect.poll(reviewNames).toEqual(['Begun']);
  await bearing.shotsOf(page, 'backup-folder');

  await bringStore(page);
  await rename(page, 'Renamed');
  await expect.poll(reviewNames, { timeout: 30_000 }).toEqual(['Renamed']);
  // It is a backup: nothing is left to be reminded of.
  await expect(page.getByText(/^Last backup: (?!.*since)/)).toBeVisible();

  // What `u` takes back is still what the reader did.
  await expect(page.getByRole('button', { name: 'Undo: review changed' })).toBeVisible();

  const others = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('copies');
    const file = await (await folder.getFileHandle('bearing-backup.json')).getFile();
    return [await file.text(), (await Array.fromAsync(folder.keys())).length];
  });
  expect(others).toEqual([OTHER, 2]);

  await page.getByRole('button', { name: 'Stop copying' }).click();
  await expect(page.getByRole('button', { name: 'Copy into a folder…' })).toBeVisible();
});

test('after the tenth tag there is a snapshot, which is compared as a backup is', async ({
  bearing,
  site,
}) => {
  const page = await withWork(bearing);
  await page.goto(`chrome-extension://${bearing.id}/workspace.html#/exchange`);
  const all = page.getByText(/^Snapshots in this browser/);
  await expect(all).toHaveText('Snapshots in this browser (0)');
  // The background takes one after a write of its own.
  await (await tagOnce(bearing, site.url + DEMO)).close();
  await expect(all).toHaveText('Snapshots in this browser (1)');
  await all.click();
  await bearing.shotsOf(page, 'backup-snapshots');
  await page.getByRole('button', { name: /^Compare with the snapshot of/ }).click();
  await expect(page.getByText('Nothing in this file is new here.')).toBeVisible();
});
