/**
 * Where a page keeps the toolbar out, the side panel shows it: a statement is chosen on the page and tagged there, with
 * the same buttons.
 */
import type { FrameLocator, Page } from '@playwright/test';
import { paintedCount, untilBar } from '../../scripts/ui.mjs';
import { type Bearing, test as base, expect } from '../support/extension';
import { type Hostile, hostileFixture } from '../support/hostile';
import { openPanel } from '../support/panel-paper';
import { storedTags } from '../support/stored';
import { clickSentence } from '../support/tagging';

const test = base.extend<object, { hostile: Hostile }>({ hostile: [...hostileFixture] });

/** A statement of the demonstration article. */
const WORDS = 'Turnover in the first two years is high';

/** Starts tagging mode by the popup, in a page that may have no toolbar. */
async function start(bearing: Bearing, page: Page): Promise<void> {
  await page.bringToFront();
  const popup = await bearing.popup(page);
  await popup
    .getByRole('button', { name: /^Tag this page/ })
    .click()
    .catch((error) => {
      if (!popup.isClosed()) throw error;
    });
}

/** The toolbar in the side panel. */
async function docked(panel: Page): Promise<FrameLocator> {
  const frame = panel.frameLocator('iframe[title="Bearing toolbar"]');
  await expect(frame.getByRole('region', { name: 'Tagging mode' })).toBeVisible({
    timeout: 20_000,
  });
  return frame;
}

const PAGES: [string, Record<string, string>, string][] = [
  ['a sandboxed page', { 'content-security-policy': 'sandbox allow-scripts' }, ''],
  [
    'a page that has rewritten itself',
    {},
    'const html = document.documentElement.outerHTML; document.open(); document.write(html); document.close();',
  ],
];

for (const [what, headers, act] of PAGES)
  test(`${what} is tagged from the side panel`, async ({ bearing, hostile }) => {
    const page = await bearing.open(hostile.url({ headers }));
    await start(bearing, page);
    if (act) {
      await untilBar(page);
      await page.evaluate((code) => new Function(code)(), act);
    }
    const panel = await openPanel(bearing, page);
    await expect(panel.getByText('does not let Bearing show its toolbar')).toBeVisible({
      timeout: 20_000,
    });
    const toolbar = await docked(panel);
    await page.bringToFront();
    await clickSentence(page, WORDS);
    const card = toolbar.getByRole('toolbar', { name: 'Tag this statement' });
    await expect(card).toBeVisible();
    const name = what.split(' ')[1];
    await bearing.shotsOf(panel, `docked-${name}`);
    await card.getByRole('button', { name: /^contrasting/ }).click();
    await card.getByRole('button', { name: /^2 / }).click();
    await expect
      .poll(async () => (await storedTags(bearing)).map(({ stance }) => stance))
      .toEqual(['contrasting']);
    expect((await storedTags(bearing))[0]?.quote).toContain(WORDS);
    await expect(toolbar.locator('.toast')).toContainText('Saved');
    await expect.poll(() => paintedCount(page)).toBe(1);
    await bearing.shotsOf(panel, `docked-${name}-saved`);
    // The same buttons take it back.
    await toolbar.getByRole('button', { name: /^undo/ }).click();
    await expect.poll(() => storedTags(bearing)).toEqual([]);
  });
