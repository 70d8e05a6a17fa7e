/** The extension's own pages as tests open them: the popup over a page, and a store with something in it. */
import type { Page } from '@playwright/test';
import { until } from '../../scripts/drive.mjs';
import type { Bearing } from './extension';
import { type SampleOptions, sampleBackup } from './samples';
import { bringStore } from './store-in-page';

declare const chrome: {
  tabs: { query(what: object): Promise<{ id?: number; url?: string }[]> };
};

/** The popup in a tab of its own, looking at `page`: the size is the toolbar popup's. */
export async function popupOn(bearing: Bearing, page: Page): Promise<Page> {
  // A worker that has just ended is still among the browser's for a moment.
  const { id } = await until('the tabs', async () => {
    const worker = await bearing.worker();
    return worker
      .evaluate(
        async (url) => ({ id: (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id }),
        page.url(),
      )
      .catch(() => undefined);
  });
  const popup = await bearing.openOwn(`popup.html?tab=${id}`);
  await popup.setViewportSize({ width: 400, height: 600 });
  return popup;
}

/** Fills the store through the store's own code, in a page that runs nothing else. */
export async function fill(bearing: Bearing, options: SampleOptions): Promise<Page> {
  const page = await bearing.openOwn('icon/16.png');
  await bringStore(page);
  await page.evaluate(
    (text) => globalThis.bearingStore.restore(text).then(() => null),
    JSON.stringify(sampleBackup(options)),
  );
  return page;
}
