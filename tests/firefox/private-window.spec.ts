/**
 * A private window of Firefox in which the reader lets Bearing run: nothing of it is written until the reader allows
 * that too, in the popup, which reports it.
 */
import type { Page } from 'puppeteer-core';
import { expect, type FirefoxBearing, test } from '../support/firefox';
import { chooseNext, press, startTagging, textsIn } from '../support/firefox-ui';
import { readWritten } from '../support/written';

const DEMO = '/articles/peer-support-demo';

test.use({ firefox: { inPrivateWindows: true } });

const written = (bearing: FirefoxBearing) => bearing.inOwnPage((own) => own.evaluate(readWritten));
const wordsOf = (page: Page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));

test('a private window is tagged only once the reader allows it in the popup', async ({
  bearing,
  site,
}) => {
  const url = site.url + DEMO;
  const page = await bearing.openPrivate(url);
  await bearing.untilRead(page);
  const popup = await bearing.popup(page);
  await expect.poll(() => wordsOf(popup)).toContain('Bearing saves nothing here unless you allow');
  await bearing.shot(popup, 'firefox-popup-private');
  await popup.close();

  await startTagging(bearing, page);
  await chooseNext(page);
  await page.keyboard.press('s');
  await page.keyboard.press('1');
  await expect
    .poll(async () => (await textsIn(page, '.card.unsaved')).join())
    .toContain('This is a private window');
  await page.keyboard.press('c');
  const before = await written(bearing);
  for (const trace of [url, new URL(site.url).host, 'Implementing peer support'])
    expect(JSON.stringify(before)).not.toContain(trace);
  for (const table of ['papers', 'statements', 'tags', 'kept'])
    expect(before.tables[table] ?? [], table).toEqual([]);
  expect(await page.evaluate(() => ({ ...sessionStorage, ...localStorage }))).toEqual({});

  const again = await bearing.popup(page);
  await press(again, /^Save in this window/);
  await expect.poll(() => wordsOf(again)).toContain('is saved with everything else');
  await again.close();
  await page.bringToFront();
  await page.keyboard.press('2');
  await expect
    .poll(async () => (await bearing.records('tags')).map(({ stance }) => stance))
    .toEqual(['contrasting']);
  expect(JSON.stringify((await written(bearing)).tables)).toContain(url);
});

test('an ordinary window beside it is saved as ever', async ({ bearing, site }) => {
  const other = await bearing.openPrivate(`${site.url}/notices/opening-hours`);
  await bearing.untilRead(other);
  const own = await bearing.openOwn('icon/16.png');
  await own.close();
  const page = await bearing.open(site.url + DEMO);
  await startTagging(bearing, page);
  await chooseNext(page);
  await page.keyboard.press('s');
  await page.keyboard.press('1');
  await expect
    .poll(async () => (await bearing.records('tags')).map(({ stance }) => stance))
    .toEqual(['supporting']);
  expect(JSON.stringify(await written(bearing))).not.toContain('opening-hours');
});
