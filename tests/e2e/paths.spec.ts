/**
 * Two whole ways through a review: a student's reading list, by the keyboard; and a reviewer's screening and coding, by the mouse.
 * What leaves is opened by readers that we did not write.
 */
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from '@retorquere/bibtex-parser';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import readXlsx from 'read-excel-file/node';
import { type Bearing, expect, test } from '../support/extension';
import { exchange, heading } from '../support/large-import';

/** The control of this name, reached with Tab as a reader without a mouse does, or directly where it is far. */
async function enter(page: Page, role: 'button' | 'link' | 'menuitemradio', name: string | RegExp) {
  await page
    .getByRole(role, { name, exact: typeof name === 'string' })
    .first()
    .focus();
  await page.keyboard.press('Enter');
}

const exported = (bearing: Bearing, page: Page, label: string, press: () => Promise<void>) =>
  bearing.download(async () => {
    await press();
    await expect(page.getByRole('status').filter({ hasText: 'File written.' })).toBeVisible();
    expect(label).toBeTruthy();
  });

const DOIS = Array.from(
  { length: 20 },
  (_, i) => `10.5555/student.${String(i + 1).padStart(2, '0')}`,
);

test('a student: twenty DOIs are pasted, sorted, five are read, and leave as .bib and Markdown, by keyboard', async ({
  bearing,
}) => {
  const page = await exchange(bearing);
  await page.getByLabel('Paste DOIs, PMIDs or arXiv ids').focus();
  await page.keyboard.insertText(DOIS.join('\n'));
  await enter(page, 'button', 'Preview these ids');
  await expect(heading(page, 'In the pasted ids')).toBeFocused();
  await enter(page, 'button', 'Import');
  await expect(heading(page, 'Imported')).toBeFocused();
  await enter(page, 'link', 'Show the reading list');

  const rows = page.getByRole('region', { name: 'Reading list' }).getByRole('article');
  await expect(rows.first()).toBeVisible();
  await enter(page, 'button', /^Sort/);
  await enter(page, 'menuitemradio', 'Title');
  await expect(rows.first()).toContainText(DOIS[0] as string);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  for (const key of ['j', 'j', 'j', 'j', 'X']) await page.keyboard.press(key);
  await expect(page.getByText('5 selected')).toBeVisible();
  await enter(page, 'button', 'Set the progress');
  await enter(page, 'menuitemradio', 'Read');
  await expect(page.getByText(/15 to read, .*5 read/)).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('e');
  const write = (label: string) =>
    exported(bearing, page, label, () => enter(page, 'button', `Export: ${label}`));
  const bib = await write('Papers (BibTeX, BibLaTeX)');
  const { entries } = parse(bib.text, { sentenceCase: false });
  expect(entries.map(({ fields }) => fields.doi).sort()).toEqual(DOIS);
  const notes = await write('Reading list (Markdown)');
  expect(notes.text).toContain('## Read (5)');
  expect(notes.text).toContain('## To read (15)');
});

const STUDIES = 300;
const KEPT = 11;
const OUT = 111;
const whereOf = (i: number) =>
  i < KEPT ? 'in prisons' : i < KEPT + OUT ? 'for carers' : 'in services';
const ris = Array.from({ length: STUDIES }, (_, i) =>
  [
    ...['TY  - JOUR', `TI  - Peer support ${whereOf(i)}, study ${i + 1}`, `AU  - Ibrahim${i}, N.`],
    ...[
      `PY  - ${2000 + (i % 20)}`,
      'T2  - Journal of Peer Work',
      `DO  - 10.5555/r.${i + 1}`,
      'ER  - ',
    ],
  ].join('\r\n'),
).join('\r\n\r\n');

test('a reviewer: 300 references come in, are screened and coded, and leave as XLSX, DOCX and QDPX, by mouse', async ({
  bearing,
}, info) => {
  const file = info.outputPath('search.ris');
  writeFileSync(file, ris);
  const page = await exchange(bearing);
  await page.getByLabel('Files to import').setInputFiles(file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('link', { name: 'Show the reading list' }).click();

  const found = page.getByLabel('Find a paper');
  const choose = async (dial: string, value: string | RegExp) => {
    await page.getByRole('checkbox', { name: /^Select all/ }).click();
    await page.getByRole('button', { name: dial }).click();
    await page.getByRole('menuitemradio', { name: value }).click();
  };
  await found.fill('prisons');
  await expect(page.getByText('11 of 300')).toBeVisible();
  await choose('Set the eligibility', 'Included');
  await found.fill('carers');
  await expect(page.getByText('111 of 300')).toBeVisible();
  await choose('Set the eligibility', /^Excluded/);
  await page.getByLabel(/[Rr]eason/).fill('not peer workers');
  await page.getByRole('button', { name: 'Exclude', exact: true }).click();
  await found.fill('');
  await expect(page.getByText(/11 included, 111 excluded/)).toBeVisible();

  const coding = info.outputPath('coding.csv');
  const rows = Array.from(
    { length: KEPT },
    (_, i) =>
      `"Training helped the workers, ${i}.",Training,10.5555/r.${i + 1},${i % 3 ? 'supporting' : 'contrasting'}`,
  );
  writeFileSync(coding, ['Quote,Code,DOI,Stance', ...rows].join('\n'));
  await page.getByRole('link', { name: 'Exchange', exact: true }).click();
  await page.getByLabel('Files to import').setInputFiles(coding);
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(heading(page, 'Imported')).toBeVisible();
  expect((await bearing.records('tags')).length).toBe(KEPT);
  expect((await bearing.records('papers')).length).toBe(STUDIES);

  const write = (label: string) =>
    exported(bearing, page, label, () =>
      page.getByRole('button', { name: `Export: ${label}`, exact: true }).click(),
    );
  const sheets = await readXlsx((await write('All tables (XLSX)')).bytes);
  const sizeOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data.length;
  expect([sizeOf('Tags'), sizeOf('Papers')]).toEqual([1 + KEPT, 1 + STUDIES - OUT]);
  const word = await mammoth.extractRawText({ buffer: (await write('All tables (DOCX)')).bytes });
  expect(word.value).toContain('Training helped the workers, 3.');
  const project = unzipSync(new Uint8Array((await write('QDA project (REFI-QDA)')).bytes));
  const codes = strFromU8(project['project.qde'] as Uint8Array);
  expect(codes.match(/<PlainTextSelection /g)).toHaveLength(KEPT);
  expect(codes).not.toContain('not peer workers');
});
