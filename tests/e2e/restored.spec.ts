/** A page that comes back from the browser's back/forward cache shows what was tagged meanwhile. */
import { paintedCount, paperInWords, tagByKeys } from '../../scripts/ui.mjs';
import { test as base, expect } from '../support/extension';
import { DEMO, nextStatement, startTagging } from '../support/tagging';

const test = base.extend({ look: { backForwardCache: true } });

test('tags of another tab are there when a page comes back from the cache', async ({
  bearing,
  site,
}) => {
  const page = await bearing.open(site.url + DEMO);
  // A page that waits for an answer of the background is not kept: the popup has its answer when the page has its own.
  const popup = await bearing.popup(page);
  await paperInWords(popup);
  await popup.close();
  const isRestored = () =>
    page.evaluate(() => (globalThis as { restored?: boolean }).restored === true);
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => {
      Object.assign(globalThis, { restored: persisted });
    });
  });
  await page.goto(`${site.url}/notices/opening-hours`);
  const other = await startTagging(bearing, site.url + DEMO);
  await nextStatement(other);
  await tagByKeys(other, { stance: 'supporting', slot: 1 });
  await page.bringToFront();
  // Not `goBack`: it waits for a load, which a page of the cache does not have.
  await page.evaluate(() => history.back()).catch(() => undefined);
  await expect.poll(() => isRestored().catch(() => false)).toBe(true);
  await expect.poll(() => paintedCount(page)).toBe(1);
});
