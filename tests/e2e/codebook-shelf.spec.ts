/** The shelf of codebooks in the built extension: all 17 in use, one with nested constructs, two side by side; by keys; narrow. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { CodebookRef } from '../../lib/model';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/extension';
import { fill } from '../support/own-pages';
import { sampleId } from '../support/samples';
import { inStore } from '../support/store-in-page';

const DATA = path.resolve(import.meta.dirname, '../../lib/codebook/data');
const SHIPPED = readdirSync(DATA).map((file): CodebookRef => {
  const { id, version } = JSON.parse(readFileSync(path.join(DATA, file), 'utf8'));
  return { id, version };
});
const NARROW = { width: 420, height: 800 };
const WIDE = { width: 1280, height: 800 };
const TDF = /Theoretical Domains/;

/** Nothing is pushed out of sight to the side. */
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test('with tags, at first', async ({ bearing }) => {
  await fill(bearing, { papers: 4, tags: 12, influences: ['psw.culture'], codebookId: 'psw-core' });
  const page = await bearing.openOwn('workspace.html#/codebooks');
  await expect(page.getByRole('article')).toHaveCount(SHIPPED.length);
  await expectAccessible(page);
  await bearing.shotsOf(page, 'shelf');
  const tdf = page.getByRole('article', { name: TDF });
  await tdf.getByRole('checkbox', { name: 'In use' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('2 in use')).toBeVisible();
  await page.keyboard.press('Tab');
  await tdf.getByText('98 influences').focus();
  await page.keyboard.press('Enter');
  await expect(tdf.getByRole('listitem')).toHaveCount(98);
  await expectAccessible(page);
  await tdf.scrollIntoViewIfNeeded();
  await bearing.shotsOf(page, 'shelf-constructs');
  const starter = page.getByRole('article', { name: /compiled starter/ });
  await starter.getByRole('checkbox', { name: 'In use' }).uncheck();
  await expect(starter.getByRole('status')).toContainText('Its 48 tags');
  await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 0));
  await starter.scrollIntoViewIfNeeded();
  await bearing.shotsOf(page, 'shelf-switched-off');
  await page.setViewportSize(NARROW);
  expect(await fits(page)).toBe(true);
  await bearing.shotsOf(page, 'shelf-narrow');
  await tdf.getByText('98 influences').scrollIntoViewIfNeeded();
  await bearing.shotsOf(page, 'shelf-narrow-constructs');
});

test('all 17 in use, and what a reader tags with then', async ({ bearing }) => {
  await fill(bearing, { papers: 4, tags: 12, influences: ['psw.culture'], codebookId: 'psw-core' });
  await inStore(
    bearing,
    async ({ review, refs }) => {
      for (const ref of refs) await globalThis.bearingStore.putInUse(review, ref, true);
    },
    { review: sampleId(1, 1), refs: SHIPPED },
  );
  const page = await bearing.openOwn('workspace.html#/codebooks');
  await expect(page.getByText('17 in use')).toBeVisible();
  await bearing.shotsOf(page, 'shelf-all');
  const eric = page.getByRole('article', { name: /^ERIC/ });
  await page.getByRole('link', { name: 'ERIC' }).click();
  await expect(eric).toBeFocused();
  await expect(eric).toBeInViewport();
  await page.getByRole('searchbox').fill('plan-do-study');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(eric.getByRole('listitem')).toHaveCount(1);
  await expect(eric.getByRole('listitem')).toBeInViewport();
  await bearing.shotsOf(page, 'shelf-found');
  await page.setViewportSize(NARROW);
  expect(await fits(page)).toBe(true);
  await expect(eric.getByRole('listitem')).toBeInViewport();
  await bearing.shotsOf(page, 'shelf-found-narrow');
  await page.getByRole('searchbox').fill('');
  await expect(page.getByRole('article')).toHaveCount(SHIPPED.length);
  await bearing.shotsOf(page, 'shelf-all-narrow');
  await page.setViewportSize(WIDE);
  await page.goto(page.url().replace('#/codebooks', '#/map'));
  await expect(page.getByRole('table').getByRole('button')).toHaveCount(506);
});

test('a codebook leaves as REFI-QDA, and comes back as one of the reader’s own', async ({
  bearing,
}) => {
  const page = await bearing.openOwn('workspace.html#/codebooks');
  const tdf = page.getByRole('article', { name: TDF });
  await tdf.getByRole('button', { name: /^Export/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem')).toHaveCount(5);
  await bearing.shotsOf(page, 'codebook-export');
  const file = await bearing.download(() =>
    page.getByRole('menuitem', { name: /REFI-QDA/ }).click(),
  );
  expect(file.name).toMatch(/^TDF v2 \(refi-qda \d{4}-\d\d-\d\d\)\.qdc$/);
  const qdc = Buffer.from(file.text);
  await page.goto(page.url().replace('#/codebooks', '#/exchange'));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'Team codes.qdc', mimeType: 'application/xml', buffer: qdc });
  await expect(page.getByText('Nothing has been imported yet.')).toBeVisible();
  await bearing.shotsOf(page, 'codebook-import');
  await page.getByRole('button', { name: /^Import/ }).click();
  await expect(page.getByText('Imported', { exact: true })).toBeVisible();
  await page.goto(page.url().replace('#/exchange', '#/codebooks'));
  const own = page.getByRole('article', { name: 'Team codes' });
  await expect(own).toContainText('98 influences of your own, 84 of them under a broader one');
  await own.getByRole('checkbox', { name: 'In use' }).check();
  await expect(page.getByText('2 in use')).toBeVisible();
});

test('two side by side', async ({ bearing }) => {
  const page = await bearing.openOwn('workspace.html#/codebooks');
  const tdf = page.getByRole('article', { name: TDF });
  await tdf.getByRole('button', { name: /^Compare/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('com-b');
  await bearing.shotsOf(page, 'compare-menu');
  await page.keyboard.press('Enter');
  const compared = page.getByRole('region', { name: 'TDF v2 and COM-B' });
  await expect(compared).toBeVisible();
  await expectAccessible(page);
  await bearing.shotsOf(page, 'compare');
  await page.setViewportSize(NARROW);
  expect(await fits(page)).toBe(true);
  await bearing.shotsOf(page, 'compare-narrow');
  await page.keyboard.press('Escape');
  await expect(tdf.getByRole('button', { name: /^Compare/ })).toBeFocused();
});
