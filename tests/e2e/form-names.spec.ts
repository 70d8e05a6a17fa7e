/**
 * An article in a form whose controls are named like every property of the DOM is noticed, read and tagged, and what
 * is typed into such a form belongs to the page.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/browser.mjs';
import {
  chosenText,
  painted,
  paperInWords,
  selectByMouse,
  startFromPopup,
  tagByKeys,
  tagging,
  tagsOnPage,
} from '../../scripts/ui.mjs';
import { type Bearing, expect, test } from '../support/extension';

const DEMO = '/articles/peer-support-demo';
const ARTICLE = readFileSync(
  path.join(root, 'tests', 'fixtures', 'demo', 'peer-support-demo.html'),
  'utf8',
);
/** One name alone: whoever asks a form that hides all of them fails before it can take a letter. */
const EDITOR_CONTROL = '<input type="hidden" name="nodeType">';
const CONTRASTING = 'Training was not associated with retention in our services.';

/** The page, served with its article in such a form and an editor that is one. */
async function openInForm(bearing: Bearing, url: string): Promise<Page> {
  const page = await bearing.context.newPage();
  const names = await page.evaluate(() => {
    const all: string[] = [];
    for (let at = HTMLFormElement.prototype; at; at = Object.getPrototypeOf(at))
      all.push(...Object.getOwnPropertyNames(at));
    return all;
  });
  const controls = names.map((name) => `<input type="hidden" name="${name}">`).join('');
  const body = ARTICLE.replace(/<\/?form[^>]*>/g, '')
    .replace('<body>', () => `<body><form>${controls}`)
    .replace(
      '</body>',
      () =>
        `</form><form contenteditable>${EDITOR_CONTROL}<p class="note">Notes: </p></form></body>`,
    );
  await page.route(url, (route) =>
    route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto(url);
  return page;
}

test('a sentence is tagged, and is painted when the page is opened again', async ({
  bearing,
  site,
}) => {
  const page = await openInForm(bearing, site.url + DEMO);
  const popup = await bearing.popup(page);
  expect((await paperInWords(popup))[1]).toContain('10.5555/bearing-demo.1');
  await startFromPopup(popup, page);
  await selectByMouse(page, CONTRASTING);
  await tagByKeys(page, { stance: 'contrasting', find: 'training' });
  expect((await painted(page)).contrasting).toEqual([CONTRASTING]);
  await page.reload();
  await expect.poll(async () => (await painted(page)).contrasting).toEqual([CONTRASTING]);
});

test('the toolbar comes back above a form that the page puts over everything', async ({
  bearing,
  site,
}) => {
  const page = await openInForm(bearing, site.url + DEMO);
  await startFromPopup(await bearing.popup(page), page);
  await page.keyboard.press('j');
  const toolbar = tagging.toolbar(page);
  await toolbar.waitFor();
  await page.evaluate(() => {
    const form = document.createElement('form');
    form.append(Object.assign(document.createElement('input'), { name: 'contains' }));
    form.popover = 'manual';
    form.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh';
    document.body.appendChild(form);
    form.showPopover();
  });
  const box = await toolbar.boundingBox();
  if (!box) throw new Error('the toolbar is not shown');
  const onTop = () =>
    page.evaluate(
      ([x, y]) => document.elementFromPoint(x, y)?.matches('html > div[popover="manual"]'),
      [box.x + box.width / 2, box.y + box.height / 2] as const,
    );
  await expect.poll(onTop).toBe(true);
});

test('letters typed into a form that is an editor are no commands', async ({ bearing, site }) => {
  const page = await openInForm(bearing, site.url + DEMO);
  await startFromPopup(await bearing.popup(page), page);
  await page.keyboard.press('j');
  await expect.poll(() => chosenText(page)).not.toBe('');
  const chosen = await chosenText(page);
  const note = page.locator('.note');
  // The test's own clicks look at the form too: a mouse does not.
  await note.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  const box = await note.boundingBox();
  if (!box) throw new Error('the editor is not shown');
  await page.mouse.click(box.x + 20, box.y + box.height / 2);
  await page.keyboard.type('js1');
  await expect(note).toContainText('js1');
  expect(await chosenText(page)).toBe(chosen);
  expect(await tagsOnPage(page)).toEqual({ supporting: 0, contrasting: 0, mentioning: 0 });
});
