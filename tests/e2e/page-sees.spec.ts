/**
 * What a page can see of Bearing before, during and after tagging, at an install and at an update: the list in
 * README's "Privacy". Pages are recorded from their first line on (page-record.ts).
 */
import path from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/browser.mjs';
import {
  barOf,
  paperInWords,
  startFromPopup,
  tagByKeys,
  tagging,
  tagsOnPage,
  untilBar,
} from '../../scripts/ui.mjs';
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
    const asked = worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true });
      const ask = { bearing: 1, type: 'to-page/report', payload: {} };
      return Boolean(tab && (await chrome.tabs.sendMessage(tab.id, ask).catch(() => null)));
    });
    // A worker that has just been replaced by the update is asked again.
    return asked.catch(() => false);
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

const DEMO = PAGES['an article'];

test('while tagging a page sees one element of ours, highlights and a style sheet, and no event', async ({
  bearing,
  site,
}) => {
  const page = await openRecorded(bearing, site.url + DEMO);
  await startFromPopup(await bearing.popup(page), page);
  expect(await seenBy(page)).toEqual({ ...NOTHING_SEEN, changes: ['html +div'] });
  await page.keyboard.press('j');
  await tagging.toolbar(page).waitFor();
  await tagByKeys(page, { stance: 'supporting', slot: 1 });
  // Over the toolbar with the mouse, into its field with the keyboard, and out again.
  await tagging
    .toolbar(page)
    .getByRole('button', { name: /^Delete the tag/ })
    .hover();
  await page.mouse.move(2, 2);
  await page.keyboard.press('/');
  await tagging.field(page).waitFor();
  await page.keyboard.press('Escape');
  const tagged = await seenBy(page);
  expect(tagged).toMatchObject({
    messages: [],
    events: [],
    globals: [],
    stored: [],
    resources: [],
  });
  expect(tagged.highlights.length).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => barOf(page)).toBeUndefined();
  expect(await seenBy(page)).toMatchObject({
    ...NOTHING_SEEN,
    changes: ['html +div', 'html -div'],
    // The names stay registered; the tagged passage is still painted under one of them.
    highlights: tagged.highlights,
    sheets: 1,
  });
});

test('an update while a tag is unsaved is handed over without a word to the page', async ({
  bearing,
  site,
}) => {
  const page = await openRecorded(bearing, site.url + DEMO);
  await startFromPopup(await bearing.popup(page), page);
  await page.keyboard.press('j');
  await tagging.toolbar(page).waitFor();
  await page.keyboard.press('1');
  const updated = bearing.update();
  await page.keyboard.press('s');
  await updated;
  await expect
    .poll(
      // The old copy's frame may go in the middle of a look.
      () =>
        tagsOnPage(page).then(
          ({ supporting }) => supporting,
          () => 'going',
        ),
    )
    .toBe(1);
  // The two copies of our script met in the page's session storage, where nothing is left in the end.
  await expect.poll(async () => (await seenBy(page)).stored).toEqual([]);
  // The new copy's guard is later than the page's listeners: README lists what is heard until the page is reloaded.
  const isAtOurs = (event: string) => event.endsWith('@div');
  // The toolbar of the new copy comes when it is done with what the old one left.
  await expect
    .poll(async () => new Set((await seenBy(page)).events.filter(isAtOurs)))
    .toEqual(new Set(['beforetoggle@div', 'toggle@div']));
  const seen = await seenBy(page);
  expect({ ...seen, events: seen.events.filter((event) => !isAtOurs(event)) }).toMatchObject({
    messages: [],
    events: [],
    globals: [],
    resources: [],
  });
});

test('tagging mode comes back by itself after an update', async ({ bearing, site }) => {
  const page = await openRecorded(bearing, site.url + DEMO);
  await startFromPopup(await bearing.popup(page), page);
  const oldCopy = barOf(page);
  await bearing.update();
  await expect.poll(() => barOf(page)).not.toBe(oldCopy);
  await untilBar(page);
  await tagging.bar(page).waitFor();
  await expect.poll(async () => (await seenBy(page)).stored).toEqual([]);
});

test('elements with our names do not keep tagging mode away', async ({ bearing, site }) => {
  const page = await openRecorded(bearing, site.url + DEMO);
  await page.evaluate(() => {
    for (const id of ['bearing', 'bearingTagging', 'bearingNotice', 'bearingReadPage'])
      document.body.append(Object.assign(document.createElement('form'), { id }));
  });
  await startFromPopup(await bearing.popup(page), page);
  await page.keyboard.press('j');
  await tagging.toolbar(page).waitFor();
});
