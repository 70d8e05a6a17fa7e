/** What happens to real readers: two tabs at once, an update under an open page, a page that re-renders. */
import type { Page } from '@playwright/test';
import {
  CHOSEN_LOOK,
  layerOf,
  painted,
  paintedCount,
  STANCE_LINES,
  selectByMouse,
  startFromPopup,
  tagging,
  tagsOnPage,
} from '../../scripts/ui.mjs';
import { type Bearing, expect, test } from '../support/extension';

const DEMO = '/articles/peer-support-demo';

async function startTagging(bearing: Bearing, page: Page): Promise<void> {
  await page.bringToFront();
  await startFromPopup(await bearing.popup(page), page);
}

/** `j` until the toolbar stands by a statement. */
async function chooseNext(page: Page): Promise<void> {
  await page.keyboard.press('j');
  await tagging.toolbar(page).waitFor();
}

test('two tabs of one paper tag at once and agree, losing nothing', async ({ bearing, site }) => {
  const first = await bearing.open(site.url + DEMO);
  await startTagging(bearing, first);
  const second = await bearing.open(site.url + DEMO);
  await startTagging(bearing, second);
  // The same statement in both tabs: one tag each way on it must end as two tags, not one.
  await chooseNext(first);
  await chooseNext(second);
  await first.keyboard.press('1');
  await second.keyboard.press('2');
  await Promise.all([first.keyboard.press('s'), second.keyboard.press('c')]);
  for (const page of [first, second])
    await expect
      .poll(() => tagsOnPage(page))
      .toEqual({ supporting: 1, contrasting: 1, mentioning: 0 });
});

test('a tag typed while Bearing is updated is said to be unsaved, kept, and saved by the new copy', async ({
  bearing,
  site,
}) => {
  const page = await bearing.open(site.url + DEMO);
  await startTagging(bearing, page);
  await chooseNext(page);
  await page.keyboard.press('1');
  const worker = await bearing.worker();
  // The reply never comes: the worker that should send it is gone.
  await worker.evaluate('chrome.runtime.reload()').catch(() => undefined);
  await page.keyboard.press('s');
  // Either the new copy of the script has taken the tag over already, or the card offers the way on.
  const saved = async () =>
    // The old copy's frame may go in the middle of a look.
    (await tagsOnPage(page).catch(() => null))?.supporting === 1;
  const card = () => tagging.unsaved(page);
  const cards = () =>
    card()
      .count()
      .catch(() => 0);
  await expect.poll(async () => (await saved()) || (await cards()) > 0).toBe(true);
  // The card is read at once and the button need not wait: the new copy may take the tag over at any moment.
  for (const said of await card()
    .allTextContents()
    .catch(() => []))
    expect(said).toContain('Organisational culture');
  const reload = card().getByRole('button', { name: 'Reload the page and save' });
  if ((await cards()) > 0) await reload.click({ timeout: 2_000 }).catch(() => undefined);
  await expect
    .poll(
      // The button reloads the page, which may go in the middle of a look.
      () =>
        painted(page).then(
          ({ supporting }) => supporting.length,
          () => 'reloading',
        ),
      { timeout: 20_000 },
    )
    .toBe(1);
  // It is in the store, not only on the screen.
  await page.reload();
  await expect.poll(() => paintedCount(page), { timeout: 20_000 }).toBe(1);
});

test('a page that renders its article anew keeps its highlights', async ({ bearing, site }) => {
  const page = await bearing.open(site.url + DEMO);
  await startTagging(bearing, page);
  for (const [slot, stance] of [
    ['1', 's'],
    ['2', 'c'],
  ] as const) {
    await chooseNext(page);
    await page.keyboard.press(slot);
    await page.keyboard.press(stance);
  }
  await expect.poll(() => paintedCount(page)).toBe(2);
  const before = await painted(page);
  await page.evaluate(() => {
    const article = document.querySelector('article') ?? document.querySelector('main');
    if (!article) throw new Error('the demonstration has no article element');
    article.replaceWith(article.cloneNode(true));
  });
  await expect.poll(() => painted(page)).toEqual(before);
  // And tagging goes on in the new text.
  await chooseNext(page);
  await page.keyboard.press('3');
  await page.keyboard.press('m');
  await expect.poll(() => paintedCount(page)).toBe(3);
});

test('ten statements are tagged from the keyboard with two keys each', async ({
  bearing,
  site,
}) => {
  const page = await bearing.open(site.url + DEMO);
  await startTagging(bearing, page);
  const stances = ['s', 'c', 'm'];
  for (let i = 0; i < 10; i++) {
    await chooseNext(page);
    await page.keyboard.press(String(1 + (i % 9)));
    await page.keyboard.press(stances[i % 3] ?? 's');
    await expect.poll(() => paintedCount(page)).toBe(i + 1);
  }
  // The same stance twice repeats the influence used last: the eleventh needs no number.
  await chooseNext(page);
  await page.keyboard.press('s');
  await page.keyboard.press('s');
  await expect.poll(() => paintedCount(page)).toBe(11);
});

test('an article shown in a frame is walked, tagged and painted there', async ({
  bearing,
  site,
}) => {
  const address = `${site.url}/articles/in-a-frame`;
  let page = await bearing.open(address);
  const frame = () => page.frames().find((one) => one.url().endsWith('/peer-support-demo'));
  await startFromPopup(await bearing.popup(page), page);
  await page.keyboard.press('j');
  await tagging.toolbar(page).waitFor();
  const textIn = async (look: string) => {
    const inside = frame();
    return inside?.evaluate(
      (name) => [...(CSS.highlights.get(name) ?? [])].map(String).join(' '),
      await layerOf(inside, look),
    );
  };
  const chosen = () => textIn(CHOSEN_LOOK);
  const first = await chosen();
  expect(first).toMatch(/\w{4}/);
  // The toolbar stands in the page, beside the frame's text and never over it.
  const box = await tagging.toolbar(page).boundingBox();
  const inside = frame();
  const name = inside && (await layerOf(inside, CHOSEN_LOOK));
  const text = await inside?.evaluate((name) => {
    const [range] = CSS.highlights.get(name ?? '') ?? [];
    const { top, bottom } = (range as Range).getBoundingClientRect();
    const outer = window.frameElement?.getBoundingClientRect().top ?? 0;
    const inSight = top >= 0 && bottom <= innerHeight;
    return { top: top + outer, bottom: bottom + outer, inSight };
  }, name);
  expect(text?.inSight).toBe(true);
  expect(box && text && (box.y >= text.bottom || box.y + box.height <= text.top)).toBe(true);
  await page.keyboard.press('s');
  await page.keyboard.press('2');
  const tagged = () => textIn(STANCE_LINES.supporting);
  await expect.poll(tagged).toBe(first);
  await bearing.shot(page, 'tagging-in-a-frame');

  // The frame's own fields keep their keys.
  const field = page.frameLocator('iframe').getByRole('searchbox');
  await field.pressSequentially('sjc');
  await expect(field).toHaveValue('sjc');

  // A click and a key inside the frame are heard as well.
  await frame()
    ?.locator('main p')
    .nth(5)
    .click({ position: { x: 60, y: 10 } });
  await expect.poll(chosen).not.toBe(first);
  await page.keyboard.press('c');
  await page.keyboard.press('3');
  await expect(tagging.saved(page)).toBeVisible();

  await bearing.reopen();
  page = await bearing.open(address);
  await expect.poll(tagged).toBe(first);
});

test('a statement over two paragraphs that change places is painted in both, and nothing between', async ({
  bearing,
  site,
}) => {
  const page = await bearing.open(site.url + DEMO);
  await startTagging(bearing, page);
  const end = 'Ward managers asked for a longer handover between the shifts in spring.';
  const start = 'Peer workers asked for a quiet room in which notes can be written.';
  await page.evaluate(
    (texts) => {
      const heading = document.querySelector('main h2, article h2') ?? document.body;
      const paragraphs = texts.map((text, i) => {
        const p = document.createElement('p');
        p.textContent = text;
        if (i) p.id = 'second';
        return p;
      });
      heading.after(...paragraphs);
    },
    [end, start],
  );
  await selectByMouse(page, `${end}${start}`);
  await page.keyboard.press('s');
  await page.keyboard.press('2');
  await expect.poll(() => paintedCount(page)).toBe(1);
  await page.evaluate(() => {
    const two = document.getElementById('second');
    two?.after(two.previousElementSibling as Element);
  });
  await expect
    .poll(async () => (await painted(page)).supporting.map((text) => text.trim()).sort())
    .toEqual([end, start].sort());
});
