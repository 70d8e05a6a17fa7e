/**
 * What a page can see of Bearing in Firefox before tagging, at an install and at an update: nothing. The pages
 * are recorded from their first line on (page-record.ts).
 */
import type { Page } from 'puppeteer-core';
import { BUILT, test as base, expect, FirefoxBearing } from '../support/firefox';
import { NOTHING_SEEN, recordedBuild, recordPage, seenBy } from '../support/page-record';

const test = base.extend<{ bearing: FirefoxBearing }>({
  bearing: async ({ firefox }, use) => {
    const build = recordedBuild(BUILT);
    const bearing = await FirefoxBearing.start({ ...firefox, extension: build.folder });
    await use(bearing);
    await bearing.stop();
    build.remove();
  },
});

async function openRecorded(bearing: FirefoxBearing, address: string): Promise<Page> {
  const page = await bearing.browser.newPage();
  await recordPage({
    addInitScript: (script, argument) => page.evaluateOnNewDocument(script, argument),
  });
  await page.goto(address);
  return page;
}

for (const [kind, at] of Object.entries({
  'no article': '/notices/opening-hours',
  'an article': '/articles/peer-support-demo',
}))
  test(`on a page with ${kind} nothing can be seen before tagging, nor after an update`, async ({
    bearing,
    site,
  }) => {
    const page = await openRecorded(bearing, site.url + at);
    await bearing.untilRead(page);
    expect(await seenBy(page)).toEqual(NOTHING_SEEN);
    await bearing.update();
    await bearing.untilRead(page);
    expect(await seenBy(page)).toEqual(NOTHING_SEEN);
  });
