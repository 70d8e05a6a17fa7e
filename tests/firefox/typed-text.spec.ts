/** What is typed into the toolbar belongs to the reader, in Firefox too: pages that listen and steal the focus. */
import type { Page } from 'puppeteer-core';
import { until } from '../../scripts/drive.mjs';
import { test as base, expect, type FirefoxBearing } from '../support/firefox';
import {
  chooseNext,
  heldBy,
  startTagging,
  tagByKeys,
  textsIn,
  untilKeyboardIn,
  untilShown,
} from '../support/firefox-ui';
import { type Hostile, hostileFixture } from '../support/hostile';

const test = base.extend<object, { hostile: Hostile }>({ hostile: [...hostileFixture] });

declare global {
  var heard: string[];
  var seen: Set<string>;
  var roots: ShadowRoot[];
}

const NOTE_FIELD = '[aria-label="Note"]';
const NOTE = 'what nobody else may read: quiet, jars, zebra';
const SEARCH = 'training of peer';

/** The listening page with its first statement tagged. */
async function taggedOnce(bearing: FirefoxBearing, hostile: Hostile): Promise<Page> {
  const page = await bearing.open(hostile.url({ script: 'listen' }));
  await startTagging(bearing, page);
  await chooseNext(page);
  await tagByKeys(page, { stance: 'supporting', slot: 1 });
  return page;
}

const notes = async (bearing: FirefoxBearing) =>
  (await bearing.records('tags')).map(({ note }) => note as string);

async function withControl(page: Page, key: 'a' | 'x' | 'v'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

test('a page that listens from its first line hears no letter, reads and writes none', async ({
  bearing,
  hostile,
}) => {
  const page = await taggedOnce(bearing, hostile);
  // At once: the first letters are on their way while the keyboard is.
  await page.keyboard.press('n');
  await page.keyboard.type(NOTE);
  await expect.poll(() => heldBy(page, NOTE_FIELD)).toBe(NOTE);
  // Cut and pasted, the note is no more the page's than typed.
  // Shortcuts are not passed on, and the keyboard does not move while keys are pressed.
  await untilKeyboardIn(page);
  await until('the note to be cut', async () => {
    // Letters that were on their way are typed a moment later, which ends the selection.
    await withControl(page, 'a');
    await withControl(page, 'x');
    return (await heldBy(page, NOTE_FIELD)) === '' ? true : undefined;
  });
  await withControl(page, 'v');
  await expect.poll(() => heldBy(page, NOTE_FIELD)).toBe(NOTE);
  await page.keyboard.press('Enter');
  await expect.poll(() => heldBy(page, NOTE_FIELD)).toBeUndefined();
  await expect.poll(() => notes(bearing)).toEqual([NOTE]);

  await page.keyboard.press('/');
  await page.keyboard.type(SEARCH, { delay: 15 });
  await expect.poll(() => heldBy(page, '[role="combobox"]')).toBe(SEARCH);
  await expect
    .poll(async () => (await textsIn(page, '[role="option"]'))[0])
    .toContain('Training of peer workers');
  await page.keyboard.press('Escape');

  const { heard, seen, roots } = await page.evaluate(() => ({
    heard: globalThis.heard,
    seen: [...globalThis.seen],
    roots: globalThis.roots.length,
  }));
  expect(heard).toEqual([]);
  expect(roots).toBe(0);
  // The page sees that a box of ours has the focus; nothing of what is in the box.
  expect(seen.filter((one) => /zebra|jars|training of/.test(one))).toEqual([]);
  expect(seen).toContain('focus div closed');
});

test('a page that takes the focus again and again gets no letter, and the note keeps their order', async ({
  bearing,
  hostile,
}) => {
  const page = await taggedOnce(bearing, hostile);
  await page.keyboard.press('n');
  await untilShown(page, NOTE_FIELD);
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement('input'));
    field.id = 'thief';
    setInterval(() => field.focus(), 30);
  });
  await page.keyboard.type(NOTE, { delay: 25 });
  await expect.poll(() => heldBy(page, NOTE_FIELD)).toBe(NOTE);
  expect(await page.evaluate(() => globalThis.heard)).toEqual([]);
  const stolen = await page.$eval('#thief', (field) => (field as HTMLInputElement).value);
  // What the page has typed itself.
  expect(stolen.replaceAll('PAGE', '')).toBe('');
});
