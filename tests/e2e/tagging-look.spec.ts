/** Tagging mode as a reader sees it: accessible, in the light and in the dark, beside and never over the text. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { paintedCount, startFromPopup, tagging } from '../../scripts/ui.mjs';
import { type Bearing, expect, test } from '../support/extension';

const DEMO = '/articles/peer-support-demo';

async function startTagging(bearing: Bearing, url: string): Promise<Page> {
  const page = await bearing.open(url);
  await page.bringToFront();
  await startFromPopup(await bearing.popup(page), page);
  return page;
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('bearing-tagging').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme}`, () => {
    test('axe finds nothing in toolbar, search, note, rule, keys and after a save', async ({
      bearing,
      site,
    }) => {
      const page = await startTagging(bearing, site.url + DEMO);
      await page.emulateMedia({ colorScheme });
      await page.keyboard.press('j');
      await tagging.toolbar(page).waitFor();
      await expectNoViolations(page);
      await bearing.shot(page, `tagging-toolbar-${colorScheme}`);
      for (const [key, name] of [
        ['/', 'search'],
        ['n', 'note'],
        ['i', 'rule'],
        ['?', 'keys'],
      ] as const) {
        await page.keyboard.press(key);
        await expectNoViolations(page);
        await bearing.shot(page, `tagging-${name}-${colorScheme}`);
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('2');
      await page.keyboard.press('c');
      await expect.poll(() => paintedCount(page)).toBe(1);
      await expectNoViolations(page);
      await bearing.shot(page, `tagging-saved-${colorScheme}`);
    });
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
          const lines = await page.evaluate(() => {
            const [range] = CSS.highlights.get('reading-6') ?? [];
            return [...((range as Range | undefined)?.getClientRects() ?? [])].map(
              ({ left, top, right, bottom }) => ({ left, top, right, bottom }),
            );
          });
          if (!bar || !lines.length) return 'not there';
          const over = lines.filter(
            (l) =>
              l.left < bar.x + bar.width &&
              l.right > bar.x &&
              l.top < bar.y + bar.height &&
              l.bottom > bar.y,
          );
          const inside = bar.x >= 0 && bar.x + bar.width <= size.width;
          return { over: over.length, inside };
        })
        .toEqual({ over: 0, inside: true });
    }
  }
});
