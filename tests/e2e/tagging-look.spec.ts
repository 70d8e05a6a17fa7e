/** Tagging mode as a reader sees it: accessible, in the light and in the dark, beside and never over the text. */
import {
  CHOSEN_LOOK,
  chosenText,
  layerOf,
  paintedCount,
  tagByKeys,
  tagging,
} from '../../scripts/ui.mjs';
import { expectToolbarAccessible } from '../support/axe';
import { expect, test } from '../support/extension';
import { DEMO, startTagging } from '../support/tagging';

test('axe finds nothing in toolbar, search, note, rule, keys and after a save', async ({
  bearing,
  site,
}) => {
  const page = await startTagging(bearing, site.url + DEMO);
  await page.keyboard.press('j');
  await tagging.toolbar(page).waitFor();
  await expectToolbarAccessible(page);
  await bearing.shotsOf(page, 'tagging-toolbar');
  for (const [key, name] of [
    ['/', 'search'],
    ['n', 'note'],
    ['i', 'rule'],
    ['?', 'keys'],
    ['d', 'meanings'],
  ] as const) {
    await page.keyboard.press(key);
    await expectToolbarAccessible(page);
    await bearing.shotsOf(page, `tagging-${name}`);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('2');
  await page.keyboard.press('c');
  await expect.poll(() => paintedCount(page)).toBe(1);
  await expectToolbarAccessible(page);
  await bearing.shotsOf(page, 'tagging-saved');
});

test('the toolbar never stands on the chosen statement, wherever that is in the window', async ({
  bearing,
  site,
}) => {
  const page = await startTagging(bearing, site.url + DEMO);
  const windows = [
    { width: 1280, height: 720 },
    { width: 800, height: 500 },
    { width: 420, height: 760 },
  ];
  for (const size of windows) {
    await page.setViewportSize(size);
    for (let step = 0; step < 4; step++) {
      await page.keyboard.press('j');
      await tagging.toolbar(page).waitFor();
      await expect
        .poll(async () => {
          const bar = await tagging.toolbar(page).boundingBox();
          const lines = await page.evaluate(
            (name) => {
              const [range] = CSS.highlights.get(name) ?? [];
              return [...((range as Range | undefined)?.getClientRects() ?? [])].map(
                ({ left, top, right, bottom }) => ({ left, top, right, bottom }),
              );
            },
            await layerOf(page, CHOSEN_LOOK),
          );
          if (!bar || !lines.length) return 'not there';
          const over = lines.filter(
            (l) =>
              l.left < bar.x + bar.width &&
              l.right > bar.x &&
              l.top < bar.y + bar.height &&
              l.bottom > bar.y,
          );
          const inside =
            bar.x >= 0 &&
            bar.x + bar.width <= size.width &&
            bar.y >= 0 &&
            bar.y + bar.height <= size.height;
          return { over: over.length, inside };
        })
        .toEqual({ over: 0, inside: true });
    }
  }
});

test('after a save the message and the toolbar do not cover each other where there is room for both', async ({
  bearing,
  site,
}) => {
  const page = await startTagging(bearing, site.url + DEMO);
  await page.setViewportSize({ width: 800, height: 600 });
  const message = tagging.app(page).locator('.toast');
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('j');
    await tagging.toolbar(page).waitFor();
    // The statement stands where the toolbar below it would be on the message.
    await page.evaluate(
      (name) => {
        const [range] = CSS.highlights.get(name) ?? [];
        const { bottom } = (range as Range).getBoundingClientRect();
        scrollBy({ top: bottom - innerHeight + 190, behavior: 'instant' });
      },
      await layerOf(page, CHOSEN_LOOK),
    );
    await tagByKeys(page, { stance: 'supporting', slot: 1 });
    await message.waitFor();
    await expect
      .poll(async () => {
        const bar = await tagging.toolbar(page).boundingBox();
        const told = await message.boundingBox();
        if (!bar || !told) return 'not there';
        const apart =
          bar.y + bar.height <= told.y ||
          told.y + told.height <= bar.y ||
          bar.x + bar.width <= told.x ||
          told.x + told.width <= bar.x;
        return apart ? 'apart' : JSON.stringify({ bar, told });
      })
      .toBe('apart');
  }
});

test.describe('under a finger', () => {
  test.use({ look: { hasTouch: true, viewport: { width: 412, height: 800 } } });
  test('a tap chooses a sentence, taps tag it, and everything can be hit and seen', async ({
    bearing,
    site,
  }) => {
    const page = await startTagging(bearing, site.url + DEMO);
    const bar = await tagging.bar(page).boundingBox();
    expect(bar && bar.x >= 0 && bar.x + bar.width <= 412).toBe(true);
    const sentence = 'We followed 14 invented services for 24 months';
    const at = await page.evaluate((words) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const from = node.data.indexOf(words);
        if (from < 0) continue;
        node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const range = document.createRange();
        range.setStart(node, from + 3);
        range.setEnd(node, from + 4);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      return null;
    }, sentence);
    if (!at) throw new Error('the demo no longer holds this sentence');
    await page.touchscreen.tap(at.x, at.y);
    const toolbar = tagging.toolbar(page);
    await expect.poll(() => chosenText(page)).toContain(sentence);
    await bearing.shot(page, 'tagging-touch');
    const sizes = await toolbar
      .getByRole('button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(40);
    const box = await toolbar.boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 800, JSON.stringify(box)).toBe(true);
    await expect(tagging.bar(page), 'nothing stands on the toolbar').toBeHidden();
    // A tap on a toolbar that has just moved has no effect, and is said to have none: the reader taps again.
    const supporting = toolbar.getByRole('button', { name: /^supporting/ });
    await expect(async () => {
      await supporting.tap();
      await expect(supporting).toHaveAttribute('aria-pressed', 'true', { timeout: 1_000 });
    }).toPass();
    await expect(async () => {
      await toolbar
        .getByRole('button', { name: /Training/ })
        .first()
        .tap({ timeout: 1_000 });
      await expect.poll(() => paintedCount(page), { timeout: 1_500 }).toBe(1);
    }).toPass();
    await expect.poll(() => paintedCount(page)).toBe(1);
    await page.touchscreen.tap(406, 40);
    await expect(toolbar).toBeHidden();
    await expect(tagging.bar(page)).toBeVisible();
  });
});

test('with forced colours the chosen stance is still told apart', async ({ bearing, site }) => {
  const page = await startTagging(bearing, site.url + DEMO);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  const look = (name: RegExp) =>
    tagging
      .toolbar(page)
      .getByRole('button', { name })
      .evaluate((one) => getComputedStyle(one).outlineStyle);
  await expect.poll(() => look(/^supporting/)).toBe('solid');
  expect(await look(/^contrasting/)).toBe('none');
  await expectToolbarAccessible(page);
  await bearing.shot(page, 'tagging-forced-colours');
});
