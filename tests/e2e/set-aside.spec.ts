/** What was set aside, in Settings: repaired, tried again and dismissed, by keyboard and by mouse; thousands of them too. */
import type { Page } from '@playwright/test';
import type { Backup } from '../../lib/exchange/backup-format';
import { expectAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';
import { sampleBackup } from '../support/samples';
import { storedTags } from '../support/stored';

const TITLE = 'A paper whose year is text';
/** Thousands of records come in, or are read again, within this time on a busy machine. */
const BULK_MS = 30_000;

/** Two papers with two tags each, without checksums: nothing in it can count as damaged or changed by hand. */
function file(): Record<string, unknown> & { papers: Backup['papers']; tags: Backup['tags'] } {
  return JSON.parse(
    JSON.stringify(
      sampleBackup({
        ...{ papers: 2, tags: 2, influences: ['psw.pay', 'psw.training'], codebookId: 'psw-core' },
        quote: (paper, tag) => `Quote ${tag} of paper ${paper}.`,
      }),
    ),
  );
}

function withWrongYear() {
  const all = file();
  Object.assign(all.papers[0] ?? {}, { title: TITLE, year: '2021' });
  return all;
}

async function bringIn(bearing: Bearing, content: unknown): Promise<Page> {
  const page = await bearing.openOwn('workspace.html#/exchange');
  await page.getByLabel('Files to import').setInputFiles({
    ...{ name: 'wrong.json', mimeType: 'application/json' },
    buffer: Buffer.from(JSON.stringify(content)),
  });
  await page.getByRole('button', { name: 'These tags are mine' }).click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible({ timeout: BULK_MS });
  return page;
}

const title = (page: Page, count: number | string) =>
  page.getByRole('heading', { name: `Set aside: ${count}`, exact: true });

test('a paper that is set aside waits with its tags, and is repaired by keys; undo and redo', async ({
  bearing,
}) => {
  const page = await bringIn(bearing, withWrongYear());
  expect(await storedTags(bearing)).toHaveLength(4);
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  const note = page.getByText(/wait for a repair (is|are) left out here/);
  await expect(note).toBeVisible();
  await bearing.shotsOf(page, 'set-aside-note');
  await note.getByRole('link', { name: 'Show what is to be repaired' }).press('Enter');
  await expect(
    page.getByText(/^\d+ records wait for one that is damaged or set aside/),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Show what is set aside' }).press('Enter');
  await expect(title(page, 1)).toBeInViewport();
  const list = page.getByRole('list', { name: 'Records that are set aside' });
  await expect(list).toContainText(TITLE);
  await expect(list).toContainText('year: must be a number, and is text');
  await bearing.shotsOf(page, 'set-aside-one');

  await page.getByRole('button', { name: `Repair paper “${TITLE}”` }).press('Enter');
  const field = page.getByLabel('The record as text (JSON)');
  await expect(field).toBeFocused();
  const bringBack = page.getByRole('button', { name: 'Bring it back' });
  await expect(bringBack).toBeDisabled();
  // The value that is wrong is selected.
  await page.keyboard.type('20x');
  await expect(page.getByText(/^This is not JSON: /)).toBeVisible();
  await bearing.shotsOf(page, 'set-aside-repair');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('21');
  await expect(page.getByText('Nothing is wrong with it as it is now.')).toBeVisible();
  await expect(bringBack).toBeEnabled();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Repaired: the paper is back.')).toBeVisible();
  await expect(title(page, 0)).toBeFocused();
  await expect(page.getByText(/records wait for one/)).toHaveCount(0);

  await page.keyboard.press('u');
  await expect(title(page, 1)).toBeVisible();
  await page.keyboard.press('U');
  await expect(title(page, 0)).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(page.getByRole('link', { name: TITLE })).toBeVisible();
  await expect(note).toHaveCount(0);
});

test('by mouse: tried again it stays, and is dismissed when the question is answered; undo', async ({
  bearing,
}) => {
  const page = await bringIn(bearing, withWrongYear());
  await page.getByRole('link', { name: 'Show in Settings' }).click();
  await expect(title(page, 1)).toBeInViewport();
  await page.getByRole('button', { name: `Try paper “${TITLE}” again` }).click();
  await expect(page.getByText('It stays set aside. It still cannot be read.')).toBeVisible();
  await page.getByRole('button', { name: 'Try all again' }).click();
  await expect(page.getByText('No record could come back. 1 stays set aside.')).toBeVisible();

  const dismiss = page.getByRole('button', { name: `Dismiss paper “${TITLE}”` });
  await dismiss.click();
  await expect(
    page.getByText(/5 records wait for it, and are set aside in its place/),
  ).toBeVisible();
  await page.setViewportSize({ width: 400, height: 700 });
  await bearing.shotsOf(page, 'set-aside-dismiss-narrow');
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(dismiss).toBeFocused();
  await expect(title(page, 1)).toBeVisible();
  await dismiss.click();
  await page.getByRole('button', { name: 'Dismiss it' }).click();
  await expect(title(page, 5)).toBeFocused();
  await expect(page.getByText(TITLE)).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo: set-aside records dismissed/ }).click();
  await expect(title(page, 1)).toBeVisible();
  await expect(page.getByText(TITLE)).toBeVisible();
});

test('thousands are a list of which only a part is in the page; one far down is repaired', async ({
  bearing,
}) => {
  test.setTimeout(180_000);
  const MANY = 2_000;
  const all = file();
  const [tag] = all.tags;
  const wrong = Array.from({ length: MANY }, (_, i) => ({
    ...tag,
    id: `wrong-${i}`,
    influenceId: `psw.${i} ${'of a codebook with a very long name '.repeat(4)}`,
    stance: i === MANY - 1 ? 7 : 'questioning',
    note: '\u202egnp.exe '.repeat(40),
  }));
  const page = await bringIn(bearing, { ...all, tags: [...all.tags, ...wrong] });
  await page.getByRole('link', { name: 'Show in Settings' }).click();
  await expect(title(page, '2,000')).toBeInViewport({ timeout: BULK_MS });
  const list = page.getByRole('region', { name: 'Records that are set aside' });
  const rows = list.getByRole('listitem').filter({ has: page.getByRole('button') });
  await expect.poll(() => rows.count()).toBeGreaterThan(3);
  expect(await rows.count()).toBeLessThan(60);
  await bearing.shotsOf(page, 'set-aside-many');
  await page.setViewportSize({ width: 400, height: 700 });
  await bearing.shotsOf(page, 'set-aside-many-narrow');
  await page.setViewportSize({ width: 1280, height: 800 });
  await list.focus();
  await page.keyboard.press('End');
  await expect(
    list.getByRole('button', { name: /^Repair tag “psw\.\d{4} / }).first(),
  ).toBeVisible();
  await list
    .getByRole('button', { name: /^Repair tag “psw\.\d{4} / })
    .last()
    .click();
  await expect(page.getByLabel('The record as text (JSON)')).toBeFocused();
  // What would act on the text around it is written out.
  await expect(page.getByLabel('The record as text (JSON)')).toHaveValue(/\\u202egnp\.exe/);
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('The record as text (JSON)')).toHaveCount(0);
  await page.getByRole('button', { name: 'Try all again' }).click();
  await expect(page.getByText('No record could come back. 2,000 stay set aside.')).toBeVisible({
    timeout: BULK_MS,
  });
});
