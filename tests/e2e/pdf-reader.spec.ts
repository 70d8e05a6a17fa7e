/** PDFs in Bearing's reader: opened from a tab, read, tagged, found again, in place, and by keys alone. */
import type { Page } from '@playwright/test';
import { painted, paperInWords, tagByKeys, tagging, untilBar } from '../../scripts/ui.mjs';
import { expectAccessible } from '../support/axe';
import { expect } from '../support/extension';
import { openPanel } from '../support/panel-paper';
import { whole } from '../support/pdf-host';
import {
  badgeOf,
  highlightedBoxes,
  openReader,
  type PageBox,
  pressShortcut,
  readerPath,
  requestsOf,
  startHere,
  tagStatement,
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
import { lock } from '../support/rc4';
import { inStore } from '../support/store-in-page';
import { nextStatement } from '../support/tagging';

/** An address that does not tell what is there. */
const PAPER = '/papers/7?download=1';

/** Fails unless what is highlighted covers these statements where they are painted, line by line. */
async function expectInPlace(page: Page, quotes: readonly string[]): Promise<void> {
  const lines = quotes.flatMap(linesOf);
  const misplaced = (boxes: readonly PageBox[]) =>
    boxes.length === lines.length
      ? lines.flatMap((line, i) => {
          const { page: on, left, top, bottom } = boxes[i] as PageBox;
          // The middle of the small letters, a quarter of the size above the baseline.
          const middle = line.y - line.size / 4;
          const good =
            on === line.page &&
            Math.abs(left - line.x) < line.size / 2 &&
            top < middle &&
            middle < bottom;
          return good ? [] : [{ line, box: boxes[i] }];
        })
      : [{ lines: lines.length, boxes }];
  await expect.poll(async () => misplaced(await highlightedBoxes(page))).toEqual([]);
}

const pageInSight = (page: Page) => page.getByLabel('Page', { exact: true });

const isInSight = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const frame = document.querySelector('main[aria-label="Pages"]')?.getBoundingClientRect();
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
    expect(requestsOf(bearing)).toEqual([`GET ${url}`]);
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
    // Nothing of it is in the address, which the site could read.
    await expect(page).toHaveURL(/\/papers\/7\?download=1$/);
    expect(await page.evaluate(() => document.contentType)).toBe('application/pdf');
    // A later one has been brought to the reader meanwhile.
    await untilRead(await bearing.open(host.serve('/papers/8', whole(paperPdf()))));
    // Nothing of it is in the address, which the site could read.
    await expect(page).toHaveURL(/\/papers\/7\?download=1$/);

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
  await expectInPlace(page, [OVER_COLUMN]);
  expect(await nextStatement(page)).toBe(IN_LINE);
  expect(await nextStatement(page)).toBe(OVER_PAGE);
  await tagByKeys(page, { stance: 'supporting', slot: 2 });
  await expect.poll(() => painted(page)).toMatchObject({ supporting: [OVER_COLUMN, OVER_PAGE] });

  const statements = await bearing.records('statements');
  const stored = (quote: string) => statements.find((one) => one.quote === quote);
  expect(stored(OVER_COLUMN)).toMatchObject({
    page: String(FIRST_LABEL),
    section: { kind: 'introduction', title: 'Introduction' },
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
  await expect.poll(async () => (await paperInWords(popup))[1]).toContain('2 supporting');
  const [title, rest] = await paperInWords(popup);
  expect(title).toBe(TITLE);
  expect(rest).toContain(DOI);
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

  // Undo in a page that is opened anew takes back what was done last, wherever it was done.
  await panel.close();
  await page.reload();
  await untilRead(page);
  await startHere(page);
  for (const shown of [
    { supporting: [OVER_COLUMN], contrasting: [OVER_PAGE] },
    { supporting: [OVER_COLUMN, OVER_PAGE], contrasting: [] },
    { supporting: [OVER_COLUMN], contrasting: [] },
    { supporting: [], contrasting: [] },
  ]) {
    await page.keyboard.press('u');
    await expect.poll(() => painted(page)).toMatchObject(shown);
  }
  expect(await bearing.records('tags')).toEqual([]);
});

test('tags are back after a reload, and in place through zooming and in the dark; the place in the file is kept', async ({
  bearing,
  host,
}) => {
  const url = host.serve(PAPER, whole(paperPdf()));
  const page = await openReader(bearing, url);
  await startHere(page);
  await tagStatement(page, OVER_COLUMN);
  await tagStatement(page, OVER_PAGE);

  await page.reload();
  await untilRead(page);
  await expect.poll(() => painted(page)).toMatchObject({ supporting: [OVER_COLUMN, OVER_PAGE] });
  const inPlace = () => expectInPlace(page, [OVER_COLUMN, OVER_PAGE]);
  await inPlace();
  const zoomed = () => page.getByText(/^\d+ %$/).innerText();
  const first = await zoomed();
  await page.keyboard.press('Control+=');
  await expect.poll(zoomed).not.toBe(first);
  await page.keyboard.press('Control++');
  await inPlace();
  await page.keyboard.press('Control+-');
  await page.keyboard.press('Control+-');
  await page.keyboard.press('Control+-');
  await inPlace();
  await page.keyboard.press('Control+0');
  await expect.poll(zoomed).toBe(first);
  await page.getByRole('button', { name: 'Dark pages' }).click();
  await inPlace();
  await page.getByRole('button', { name: 'Fit the whole page' }).click();
  await inPlace();

  await pageInSight(page).fill(String(FIRST_LABEL + 2));
  await page.keyboard.press('Enter');
  await expect(page.getByText('(3 of 3)')).toBeVisible();
  await page.close();
  const again = await openReader(bearing, url);
  await expect(again.getByText('(3 of 3)')).toBeVisible();
  await expect(again.getByRole('button', { name: 'Fit the width' })).toBeVisible();
  await expect(again.getByRole('button', { name: 'Dark pages' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect.poll(() => painted(again)).toMatchObject({ supporting: [OVER_COLUMN, OVER_PAGE] });
});

test('the outline, printed page numbers, and the search lead to where they name', async ({
  bearing,
  host,
}) => {
  const page = await openReader(bearing, host.serve(PAPER, whole(paperPdf())));
  const found = () =>
    page.evaluate(() => [...(CSS.highlights.get('bearing-found-now') ?? [])].map(String));
  await page.getByRole('button', { name: 'Outline' }).click();
  await page.getByRole('button', { name: 'Methods' }).click();
  await expect(page.getByText('(2 of 3)')).toBeVisible();
  await expect(pageInSight(page)).toHaveValue(String(FIRST_LABEL + 1));
  for (const [typed, at] of [
    [String(FIRST_LABEL + 2), '(3 of 3)'],
    ['1', '(1 of 3)'],
    ['999', '(1 of 3)'],
    ['nothing', '(1 of 3)'],
    ['3', '(3 of 3)'],
  ] as const) {
    await pageInSight(page).fill(typed);
    await page.keyboard.press('Enter');
    await expect(page.getByText(at)).toBeVisible();
  }

  await page.keyboard.press('Control+f');
  const search = page.getByLabel('Search this PDF');
  await search.fill(OVER_LINE.toUpperCase());
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  expect((await found()).map((words) => words.replace(/\s+/g, ' '))).toEqual([OVER_LINE]);
  await expect.poll(() => isInSight(page, OVER_LINE)).toBe(true);
  // Over a hyphen that the line's end made, and in another column.
  await search.fill('kept them together for');
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await search.fill('tools');
  await expect(page.getByText(/^\d+ of \d\d+$/)).toBeVisible();
  const count = await page.getByText(/^\d+ of \d\d+$/).innerText();
  await search.press('Enter');
  await expect(page.getByText(count)).toHaveCount(0);
  await search.press('Shift+Enter');
  await expect(page.getByText(count)).toBeVisible();
  await search.fill('zebra');
  await expect(page.getByText('Not in this text')).toBeVisible();
  await search.press('Escape');
  await expect(search).toHaveCount(0);
  await expect(page.locator('main > [tabindex="0"]')).toBeFocused();
  expect(await found()).toEqual([]);
});

test('everything is reached by keys, from the tab’s shortcut to a saved tag', async ({
  bearing,
  host,
}) => {
  const page = await bearing.open(host.serve(PAPER, whole(paperPdf())));
  await pressShortcut(bearing, page);
  await untilRead(page);
  const name = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    });
  /** Goes to what is named so by Tab alone. */
  const tabTo = async (wanted: string) => {
    for (let stops = 0; stops < 30; stops++) {
      if ((await name()).startsWith(wanted)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The Tab key does not lead to "${wanted}".`);
  };

  await tabTo('Outline');
  await page.keyboard.press('Enter');
  await tabTo('References');
  await page.keyboard.press('Enter');
  await expect(page.getByText('(3 of 3)')).toBeVisible();
  await tabTo('Page');
  await page.keyboard.type('117');
  await page.keyboard.press('Enter');
  await expect(page.getByText('(1 of 3)')).toBeVisible();
  await tabTo('Larger');
  const scale = await page.getByText(/^\d+ %$/).innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByText(scale)).toHaveCount(0);
  await tabTo('Search');
  await page.keyboard.press('Enter');
  await page.keyboard.type('unhurried');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');

  // The shortcut and the keys of tagging mode work wherever the focus is.
  await pressShortcut(bearing, page);
  await untilBar(page);
  await tagging.bar(page).waitFor();
  expect(await nextStatement(page)).toBeTruthy();
  await tagStatement(page, IN_LINE);
  await expect.poll(() => painted(page)).toMatchObject({ supporting: [IN_LINE] });
  await pressShortcut(bearing, page);
  await expect(page.getByRole('button', { name: /^Tag this PDF/ })).toBeVisible();
});

test('axe finds nothing in the reader, in the light or in the dark', async ({ bearing, host }) => {
  const shot = (page: Page, name: string) => bearing.shotsOf(page, `pdf-${name}`);
  await test.step('nothing open', async () => {
    const page = await bearing.openOwn(readerPath());
    await page.getByRole('heading', { name: 'Read a PDF and tag it' }).waitFor();
    await expectAccessible(page);
    await shot(page, 'nothing');
  });
  await test.step('a problem', async () => {
    const page = await bearing.openOwn(readerPath(`${host.url}/nowhere`));
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await shot(page, 'problem');
  });
  await test.step('a password', async () => {
    const url = host.serve('/locked', whole(paperPdf({ lock: (id) => lock('sesame', id) })));
    const page = await bearing.openOwn(readerPath(url));
    await page.getByLabel('Password').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('That is not its password.').waitFor();
    await expectAccessible(page);
    await shot(page, 'password');
  });
  await test.step('open, with outline, search and tagging', async () => {
    const page = await openReader(bearing, host.serve(PAPER, whole(paperPdf())));
    await page.getByRole('button', { name: 'Outline' }).click();
    await page.keyboard.press('Control+f');
    await page.getByLabel('Search this PDF').fill('clinics');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Dark pages' }).click();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await startHere(page);
    await tagStatement(page, OVER_COLUMN);
    await expectAccessible(page);
    await shot(page, 'open');
  });
});
