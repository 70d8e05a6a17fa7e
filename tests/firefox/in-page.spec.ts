/**
 * Articles that change inside one document, in Firefox: no tag is ever filed under the other paper. A few cases
 * of the table in tests/e2e/in-page.spec.ts; one page at a time, because only one can be in front.
 */
import type { Page } from 'puppeteer-core';
import { expect, type FirefoxBearing, test } from '../support/firefox';
import { shows } from '../support/firefox-ui';
import { type Case, type Reader, readAll } from '../support/in-page';

function inFirefox(bearing: FirefoxBearing): Reader<Page> {
  return {
    openOwn: (file) => bearing.openOwn(file),
    openInFront: async (url) => {
      const page = await bearing.open(url);
      await page.bringToFront();
      return page;
    },
    isTagging: (page) => shows(page, '[aria-label="Tagging mode"]'),
  };
}

/** Every delay, with tagging mode on and off, both with a path and with a fragment, with metadata and without. */
const CASES: Record<string, Case[]> = {
  'while tagging': [
    { delay: 0, options: { route: 'path', meta: '1' }, tagging: true },
    { delay: 600, options: { route: 'hash', title: 'late' }, tagging: true },
    { delay: 1_500, options: { route: 'path', title: 'late' }, tagging: true },
  ],
  'while reading': [
    { delay: 0, options: { route: 'hash', title: 'late' }, tagging: false },
    { delay: 600, options: { route: 'path', title: 'late' }, tagging: false },
    { delay: 1_500, options: { route: 'hash', meta: '1' }, tagging: false },
  ],
};

for (const [when, cases] of Object.entries(CASES))
  test(`from one record to the next ${when}`, async ({ bearing, site }) => {
    expect(await readAll(inFirefox(bearing), site.url, cases, 1)).toEqual({});
  });
