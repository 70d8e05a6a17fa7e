/** A private window in which the reader lets Bearing run: nothing of it is written until the reader allows that too. */
import type { Page } from '@playwright/test';
import { until } from '../../scripts/drive.mjs';
import { clickOnBar, startFromPopup, tagging } from '../../scripts/ui.mjs';
import { type Bearing, expect, test } from '../support/extension';
import { readWritten, type Written } from '../support/written';

// The reader’s permission for private windows is kept by the browser, not by the extension.
test.use({ ownBrowser: true });

declare const chrome: {
  developerPrivate: { updateExtensionConfiguration(what: object): Promise<void> };
  extension: { isAllowedIncognitoAccess(): Promise<boolean> };
  tabs: { query(what: object): Promise<{ id?: number; url?: string }[]> };
  windows: { create(what: object): Promise<unknown> };
};

/** The switch on the browser's page of extensions, which reloads the extension. */
async function allowInPrivate(bearing: Bearing): Promise<void> {
  const settings = await bearing.open('chrome://extensions/');
  await settings.evaluate(
    (extensionId) =>
      chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true }),
    bearing.id,
  );
  await until('Bearing to be allowed in private windows', async () => {
    const worker = await bearing.worker();
    const allowed = worker.evaluate(() => chrome.extension.isAllowedIncognitoAccess());
    return (await allowed.catch(() => false)) ? true : undefined;
  });
  await settings.close();
}

async function openPrivate(bearing: Bearing, url: string): Promise<Page> {
  const [page] = await Promise.all([
    bearing.context.waitForEvent('page', { predicate: (one) => one.url() === url }),
    (await bearing.worker()).evaluate(
      (address) => chrome.windows.create({ incognito: true, url: address }),
      url,
    ),
  ]);
  return page;
}

/** The popup in a tab of an ordinary window, looking at `page`: extension pages do not open in private tabs. */
async function popupOn(bearing: Bearing, page: Page): Promise<Page> {
  const worker = await bearing.worker();
  // The browser knows the page's address a moment later than the page.
  const id = await until('the tab of the page', () =>
    worker.evaluate(
      async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id,
      page.url(),
    ),
  );
  return bearing.openOwn(`popup.html?tab=${id}`);
}

/** All that Bearing has written. */
async function written(bearing: Bearing): Promise<Written> {
  const own = await bearing.openOwn('icon/16.png');
  const all = await own.evaluate(readWritten);
  await own.close();
  return all;
}

test('a private window is tagged only once the reader allows it in the popup, which says so', async ({
  bearing,
  site,
}) => {
  await allowInPrivate(bearing);
  const url = `${site.url}/articles/peer-support-demo`;
  const page = await openPrivate(bearing, url);
  const popup = await popupOn(bearing, page);
  await expect(popup.getByText('Bearing saves nothing here unless you allow it')).toBeVisible();
  await startFromPopup(popup, page);
  await page.keyboard.press('j');
  await tagging.toolbar(page).waitFor();
  await page.keyboard.press('s');
  await page.keyboard.press('1');
  await expect(tagging.unsaved(page)).toContainText('This is a private window');

  const before = await written(bearing);
  const words = JSON.stringify(before);
  for (const trace of [url, new URL(site.url).host, 'Implementing peer support'])
    expect(words).not.toContain(trace);
  for (const table of ['papers', 'statements', 'tags'])
    expect(before.tables[table], table).toEqual([]);
  const stored = () => page.evaluate(() => ({ ...sessionStorage, ...localStorage }));
  expect(await stored()).toEqual({});

  const again = await popupOn(bearing, page);
  await again.getByRole('button', { name: 'Save in this window' }).click();
  await expect(again.getByText('is saved with everything else')).toBeVisible();
  await again.close();
  await page.bringToFront();
  await clickOnBar(tagging.unsaved(page).getByRole('button', { name: 'Try again' }));
  await expect(tagging.unsaved(page)).toHaveCount(0);
  const after = await written(bearing);
  expect([after.tables.tags?.length, after.tables.papers?.length]).toEqual([1, 1]);
  expect(JSON.stringify(after.tables)).toContain(url);
});
