/** PDFs in Bearing's reader: opened from a tab, read, tagged, found again, in place, and by keys alone. */
import type { Page } from '@playwright/test';
import { chosenText, painted, paperInWords, tagByKeys, tagging, untilBar } from '../../scripts/ui.mjs';
import { expectAccessible } from '../support/axe';
import type { Bearing } from '../support/extension';
import { openPanel } from '../support/panel-paper';
import { whole } from '../support/pdf-host';
import {
  badgeOf,
  highlightedBoxes,
  openReader,
  type PageBox,
  pressShortcut,
  readerPath,
  startHere,
  test,
  untilRead,
} from '../support/pdf-reader';
import {
  DOI,
  FIRST_LABEL,
  IN_LINE,
  linesOf,
  OVER_COLUMN,
  OVER_LINE,
  OVER_PAGE,
  paperPdf,
  TITLE,
} from '../support/pdf-samples';
import { fill } from '../support/own-pages';
import { inStore } from '../support/store-in-page';
import { expect } from '../support/extension';
import { nextStatement } from '../support/tagging';

/** An address that does not tell what is there. */
const PAPER = '/papers/7?download=1';

/** Tags a statement that j leads to, as supporting the influence of key 1. */
async function tagStatement(page: Page, quote: string): Promise<void> {
  for (let step = 0; step < 10 && (await chosenText(page)) !== quote; step++)
    await nextStatement(page);
  expect(await chosenText(page)).toBe(quote);
  await tagByKeys(page, { stance: 'supporting', slot: 1 });
}

/** Fails unless what is highlighted covers these words where they are painted, line by line. */
async function expectInPlace(page: Page, words: string): Promise<void> {
  const lines = linesOf(words);
  const misplaced = (boxes: readonly PageBox[]) =>
    boxes.length === lines.length
      ? lines.flatMap((line, i) => {
          const { page: on, left, top, bottom } = boxes[i] as PageBox;
          // The middle of the small letters, a quarter of the size above the baseline.
          const middle = line.y - line.size / 4;
          const good =
            on === line.page && Math.abs(left - line.x) < line.size / 2 && top < middle && middle < bottom;
          return good ? [] : [{ line, box: boxes[i] }];
        })
      : [{ lines: lines.length, boxes }];
  console.log(await page.evaluate(() => [...CSS.highlights].map(([n, h]) => [n, [...h].map((r) => [String(r), ...[...(r as Range).getClientRects()].map(({left,top,width,height}) => [left,top,width,height].map(Math.round).join(' '))])])).then((x) => JSON.stringify(x, null, 1)));
  await expect.poll(async () => misplaced(await highlightedBoxes(page))).toEqual([]);
}

const pageInSight = (page: Page) => page.getByLabel('Page', { exact: true });

const isInSight = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const frame = document.querySelector('section[aria-label="Pages"]')?.getBoundingClientRect();
    const all = [...CSS.highlights.values()].flatMap((one) => [...one] as Range[]);
    const range = all.find((one) => String(one).replace(/\s+/g, ' ').trim() === wanted);
    const { top, bottom, height } = range?.getClientRects()[0] ?? new DOMRect();
    return Boolean(frame && height && top >= frame.top && bottom <= frame.bottom);
  }, words);

test.describe('a PDF in a tab is opened', () => {
  test('by the popup’s button: its address is asked for once, and nothing else is', async ({
    bearing,
    host,
  }) => {
    const url = host.serve(PAPER, whole(paperPdf()));
    const page = await bearing.open(url);
    const popup = await bearing.popup(page);
    const open = popup.getByRole('button', { name: 'Read it in Bearing' });
    await open.waitFor();
    // What the browser's viewer asks for, its icon with it, is asked.
    await expect.poll(() => host.asked.map(({ path }) => path)).toContain('/favicon.ico');
    bearing.network.clear();
    host.asked.length = 0;
    await open.click().catch((error) => {
      if (!popup.isClosed()) throw error;
    });
    await untilRead(page);
    await expect(page).toHaveURL(`chrome-extension://${bearing.id}/${readerPath(url)}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
    await expect(page).toHaveTitle(TITLE);

    // What is read, tagged, searched and shown afterwards needs nothing more.
    await startHere(page);
    await tagStatement(page, OVER_COLUMN);
    await page.keyboard.press('Control+f');
    await page.getByLabel('Search this PDF').fill('champions');
    await pageInSight(page).fill('3');
    await page.keyboard.press('Enter');
    expect(bearing.network.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET ${url}`,
    ]);
    const [asked] = host.asked;
    expect(asked?.headers.referer).toBeUndefined();
    expect(asked?.headers.origin).toBeUndefined();
    expect(JSON.stringify(asked?.headers)).not.toContain(bearing.id);
  });

  test('by the shortcut, which then starts tagging, and stops it', async ({ bearing, host }) => {
    const page = await bearing.open(host.serve(PAPER, whole(paperPdf())));
    await pressShortcut(bearing, page);
    await untilRead(page);
    await pressShortcut(bearing, page);
    await untilBar(page);
    await tagging.bar(page).waitFor();
    await expect(page.getByRole('button', { name: /^Stop tagging/ })).toBeVisible();
    await pressShortcut(bearing, page);
    await expect(page.getByRole('button', { name: /^Tag this PDF/ })).toBeVisible();
  });

  test('by the side panel', async ({ bearing, host }) => {
    const page = await bearing.open(host.serve(PAPER, whole(paperPdf())));
    const panel = await openPanel(bearing, page);
    await panel.getByRole('button', { name: 'Read it in Bearing' }).click();
    await untilRead(page);
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  });

  test('by itself where the reader wants that; its original is shown when it is asked for', async ({
    bearing,
    host,
    site,
  }) => {
    await inStore(bearing, () => bearingStore.changeSettings({ openPdfs: true }), null);
    const url = host.serve(PAPER, whole(paperPdf()));
    const page = await bearing.open(`${site.url}/notices/opening-hours`);
    await page.goto(url).catch(() => undefined);
    await untilRead(page);
    await page.getByRole('link', { name: 'Open the original' }).click();
    await expect(page).toHaveURL(/#bearing-original$/);
    expect(await page.evaluate(() => document.contentType)).toBe('application/pdf');
    // A later one has been brought to the reader meanwhile.
    await untilRead(await bearing.open(host.serve('/papers/8', whole(paperPdf()))));
    await expect(page).toHaveURL(/#bearing-original$/);

    // Back through the reader, and past the tab's first showing of the file.
    await page.goBack();
    await untilRead(page);
    await page.goBack();
    await expect(page).toHaveURL(url);
    await untilRead(await bearing.open(host.serve('/papers/9', whole(paperPdf()))));
    await expect(page).toHaveURL(url);
    await page.goBack();
    await expect(page).toHaveURL(/opening-hours/);
  });
});

test('statements are walked and tagged by keys, over a column and a page; popup, badge and panel know; undo takes back', async ({
  bearing,
  host,
}) => {
  const url = host.serve(PAPER, whole(paperPdf()));
  const page = await openReader(bearing, url);
  await startHere(page);
  expect(await nextStatement(page)).toBe(OVER_COLUMN);
  await tagByKeys(page, { stance: 'supporting', slot: 1 });
  await expectInPlace(page, OVER_COLUMN);
  expect(await nextStatement(page)).toBe(IN_LINE);
  expect(await nextStatement(page)).toBe(OVER_PAGE);
  await tagByKeys(page, { stance: 'supporting', slot: 2 });
  await expect.poll(() => painted(page)).toMatchObject({ supporting: [OVER_COLUMN, OVER_PAGE] });

  const statements = await bearing.records('statements');
  const stored = (quote: string) => statements.find((one) => one.quote === quote);
  expect(stored(OVER_COLUMN)).toMatchObject({
    page: String(FIRST_LABEL),
    section: 'Introduction',
    targets: [{ url, selectors: { page: 1 } }],
    cites: [
      { title: 'Teams at work', year: 2011, firstAuthor: 'Clark' },
      { title: 'Plans that hold', year: 2012, firstAuthor: 'Davis' },
    ],
  });
  expect(stored(OVER_PAGE)).toMatchObject({ page: '117', targets: [{ selectors: { page: 1 } }] });
  const [paper] = await bearing.records('papers');
  expect(paper).toMatchObject({ doi: DOI, title: TITLE, urls: [url] });

  await expect.poll(() => badgeOf(bearing, page)).toBe('2');
  const popup = await bearing.popup(page);
  const [title, rest] = await paperInWords(popup);
  expect(title).toBe(TITLE);
  expect(rest).toContain(DOI);
  expect(rest).toContain('2 supporting');
  await popup.close();

  // The side panel leads to what is far away.
  const panel = await openPanel(bearing, page);
  await expect(panel.locator('[data-quote]')).toHaveText([OVER_COLUMN, OVER_PAGE]);
  await pageInSight(page).fill('3');
  await page.keyboard.press('Enter');
  await expect.poll(() => isInSight(page, OVER_COLUMN)).toBe(false);
  await panel.getByRole('button', { name: OVER_COLUMN }).click();
  await expect.poll(() => isInSight(page, OVER_COLUMN)).toBe(true);

  // What is changed there is changed in the page.
  await panel.getByRole('button', { name: OVER_PAGE }).focus();
  await panel.keyboard.press('e');
  await panel
    .getByRole('group', { name: /^Edit the tag/ })
    .getByText('contrasting')
    .click();
  await expect
    .poll(() => painted(page))
    .toMatchObject({ supporting: [OVER_COLUMN], contrasting: [OVER_PAGE] });
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: OVER_PAGE }).focus();
  await panel.keyboard.press('Delete');
  await expect
    .poll(() => painted(page))
    .toMatchObject({ supporting: [OVER_COLUMN], contrasting: [] });
  await expect.poll(() => badgeOf(bearing, page)).toBe('1');

  await page.bringToFront();
  await page.getByRole('region', { name: 'Pages' }).click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('z');
  await page.keyboard.press('z');
  await expect.poll(() => painted(page)).toMatchObject({ supporting: [], contrasting: [] });
  expect(await bearing.records('tags')).toEqual([]);
});
