/**
 * Importing a backup: what is in a file is seen before anything is written, the report is what was previewed, a large
 * file leaves the page usable, and an import that is cancelled leaves nothing.
 */
import type { Page } from '@playwright/test';
import type { Backup } from '../../lib/exchange/backup-format';
import { writeBackup } from '../../lib/exchange/out/backup-json';
import { expectAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';
import { importRows } from '../support/import-report';
import {
  exchange,
  expectUsableThroughout,
  heading,
  largeFile,
  press,
  SIZE,
} from '../support/large-import';
import { readTable } from '../support/read-table';
import { sampleBackup, sampleId } from '../support/samples';
import { bringStore } from '../support/store-in-page';
import { storedTags } from '../support/stored';
import { DEMO, tagOnce } from '../support/tagging';

/** Thousands of records come in within this time on a busy machine. */
const BULK_MS = 60_000;

const RECORDS = ['papers', 'statements', 'tags', 'reviews', 'reviewPapers', 'coders', 'codebooks'];
const REST = [
  'assessments',
  'settings',
  'stamps',
  'steps',
  'installation',
  'quarantine',
  'tallySheets',
  'statementSheets',
];

/** Everything in these tables, as it is on disk. */
async function held(bearing: Bearing, tables: readonly string[]): Promise<Record<string, unknown>> {
  const own = await bearing.openOwn('icon/16.png');
  const all: Record<string, unknown> = {};
  for (const table of tables) all[table] = await own.evaluate(readTable, table);
  await own.close();
  return all;
}

async function choose(page: Page, text: string, name = 'backup.json'): Promise<void> {
  await page.getByLabel('Files to import').setInputFiles({
    ...{ name, mimeType: 'application/json', buffer: Buffer.from(text) },
  });
}

/** A colleague's review, with a record that was changed by hand in it. */
function colleagues(): string {
  const backup: Backup = sampleBackup({ ...SIZE, papers: 3, tags: 4, name: 'Ada’s review' });
  backup.coders.push({ id: '00000007-0000-4000-8000-000000000002', name: '' });
  return writeBackup(backup).replace('"stance":"supporting"', '"stance":"contrasting"');
}

test('a tag that was deleted since stays deleted when yesterday’s backup is restored, and the report says so', async ({
  bearing,
  site,
}) => {
  await (await tagOnce(bearing, site.url + DEMO)).close();
  const own = await bearing.openOwn('icon/16.png');
  await bringStore(own);
  const text = await own.evaluate(() => globalThis.bearingStore.backUp('Bearing test'));
  const page = await bearing.openOwn('workspace.html#/statements');
  await press(page, /^Delete tag:/);
  await expect.poll(async () => (await storedTags(bearing)).length).toBe(0);
  await page.goto(page.url().replace('statements', 'exchange'));
  await choose(page, text);
  await expect(page.getByText('Nothing in this file is new here.')).toBeVisible();
  await expect(page.getByText('1 tag: deleted here since')).toBeVisible();
  expect(await importRows(page)).toMatchObject({ New: 0, Renewed: 0, 'Left deleted': 1 });
  expect(await storedTags(bearing)).toEqual([]);
  await bearing.shotsOf(page, 'import-nothing-new');
});

test('a colleague’s file is previewed and left; then brought in as previewed, and taken back', async ({
  bearing,
  site,
}) => {
  await (await tagOnce(bearing, site.url + DEMO)).close();
  const page = await exchange(bearing);
  const before = await held(bearing, [...RECORDS, ...REST]);
  await choose(page, colleagues(), 'from-ada.json');
  await expect(heading(page, 'In from-ada.json')).toBeFocused();
  const named = page.locator('dl');
  for (const name of ['Ada’s review', 'NI', 'one without a name', '11 tags', '3 papers'])
    await expect(named).toContainText(name);
  await expect(page.getByText(/^1 record is not as Bearing wrote it/)).toBeVisible();
  await bearing.shotsOf(page, 'import-preview');
  await page.getByText('It cannot be read or shown: why').click();
  await expect(named).toContainText('damaged, or changed by hand');
  await expectAccessible(page);
  const previewed = await importRows(page);
  expect(previewed).toMatchObject({ Renewed: 0, Unchanged: 0, 'Set aside': 1 });
  expect(await held(bearing, [...RECORDS, ...REST])).toEqual(before);

  await press(page, 'Cancel');
  await expect(page.getByText('Cancelled. Nothing was imported.')).toBeVisible();
  await expect(page.getByLabel('Files to import')).toBeFocused();
  expect(await held(bearing, [...RECORDS, ...REST])).toEqual(before);

  // Another room of another tab follows what the worker has written.
  const other = await bearing.openOwn('workspace.html#/map');
  await choose(page, colleagues(), 'from-ada.json');
  await press(page, 'Another coder’s');
  await expect(heading(page, 'Imported')).toBeFocused();
  expect(await importRows(page)).toEqual(previewed);
  await bearing.shotsOf(page, 'import-done');
  expect(await storedTags(bearing)).toHaveLength(12);
  await expect(page.getByText('1 record is set aside, and in every backup.')).toBeVisible();
  await other.getByRole('button', { name: /^Review:/ }).click();
  await expect(other.getByRole('menuitemradio', { name: 'Ada’s review' })).toBeVisible();

  await press(page, 'Undo the import');
  await expect(page.getByText('The import was taken back.')).toBeVisible();
  const records = await held(bearing, RECORDS);
  expect(records).toEqual(Object.fromEntries(RECORDS.map((table) => [table, before[table]])));
});

test('a file with too much of everything is shown whole, on a narrow page too', async ({
  bearing,
}) => {
  const long = 'Peer support and other lived-experience roles in community mental health '.repeat(
    3,
  );
  const backup = sampleBackup({ ...SIZE, papers: 40, tags: 40, name: long });
  const [review] = backup.reviews;
  if (!review) throw new Error('the sample is empty');
  for (let n = 2; n < 30; n++) {
    const name = n % 3 ? `Review ${n}` : 'مراجعة دعم الأقران';
    backup.reviews.push({ ...review, id: sampleId(1, n), name });
    backup.coders.push({ id: sampleId(7, n), name: n % 4 ? `Coder ${n}` : '' });
  }
  // Left pointing at papers that are not in the file.
  backup.papers.splice(0, 20);
  const text = writeBackup(backup);
  const page = await exchange(bearing);
  await choose(
    page,
    text.replaceAll('"year":2010', '"year":2011'),
    `${'a-long-name-'.repeat(20)}.json`,
  );
  const named = page.locator('dl');
  await expect(named).toContainText('17 more');
  await expect(named).toContainText('7 without a name');
  await bearing.shotsOf(page, 'import-overfull');
  await page.setViewportSize({ width: 400, height: 1000 });
  await heading(page, /^In a-long/).scrollIntoViewIfNeeded();
  await bearing.shotsOf(page, 'import-overfull-narrow');
  const isWide = await page.evaluate(() => {
    const body = document.querySelector('[aria-labelledby="import-title"]');
    return body ? body.scrollWidth > body.clientWidth : true;
  });
  expect(isWide).toBe(false);
});

const SOUND = writeBackup(sampleBackup({ ...SIZE, papers: 1, tags: 2 }));
const REFUSED: [name: string, text: string, sentence: RegExp][] = [
  ['is cut off', SOUND.slice(0, SOUND.length / 2), /damaged or cut off/],
  ['is something else', '{"photos": []}', /JSON file that is not a backup/],
  ['is empty', '', /an empty file/],
  [
    'is a web page',
    '<!doctype html><title>References</title>',
    /a web page.*can import backups of Bearing \(\.json\).*RIS files \(\.ris\)/,
  ],
  [
    'a newer Bearing wrote',
    SOUND.replace('"version": 2', '"version": 99'),
    /made by a newer Bearing \(format 99; this one reads up to 2\)\. Update Bearing, then import it again\./,
  ],
];
for (const [name, text, sentence] of REFUSED)
  test(`a file that ${name} is refused with a sentence, and changes nothing`, async ({
    bearing,
  }) => {
    const page = await exchange(bearing);
    const before = await held(bearing, [...RECORDS, ...REST]);
    await choose(page, text);
    await expect(page.getByRole('alert')).toContainText(sentence);
    expect(await held(bearing, [...RECORDS, ...REST])).toEqual(before);
    // The control is ready for the right file.
    await choose(page, SOUND);
    await expect(heading(page, 'In backup.json')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

test('where the worker cannot be started, a sentence says so', async ({ bearing }) => {
  const page = await bearing.context.newPage();
  await page.addInitScript(() => {
    globalThis.Worker = class extends Worker {
      constructor() {
        super('/not-there.js', { type: 'module' });
      }
    };
  });
  await page.goto(`chrome-extension://${bearing.id}/workspace.html#/exchange`);
  await choose(page, SOUND);
  await expect(page.getByRole('alert')).toContainText('could not be started');
});

test('an import that is cancelled while it reads, and while it writes, leaves nothing', async ({
  bearing,
}, testInfo) => {
  const file = testInfo.outputPath('large.json');
  largeFile(file, 100);
  const page = await exchange(bearing);
  const before = await held(bearing, [...RECORDS, ...REST]);
  const input = page.getByLabel('Files to import');
  for (const stage of ['Checking its records', 'Bringing in']) {
    await input.setInputFiles(file);
    if (stage === 'Bringing in') await press(page, 'These tags are mine');
    await page.getByRole('progressbar', { name: stage }).waitFor();
    await press(page, 'Cancel');
    await expect(page.getByText('Cancelled. Nothing was imported.')).toBeVisible();
    expect(await held(bearing, [...RECORDS, ...REST])).toEqual(before);
  }
});

test('where Cancel comes too late, the room says so and offers to take the import back', async ({
  bearing,
}, testInfo) => {
  const file = testInfo.outputPath('large.json');
  largeFile(file, 60);
  const page = await exchange(bearing);
  // The worker has committed by the time that it is ended.
  await page.evaluate(() => {
    Worker.prototype.terminate = () => {};
  });
  await page.getByLabel('Files to import').setInputFiles(file);
  await press(page, 'These tags are mine');
  await page.getByRole('progressbar', { name: 'Bringing in' }).waitFor();
  await press(page, 'Cancel');
  // It is asked only after the write that is under way.
  await heading(page, /completed before it could be stopped/).waitFor({ timeout: BULK_MS });
  expect(await bearing.records('tags')).toHaveLength(6_000);
  await expect(page.getByRole('button', { name: 'Undo the import' })).toBeVisible();
});

/** As many papers as fill ten megabytes; `npm run soak -- import` has forty-one. */
const PAPERS = 100;

test('while a large file is read, checked, compared, brought in and taken back, the page draws and answers', async ({
  bearing,
}, testInfo) => {
  testInfo.setTimeout(240_000);
  const file = testInfo.outputPath('large.json');
  expect(largeFile(file, PAPERS)).toBeGreaterThan(10_000_000);
  await expectUsableThroughout(bearing, file, PAPERS);
});
