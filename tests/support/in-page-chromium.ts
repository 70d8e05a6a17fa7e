/** A reader in Chromium who goes through articles that change in place (in-page.ts). */
import type { Page } from '@playwright/test';
import { tagging } from '../../scripts/ui.mjs';
import type { Bearing } from './extension';
import type { Reader } from './in-page';

declare const chrome: { windows: { create(what: { url: string }): Promise<unknown> } };

export function inChromium(bearing: Bearing): Reader<Page> {
  return {
    openOwn: (file) => bearing.openOwn(file),
    // In a window of its own: several pages are in front at the same time.
    openInFront: async (url) => {
      const opened = bearing.context.waitForEvent('page', (page) => page.url() === url);
      const worker = await bearing.worker();
      await worker.evaluate((address) => chrome.windows.create({ url: address }), url);
      const page = await opened;
      await page.waitForLoadState('domcontentloaded');
      return page;
    },
    isTagging: (page) =>
      tagging
        .bar(page)
        .isVisible()
        .catch(() => false),
  };
}
