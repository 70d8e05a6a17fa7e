/** What is typed into the toolbar belongs to the reader: pages that listen, steal the focus, cover, move and remove. */
import type { Page } from '@playwright/test';
import {
  barOf,
  clickOnBar,
  paintedCount,
  tagByKeys,
  tagging,
  untilBar,
} from '../../scripts/ui.mjs';
import { type Bearing, test as base, expect } from '../support/extension';
import { type Hostile, hostileFixture } from '../support/hostile';
import { storedTags } from '../support/stored';
import { startTagging, toolbarIsBack } from '../support/tagging';

const test = base.extend<object, { hostile: Hostile }>({ hostile: [...hostileFixture] });

declare global {
  var heard: string[];
  var seen: Set<string>;
  var roots: ShadowRoot[];
  var endAttack: () => void;
}

async function chooseFirst(bearing: Bearing, url: string): Promise<Page> {
  const page = await startTagging(bearing, url);
  await page.keyboard.press('j');
  await tagging.toolbar(page).waitFor();
  return page;
}

declare const chrome: {
  action: { getTitle(of: { tabId?: number }): Promise<string> };
  tabs: { query(of: object): Promise<{ id: number; url?: string }[]> };
};

/** What the toolbar button says of a page's tab. */
async function titleOf(bearing: Bearing, page: Page): Promise<string> {
  const worker = await bearing.worker();
  return worker.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    return chrome.action.getTitle({ tabId: tab?.id });
  }, page.url());
}

const noteField = (page: Page) => tagging.toolbar(page).getByRole('textbox', { name: 'Note' });
const NOTE = 'what nobody else may read: quiet, jars, zebra';

test('a page that listens from its first line hears no letter, reads and writes none', async ({
  bearing,
  hostile,
}) => {
  const page = await chooseFirst(bearing, hostile.url({ script: 'listen' }));
  for (const [slot, delay] of [0, 15, 40].entries()) {
    if (slot) await page.keyboard.press('j');
    await tagByKeys(page, { stance: 'supporting', slot: slot + 1 });
    // At once: the first letters are on their way while the keyboard is.
    await page.keyboard.press('n');
    await page.keyboard.type(NOTE, { delay });
    await expect(noteField(page)).toHaveValue(NOTE);
    await page.keyboard.press('Enter');
    await expect(noteField(page)).toHaveCount(0);
    // The search: letters, and what Enter takes is what is shown.
    await page.keyboard.press('/');
    await page.keyboard.type('training of peer', { delay });
    await expect(tagging.options(page).first()).toContainText('Training of peer workers');
    await page.keyboard.press('Escape');
  }
  await expect
    .poll(async () => (await storedTags(bearing)).map(({ note }) => note))
    .toEqual([NOTE, NOTE, NOTE]);
  const { heard, seen, roots } = await page.evaluate(() => ({
    heard: globalThis.heard,
    seen: [...globalThis.seen],
    roots: globalThis.roots.length,
  }));
  expect(heard).toEqual([]);
  expect(roots).toBe(0);
  // The page sees that a box of ours has the focus, and its own text selected; nothing of what is in the box.
  expect(seen.filter((one) => /zebra|jars|training of/.test(one))).toEqual([]);
  const focused = seen.filter((one) => one.startsWith('focus'));
  expect(focused.length).toBeGreaterThan(0);
  expect(['focus body closed', 'focus div closed']).toEqual(expect.arrayContaining(focused));
});

/** Whether `part` is `whole` with letters left out. */
function inOrder(part: string, whole: string): boolean {
  let from = 0;
  return [...part].every((letter) => {
    from = whole.indexOf(letter, from) + 1;
    return from > 0;
  });
}

/** Of 45 letters, while the page takes the focus again and again. */
const LOST_UNDER_THEFT = 1;

const THEFTS: Record<string, string> = {
  'at every turn': 'setInterval(() => field.focus(), 0)',
  'every 30 ms': 'setInterval(() => field.focus(), 30)',
  'every 200 ms': 'setInterval(() => field.focus(), 200)',
  'when it loses the focus': "addEventListener('blur', () => field.focus()); field.focus()",
};

for (const [when, attack] of Object.entries(THEFTS))
  test(`a page that takes the focus ${when} gets no letter, and the note keeps them in order`, async ({
    bearing,
    hostile,
  }) => {
    const page = await chooseFirst(bearing, hostile.url({ script: 'listen' }));
    await tagByKeys(page, { stance: 'supporting', slot: 1 });
    await page.keyboard.press('n');
    await noteField(page).waitFor();
    await page.evaluate((code) => {
      const field = document.body.appendChild(document.createElement('input'));
      field.id = 'thief';
      new Function('field', code)(field);
    }, attack);
    await page.keyboard.type(NOTE, { delay: 25 });
    // A letter pressed while the browser moves the focus may reach neither side; the page hears none.
    await expect
      .poll(async () => (await noteField(page).inputValue()).length)
      .toBeGreaterThanOrEqual(NOTE.length - LOST_UNDER_THEFT);
    expect(inOrder(await noteField(page).inputValue(), NOTE)).toBe(true);
    expect(await page.evaluate(() => globalThis.heard)).toEqual([]);
    const stolen = await page.locator('#thief').inputValue();
    expect(stolen.replaceAll('PAGE', '')).toBe('');
  });

/** What a page does to the toolbar, every few milliseconds: so that no click can be one that the reader aimed. */
const COVERS: Record<string, string> = {
  'a popover that lets clicks through lies over it':
    "c.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;pointer-events:none;background:rgb(0 0 0 / 1%)';" +
    'if (c.matches(":popover-open")) c.hidePopover(); c.showPopover();',
  'a label is laid over a button':
    "c.textContent = 'contrasting';" +
    "c.style.cssText = 'position:fixed;inset:auto;left:' + x + 'px;top:' + y + 'px;pointer-events:none;margin:0';" +
    'if (c.matches(":popover-open")) c.hidePopover(); c.showPopover();',
  'a cover in a closed shadow root lies over it':
    'if (!window.inner) { const r = c.attachShadow({ mode: "closed" });' +
    'r.innerHTML = \'<div popover=manual style="position:fixed;inset:0;width:100%;height:100%;pointer-events:none"></div>\';' +
    'window.inner = r.firstElementChild; }' +
    'if (inner.matches(":popover-open")) inner.hidePopover(); inner.showPopover();',
};

for (const [how, attack] of Object.entries(COVERS))
  test(`a click does not count while ${how}`, async ({ bearing, hostile }) => {
    const page = await chooseFirst(bearing, hostile.url({}));
    const button = tagging.toolbar(page).getByRole('button', { name: /^supporting/ });
    await clickOnBar(tagging.toolbar(page).getByRole('button', { name: /Training of peer/ }));
    await button.locator('xpath=ancestor::*[@data-armed]').first().waitFor();
    const box = await button.boundingBox();
    if (!box) throw new Error('the toolbar has no such button');
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.evaluate(
      ({ code, x, y }) => {
        const cover = document.body.appendChild(document.createElement('div'));
        cover.popover = 'manual';
        const again = new Function('c', 'x', 'y', code);
        again(cover, x, y);
        const timer = setInterval(() => again(cover, x, y), 40);
        globalThis.endAttack = () => {
          clearInterval(timer);
          cover.remove();
          document.documentElement.style.zoom = '';
        };
      },
      { code: attack, ...at },
    );
    for (let press = 0; press < 3; press += 1) await page.mouse.click(at.x, at.y);
    expect(await storedTags(bearing)).toEqual([]);
    await page.evaluate(() => globalThis.endAttack());
    // Left alone, it works again.
    await page.keyboard.press('s');
    await expect.poll(async () => (await storedTags(bearing)).length).toBe(1);
  });

test('a toolbar that is moved into something transparent comes back', async ({
  bearing,
  hostile,
}) => {
  const page = await chooseFirst(bearing, hostile.url({}));
  await page.evaluate(() => {
    const cover = document.body.appendChild(document.createElement('div'));
    cover.style.opacity = '0';
    const host = document.querySelector('html > div');
    if (host) cover.append(host);
  });
  await expect.poll(() => page.locator('html > div[popover]').count()).toBe(1);
  await toolbarIsBack(page);
  await page.keyboard.press('s');
  await page.keyboard.press('1');
  await expect.poll(async () => (await storedTags(bearing)).length).toBe(1);
});

test('no style of the page hides, shrinks or moves the toolbar', async ({ bearing, hostile }) => {
  const page = await chooseFirst(bearing, hostile.url({}));
  const before = await tagging.toolbar(page).boundingBox();
  await page.addStyleTag({
    content:
      'html > div { opacity: 0 !important; display: none !important; transform: scale(0.1) !important;' +
      'clip-path: inset(50%) !important; visibility: hidden !important; filter: opacity(0) !important;' +
      'left: -9999px !important; content-visibility: hidden !important; animation: gone 1s infinite !important; }' +
      '@keyframes gone { from, to { opacity: 0; } }',
  });
  await page.evaluate(() => {
    const host = document.querySelector('html > div') as HTMLElement;
    host.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e6 });
    host.setAttribute('inert', '');
    host.setAttribute('hidden', '');
    host.style.setProperty('opacity', '0', 'important');
  });
  await clickOnBar(tagging.toolbar(page).getByRole('button', { name: /^supporting/ }));
  await clickOnBar(tagging.toolbar(page).getByRole('button', { name: /Training of peer/ }));
  await expect.poll(async () => (await storedTags(bearing)).length).toBe(1);
  expect((await tagging.toolbar(page).boundingBox())?.x).toBe(before?.x);
});

const HEADERS: Record<string, Record<string, string>> = {
  'asks for cross-origin isolation': {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
  },
  'asks for it without credentials': { 'cross-origin-embedder-policy': 'credentialless' },
  'allows no frame and no script': {
    'content-security-policy': "default-src 'none'; frame-src 'none'",
  },
  'may not be framed': { 'x-frame-options': 'DENY' },
};

for (const [what, headers] of Object.entries(HEADERS))
  test(`the toolbar works on a page that ${what}`, async ({ bearing, hostile }) => {
    const page = await chooseFirst(bearing, hostile.url({ headers }));
    await page.keyboard.press('/');
    await page.keyboard.type('training of peer');
    await page.keyboard.press('Enter');
    await page.keyboard.press('s');
    await expect.poll(() => paintedCount(page)).toBe(1);
  });

test.describe('where the page keeps the toolbar out, the side panel shows it', () => {
  const refusals: [string, Record<string, string>, string][] = [
    ['a sandboxed page', { 'content-security-policy': 'sandbox allow-scripts' }, ''],
    [
      'a page that rewrites itself',
      {},
      'const html = document.documentElement.outerHTML; document.open(); document.write(html); document.close();',
    ],
    [
      'a page that takes it out again and again',
      {},
      "new MutationObserver(() => document.querySelector('html > div')?.remove()).observe(document.documentElement, { childList: true });" +
        "document.querySelector('html > div')?.remove();",
    ],
  ];
  for (const [what, headers, act] of refusals)
    test(what, async ({ bearing, hostile }) => {
      const page = await bearing.open(hostile.url({ headers }));
      await page.bringToFront();
      const popup = await bearing.popup(page);
      await popup
        .getByRole('button', { name: /^Tag this page/ })
        .click()
        .catch(() => undefined);
      if (act) {
        await untilBar(page);
        await tagging.bar(page).waitFor();
        await page.evaluate((code) => new Function(code)(), act);
      }
      // The reader is told where the toolbar is.
      await expect.poll(() => titleOf(bearing, page), { timeout: 15_000 }).toContain('side panel');
      await expect.poll(() => barOf(page)).toBeUndefined();
      await page.bringToFront();
      // Keys of a mode that nobody sees do nothing.
      await page.keyboard.press('j');
      await page.keyboard.press('s');
      await page.keyboard.press('1');
      expect(await storedTags(bearing)).toEqual([]);
    });
});
