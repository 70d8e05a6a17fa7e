/**
 * What a page can see of Bearing before, during and after tagging, at an install and at an update: the list in
 * README's "Privacy". Pages are recorded from their first line on (page-record.ts).
 */
import path from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/browser.mjs';
import { paperInWords } from '../../scripts/ui.mjs';
import { Bearing, test as base, expect } from '../support/extension';
import { NOTHING_SEEN, recordedBuild, recordPage, seenBy } from '../support/page-record';

const test = base.extend<{ bearing: Bearing }>({
  bearing: async ({ look }, use) => {
    const build = recordedBuild(path.join(root, '.output', 'chrome-mv3'));
    const bearing = await Bearing.start(look, build.folder);
    await use(bearing);
    await bearing.stop();
    build.remove();
  },
});

const PAGES = {
  'no article': '/notices/opening-hours',
  'an article': '/articles/peer-support-demo',
};

async function openRecorded(bearing: Bearing, address: string): Promise<Page> {
  const page = await bearing.context.newPage();
  await recordPage(page);
  await page.goto(address, { waitUntil: 'load' });
  // The popup has its answer from the page's own script: so that has run.
  const popup = await bearing.popup(page);
  await paperInWords(popup);
  await popup.close();
  return page;
}

declare const chrome: {
  tabs: {
    query(of: object): Promise<{ id: number }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
  };
};

/** Updates Bearing under the open page, and waits until the new copy of its script answers there. */
async function updateUnder(page: Page, bearing: Bearing): Promise<void> {
  await bearing.update();
  await page.bringToFront();
  const answered = async () => {
    const worker = await bearing.worker();
    return worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true });
      const ask = { bearing: 1, type: 'to-page/report', payload: {} };
      return Boolean(tab && (await chrome.tabs.sendMessage(tab.id, ask).catch(() => null)));
    });
  };
  await expect.poll(answered).toBe(true);
}

for (const [kind, at] of Object.entries(PAGES)) {
  test(`on a page with ${kind} nothing can be seen before tagging, nor after an update`, async ({
    bearing,
    site,
  }) => {
    const page = await openRecorded(bearing, site.url + at);
    expect(await seenBy(page)).toEqual(NOTHING_SEEN);
    await updateUnder(page, bearing);
    expect(await seenBy(page)).toEqual(NOTHING_SEEN);
  });
}
