/** Workspace / Statements by keyboard: found with a slip, filtered, changed together, and opened at the words. */
import type { Page } from '@playwright/test';
import { CHOSEN_LOOK, layerOf } from '../../scripts/ui.mjs';
import { expectAccessible } from '../support/axe';
import { type Bearing, expect } from '../support/extension';
import { restoreInto } from '../support/panel-paper';
import { type PaperStatement, paperRecords } from '../support/panel-records';
import { whole } from '../support/pdf-host';
import { openReader, startHere, tagStatement, test } from '../support/pdf-reader';
import { OVER_PAGE, paperPdf } from '../support/pdf-samples';
import { DEMO } from '../support/tagging';

declare const chrome: {
  storage: { session: { get(keys: null): Promise<Record<string, unknown>> } };
};

const DOI = '10.5555/bearing-demo.1';
const CULTURE =
  'A recovery-oriented culture was the clearest difference between the services that kept their peer workers and those that lost them.';
const ROLE =
  'Role definition and pay were mentioned together in seven services, without any claim that one caused the other.';
const GONE =
  'Peer workers in the northern district described an arrangement that is printed nowhere in this article.';
const STATEMENTS: PaperStatement[] = [
  { quote: GONE, tags: [{ stance: 'supporting' }] },
  { quote: CULTURE, tags: [{ stance: 'supporting', influenceId: 'psw.culture' }] },
  { quote: ROLE, tags: [{ stance: 'mentioning', influenceId: 'psw.pay' }] },
];

/** A review whose pages show nothing by themselves. */
async function fill(bearing: Bearing, paper: { url: string; doi?: string }, all = STATEMENTS) {
  const own = await bearing.openOwn('popup.html');
  const records = paperRecords(paper, all);
  await restoreInto(own, {
    ...records,
    settings: { ...records.settings, showTagsOnOpen: false } as typeof records.settings,
  });
  await own.close();
}

const quotes = (room: Page) => room.locator('article blockquote').allInnerTexts();

/** The words that are drawn in focus, and whether they can be seen. */
const inFocus = async (page: Page) =>
  page.evaluate(
    (name) =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => {
        const { top, height } = (range as Range).getBoundingClientRect();
        return { text: String(range), seen: height > 0 && top >= 0 && top < innerHeight };
      }),
    await layerOf(page, CHOSEN_LOOK),
  );

/** Presses Enter on the title of the row that has the keyboard. @returns the tab that opens */
async function openedByKey(bearing: Bearing, room: Page): Promise<Page> {
  await room.keyboard.press('Tab');
  const [tab] = await Promise.all([
    bearing.context.waitForEvent('page'),
    room.keyboard.press('Enter'),
  ]);
  return tab;
}

test('found, filtered, changed together, and opened at the words, by keyboard', async ({
  bearing,
  site,
}) => {
  await fill(bearing, { url: site.url + DEMO, doi: DOI });
  const room = await bearing.openOwn('workspace.html#/statements');
  await expect(room.locator('article')).toHaveCount(3);
  const keys = (...all: string[]) =>
    all.reduce((before, key) => before.then(() => room.keyboard.press(key)), Promise.resolve());

  await keys('/');
  await room.keyboard.type('cultrue');
  await expect.poll(() => quotes(room)).toEqual([CULTURE]);
  await expect(room.locator('mark').first()).toHaveText('culture');
  await room.goBack();
  await expect(room.locator('article')).toHaveCount(3);

  await room.getByRole('button', { name: 'Stance: any' }).focus();
  await keys('Enter', 'ArrowDown', 'Enter', 'Escape');
  await expect.poll(() => quotes(room)).toEqual([ROLE]);
  expect(room.url()).toContain('stance=mentioning');
  await room.goBack();
  await expect(room.locator('article')).toHaveCount(3);

  await room.getByRole('heading', { name: 'Statements' }).focus();
  await keys('j', 'x', 'j', 'j', 'X');
  await expect(room.getByText('3 statements selected: 3 tags of yours')).toBeVisible();
  await expectAccessible(room);
  await room.getByRole('button', { name: 'Set the direction' }).focus();
  await keys('Enter', 'ArrowDown', 'Enter');
  const directions = async () =>
    (await bearing.records('tags')).map(({ direction }) => direction as string);
  await expect.poll(directions).toEqual(['barrier', 'barrier', 'barrier']);
  await keys('u');
  await expect.poll(directions).toEqual(['unstated', 'unstated', 'unstated']);

  await room.locator('article', { hasText: CULTURE }).getByRole('checkbox').focus();
  const page = await openedByKey(bearing, room);
  await expect(page).toHaveURL(site.url + DEMO);
  await expect.poll(() => inFocus(page)).toEqual([{ text: CULTURE, seen: true }]);
  // Only once: whoever reads on in this tab is left alone.
  const kept = await (await bearing.worker()).evaluate(() => chrome.storage.session.get(null));
  expect(Object.keys(kept).filter((key) => key.startsWith('statement'))).toEqual([]);
});

test('a page that Bearing takes for no paper opens at the words too', async ({ bearing, host }) => {
  const quote = 'Peers met in the old reading room every week.';
  const html = `<!doctype html><html lang="en"><title>Notes</title><body>${'<p>Other words.</p>'.repeat(200)}<p>${quote}</p></body></html>`;
  const url = host.serve('/notes', whole(html, 'text/html'));
  await fill(bearing, { url }, [{ quote }]);
  const room = await bearing.openOwn('workspace.html#/statements');
  await room.locator('article').getByRole('checkbox').focus();
  const page = await openedByKey(bearing, room);
  await expect.poll(() => inFocus(page)).toEqual([{ text: quote, seen: true }]);
});

test('a PDF opens in the reader at the words', async ({ bearing, host }) => {
  const url = host.serve('/file.pdf', whole(paperPdf()));
  const tagged = await openReader(bearing, url);
  await startHere(tagged);
  await tagStatement(tagged, OVER_PAGE);
  await expect.poll(async () => (await bearing.records('tags')).length).toBe(1);
  await tagged.close();
  const room = await bearing.openOwn('workspace.html#/statements');
  await room.locator('article').getByRole('checkbox').focus();
  const page = await openedByKey(bearing, room);
  await expect(page).toHaveURL(/\/pdf\.html\?file=/);
  await expect.poll(() => inFocus(page)).toEqual([{ text: OVER_PAGE, seen: true }]);
});
