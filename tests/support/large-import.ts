/**
 * A large backup is brought in and taken back while the page is watched: `npm run soak -- import` with 41 MB,
 * `npm test` with a part of it.
 */
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { writeBackup } from '../../lib/exchange/out/backup-json';
import { type Bearing, expect } from './extension';
import { importRows } from './import-report';
import { sampleBackup } from './samples';

/** The influences that the files' tags are about. */
export const SIZE = { influences: ['psw.culture', 'psw.pay'], codebookId: 'psw-core' };
/** Each paper of a large file has as many tags. */
const TAGS_A_PAPER = 100;

export const exchange = (bearing: Bearing) => bearing.openOwn('workspace.html#/exchange');
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).click();
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

/** Writes a backup of as many papers with 100 tags each; its length in characters. */
export function largeFile(file: string, papers: number): number {
  const text = writeBackup(sampleBackup({ ...SIZE, papers, tags: TAGS_A_PAPER }));
  writeFileSync(file, text);
  return text.length;
}

/** A page that sticks draws one frame before and one after. */
const FEWEST_FRAMES = 5;

/** Longer than this and a reader feels the page stick. */
const LONG_TASK_MS = 200;

/** Counts the frames and clicks of each stage of the work in a page, and its long tasks. */
const watchPage = (page: Page) =>
  page.evaluate((longest) => {
    const seen: Seen = { stages: {}, longTasks: [], pictures: [] };
    Object.assign(globalThis, { seen });
    const now = () => {
      const stage = document.querySelector('progress')?.getAttribute('aria-label') ?? '';
      seen.stages[stage] ??= { frames: 0, clicks: 0 };
      return seen.stages[stage];
    };
    document.addEventListener('click', () => {
      now().clicks += 1;
    });
    const count = () => {
      now().frames += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        if (duration > longest) seen.longTasks.push([startTime, startTime + duration]);
    }).observe({ type: 'longtask' });
  }, LONG_TASK_MS);

interface Seen {
  stages: Record<string, { frames: number; clicks: number }>;
  longTasks: Span[];
  /** When a picture was taken, in other colours too: the page is drawn anew for it. */
  pictures: Span[];
}

/** In milliseconds since the page was opened: [from, to]. */
type Span = [number, number];

async function takePictures(bearing: Bearing, page: Page, name: string): Promise<void> {
  const from = await page.evaluate(() => performance.now());
  await bearing.shotsOf(page, name);
  await page.evaluate((start) => {
    (globalThis as unknown as { seen: Seen }).seen.pictures.push([start, performance.now()]);
  }, from);
}

/** The lengths of the tasks during which no picture was taken, in milliseconds. */
const tasksOf = ({ longTasks, pictures }: Seen): number[] =>
  longTasks
    .filter(([from, to]) => !pictures.some((picture) => from < picture[1] && to > picture[0]))
    .map(([from, to]) => to - from);

/**
 * Brings a large file in as another coder's and takes it back. All the while the page draws and answers clicks.
 * @returns the page's long tasks, in milliseconds: a matter of the machine, which a quiet one may be asked about
 */
export async function expectUsableThroughout(
  bearing: Bearing,
  file: string,
  papers: number,
): Promise<number[]> {
  const page = await exchange(bearing);
  page.setDefaultTimeout(120_000);
  await watchPage(page);
  await page.getByLabel('Files to import').setInputFiles(file);
  const title = page.getByRole('heading', { name: 'Import', exact: true });
  await page.getByRole('progressbar', { name: 'Checking its records' }).waitFor();
  await title.click();
  await takePictures(bearing, page, 'import-checking');
  await press(page, 'Another coder’s');
  await page.getByRole('progressbar', { name: 'Bringing in' }).waitFor();
  await title.click();
  await heading(page, 'Imported').waitFor();
  expect((await importRows(page)).New).toBeGreaterThan(2 * TAGS_A_PAPER * papers);
  // What can be undone is looked for anew, live.
  await page.getByRole('button', { name: /^Undo: / }).waitFor();
  await press(page, 'Undo the import');
  await page.getByRole('progressbar', { name: 'Taking the import back' }).waitFor();
  await title.click();
  await takePictures(bearing, page, 'import-taken-back');
  await page.getByText('The import was taken back.').waitFor();
  await page.getByRole('button', { name: /^Redo: / }).waitFor();
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  for (const stage of ['Checking its records', 'Bringing in', 'Taking the import back']) {
    expect(seen.stages[stage]?.frames, stage).toBeGreaterThan(FEWEST_FRAMES);
    expect(seen.stages[stage]?.clicks, stage).toBeGreaterThan(0);
  }
  expect(await bearing.records('tags')).toEqual([]);
  return tasksOf(seen);
}
