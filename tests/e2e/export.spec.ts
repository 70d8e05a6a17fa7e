/** Every format of a review, from Exchange by the keyboard alone: each file comes down, and a reader that we did not write opens it. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import type { Page } from '@playwright/test';
import { parse } from '@retorquere/bibtex-parser';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import readXlsx from 'read-excel-file/node';
import { expectAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';
import { bringStore } from '../support/store-in-page';
import { tablesReview } from '../support/tables-review';

const PAPERS = 6;
const OUT = 'A study of another population';

async function exchange(bearing: Bearing): Promise<Page> {
  const review = tablesReview({ papers: PAPERS, tags: 5 });
  review.papers = review.papers.map((one, i) => ({
    ...one,
    ...(i === 0 && { notices: [{ kind: 'retraction' as const, text: 'Retracted in 2025' }] }),
    ...(i === PAPERS - 1 && { title: OUT }),
  }));
  review.reviewPapers = review.reviewPapers.map((one) => ({
    ...one,
    eligibility: one.paperId === review.papers[PAPERS - 1]?.id ? 'excluded' : one.eligibility,
  }));
  const page = await bearing.openOwn('icon/16.png');
  await bringStore(page);
  await page.evaluate(
    (text) => globalThis.bearingStore.restore(text).then(() => null),
    JSON.stringify(review),
  );
  await page.goto(`chrome-extension://${bearing.id}/workspace.html#/exchange`);
  await expect(page.getByRole('heading', { name: /^Export/ })).toBeVisible();
  return page;
}

function exported(bearing: Bearing, page: Page, label: string) {
  return bearing.download(async () => {
    await page.getByRole('button', { name: `Export: ${label}`, exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'File written.' })).toBeVisible();
  });
}

/** How many papers a reader finds in a file of each format; of the others what it holds at all. */
const READ: Record<string, (text: string, bytes: Buffer) => Promise<number> | number> = {
  'All tables (XLSX)': async (_, bytes) => {
    const sheets = await readXlsx(bytes);
    const papers = sheets.find(({ sheet }) => sheet === 'Papers')?.data ?? [];
    expect(papers.flat()).toContain('Retracted (Retracted in 2025)');
    return papers.length - 1;
  },
  'Papers (RIS)': (text) => new Cite(text, { forceType: '@ris/file' }).data.length,
  'Papers for RevMan (RIS)': (text) => new Cite(text, { forceType: '@ris/file' }).data.length,
  'Papers (BibTeX, BibLaTeX)': (text) => parse(text, { sentenceCase: false }).entries.length,
  'Papers (CSL-JSON)': (text) => (JSON.parse(text) as unknown[]).length,
  'Notes (Markdown, a file for each paper)': (_, bytes) => {
    const files = unzipSync(new Uint8Array(bytes));
    expect(strFromU8(files['Influences.md'] as Uint8Array)).toContain('# Influences');
    return Object.keys(files).filter((name) => name.startsWith('papers/')).length;
  },
  'QDA project (REFI-QDA)': (_, bytes) => {
    const files = unzipSync(new Uint8Array(bytes));
    expect(strFromU8(files['project.qde'] as Uint8Array)).toContain('name="Retracted"');
    return Object.keys(files).filter((name) => name.startsWith('sources/')).length;
  },
  'Reading list (Markdown)': (text) => text.match(/^- /gm)?.length ?? 0,
  'Paper × influence matrix (CSV)': (text) => rowsOf(text).length,
  'Evidence table (CSV)': (text) => new Set(rowsOf(text).map((row) => row['Paper id'])).size,
};
const rowsOf = (text: string) =>
  Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;

test('every format is exported by the keyboard and opened; excluded papers leave when they are asked for', async ({
  bearing,
}) => {
  const page = await exchange(bearing);
  await bearing.shotsOf(page, 'exchange-room');
  const first = page.getByText('What is not in it').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/A cell holds 32,767 characters/)).toBeVisible();
  await expectAccessible(page);
  const offered = page.getByRole('button', { name: /^Export: / });
  const names = await offered.evaluateAll((all) =>
    all.map((one) => one.getAttribute('aria-label')?.replace('Export: ', '') ?? ''),
  );
  expect(names).toEqual(expect.arrayContaining(Object.keys(READ)));
  for (const label of names) {
    const { text, bytes, name } = await exported(bearing, page, label);
    expect(bytes.length, name).toBeGreaterThan(100);
    const count = await READ[label]?.(text, bytes);
    if (count !== undefined) expect(count, label).toBe(PAPERS - 1);
    else expect(rowsOf(text).length, label).toBeGreaterThan(1);
  }

  const choice = page.getByRole('checkbox', { name: /^Excluded papers too/ });
  await choice.focus();
  await page.keyboard.press('Space');
  await page.reload();
  await expect(choice).toBeChecked();
  for (const label of ['Papers (RIS)', 'Papers (BibTeX, BibLaTeX)', 'Papers (CSL-JSON)'])
    expect((await exported(bearing, page, label)).text).toContain('another');

  await page.setViewportSize({ width: 640, height: 900 });
  await bearing.shotsOf(page, 'exchange-room-narrow');
});
