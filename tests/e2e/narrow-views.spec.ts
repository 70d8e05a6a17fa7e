/**
 * Map, tables and statements in narrow windows: 640 px, and 320 px, which is a window of 1280 px at 400 % (WCAG 2.2, 1.4.10). The
 * page itself never scrolls sideways; tables do, in their own area, and their first column stays.
 */
import type { Page } from '@playwright/test';
import type { Backup } from '../../lib/exchange/backup-format';
import { type Bearing, expect, test } from '../support/extension';
import { bringStore } from '../support/store-in-page';
import { COUNTRY, tablesReview } from '../support/tables-review';

async function opened(
  bearing: Bearing,
  backup: Backup,
  width: number,
  height = 800,
): Promise<Page> {
  const page = await bearing.openOwn('icon/16.png');
  await bringStore(page);
  await page.evaluate(
    (text) => globalThis.bearingStore.restore(text).then(() => null),
    JSON.stringify(backup),
  );
  await page.setViewportSize({ width, height });
  return page;
}

/** What is cut at the side of the window, by its words: nothing that cannot be scrolled to. */
const cutIn = (page: Page) =>
  page.evaluate(() => {
    const scrolls = (one: Element | null): boolean =>
      one !== null &&
      one !== document.body &&
      one !== document.documentElement &&
      (/auto|scroll/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.childElementCount === 0 && one.textContent?.trim())
      .filter((one) => !one.closest('.visually-hidden, [data-base-ui-portal]'))
      .filter((one) => {
        const { left, right, width } = one.getBoundingClientRect();
        return width > 0 && (right > innerWidth + 1 || left < -1) && !scrolls(one);
      })
      .map((one) => one.textContent?.trim());
  });

/** Words that are torn into a column of letters. */
const tornIn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((one) => one.childElementCount === 0 && (one.textContent?.trim().length ?? 0) > 5)
      .filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return width > 1 && height > 3 * width;
      })
      .map((one) => one.textContent?.trim()),
  );

/** Of the height of the window: filters may take more than half of a narrow one. */
const LEAST_ROOM = 0.4;

/** How much of the window the table, or the list, can have: where a head stays in a low window, nothing is left of it. */
const roomFor = (page: Page) =>
  page.evaluate(() => {
    const inner = document.querySelector('article, table tbody tr');
    inner?.scrollIntoView({ block: 'start' });
    let at = inner?.parentElement ?? null;
    while (at && !/auto|scroll/.test(getComputedStyle(at).overflowY)) at = at.parentElement;
    const { top = 0, bottom = 0 } = at?.getBoundingClientRect() ?? {};
    return (Math.min(bottom, innerHeight) - Math.max(top, 0)) / innerHeight;
  });

const PLACES = [
  ['map', '#/map', 'Evidence map'],
  ['map-open', '#/map?codebook=psw-core&influence=psw.culture', 'Evidence map'],
  ['summary', '#/map?view=influence-summary', 'Influence summary'],
  ['summary-filtered', '#/map?view=influence-summary&stance=supporting', 'Influence summary'],
  ['directions', '#/map?view=directions', 'Barriers and facilitators'],
  ['statements', '#/statements', 'Statements'],
  ['paper', '#/papers?paper=', 'Paper'],
] as const;

for (const [width, height] of [
  [320, 256],
  [320, 800],
  [640, 800],
] as const)
  test(`at ${width} x ${height} px nothing is cut`, async ({ bearing }) => {
    const backup = tablesReview({ papers: 12, tags: 5 });
    const page = await opened(bearing, backup, width, height);
    for (const [name, hash, heading] of PLACES) {
      const id = hash.endsWith('paper=') ? (backup.papers[0]?.id ?? '') : '';
      await page.goto(`chrome-extension://${bearing.id}/workspace.html${hash}${id}`);
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await expect(
        page
          .getByRole('main')
          .getByText(/culture|Organisational/i)
          .first(),
      ).toBeAttached();
      await bearing.shot(page, `narrow-${width}x${height}-${name}`);
      expect(await cutIn(page), name).toEqual([]);
      expect(await tornIn(page), name).toEqual([]);
      expect(await roomFor(page), name).toBeGreaterThan(LEAST_ROOM);
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect([name, scrollWidth]).toEqual([name, clientWidth]);
    }
  });

test('a gap map of very many values scrolls, and the table keeps its names and lines', async ({
  bearing,
}) => {
  const backup = tablesReview({ papers: 40, tags: 3 });
  const values = backup.attributeValues.filter(({ attributeId }) => attributeId === COUNTRY);
  for (const [i, value] of values.entries()) value.value = `Country number ${i}`;
  const page = await opened(bearing, backup, 640);
  await page.goto(
    `chrome-extension://${bearing.id}/workspace.html#/map?view=gap-map&by=${COUNTRY}`,
  );
  const figure = page.getByRole('img', { name: /Evidence and gaps/ });
  await expect(figure).toBeVisible();
  const [drawn, told] = await figure.evaluate((svg) => [
    svg.getBoundingClientRect().width,
    Number(svg.getAttribute('width')),
  ]);
  expect(drawn).toBe(told);
  await expect(page.getByText(/others are counted together in the last one/)).toBeVisible();
  await bearing.shot(page, 'gap-map-many');
  const name = page.getByRole('rowheader', { name: 'Organisational culture' });
  await name.scrollIntoViewIfNeeded();
  const { x } = (await name.boundingBox()) ?? {};
  await page.getByRole('columnheader', { name: /other values/ }).scrollIntoViewIfNeeded();
  await expect.poll(async () => (await name.boundingBox())?.x).toBeLessThanOrEqual(x ?? 0);
  // A line under each name: it scrolls with the name, and not with the row behind it.
  expect(
    await page.getByRole('table').evaluate((one) => getComputedStyle(one).borderCollapse),
  ).toBe('separate');
  await bearing.shot(page, 'gap-map-many-table');
});
