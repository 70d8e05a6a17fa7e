/**
 * A reader's library comes onto the reading list: ids that are pasted, and a file that is chosen by the keyboard, taken
 * back, brought in again, and dropped on the window.
 */
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';
import { importRows } from '../support/import-report';
import { exchange, heading, press } from '../support/large-import';

interface StoredPaper {
  doi?: string;
  title?: string;
}
const papers = async (bearing: Bearing): Promise<StoredPaper[]> => bearing.records('papers');
const listed = async (bearing: Bearing) => (await bearing.records('reviewPapers')).length;

/** As a database exports them: some twice, one of another year, one that is cut off. */
function ris(count: number): string {
  const record = (i: number, year = 2000 + (i % 20)) =>
    [
      'TY  - JOUR',
      `TI  - Peer support in mental health services, study number ${i}`,
      `AU  - Ibrahim${i}, Nashwa`,
      `PY  - ${year}`,
      'T2  - Journal of Peer Work',
      `SP  - ${i}`,
      ...(i % 2 ? [`DO  - 10.5555/study.${i}`] : []),
      'AB  - What was done, with whom, and what came of it.',
      `N1  - Read it, part ${i}.`,
      'ER  - ',
    ].join('\r\n');
  const all = Array.from({ length: count }, (_, i) => record(i + 1));
  return `${[...all, record(2), record(4, 1990)].join('\r\n\r\n')}\r\n\r\nTY  - JOUR\r\nAB  - Of nothing\r\nER  - \r\n`;
}

const DOIS = Array.from({ length: 20 }, (_, i) => `10.5555/pasted.${i + 1}`);

test('twenty DOIs are pasted: only the ids are kept, and no request is made', async ({
  bearing,
}) => {
  const page = await bearing.openOwn('workspace.html#/papers');
  await page.getByRole('link', { name: 'Import references…' }).last().click();
  await expect(page.getByLabel('Files to import')).toBeFocused();
  await expect(page.getByText('Only the ids are kept until you open the page')).toBeVisible();
  await bearing.shotsOf(page, 'references-choose');
  await page
    .getByLabel('Paste DOIs, PMIDs or arXiv ids')
    .fill(DOIS.map((doi, i) => (i % 2 ? doi : `https://doi.org/${doi}`)).join('\n'));
  await press(page, 'Preview these ids');
  await expect(heading(page, 'In the pasted ids')).toBeFocused();
  expect(await importRows(page)).toMatchObject({ New: 20, 'Already listed': 0, Broken: 0 });
  expect(await listed(bearing)).toBe(0);
  await press(page, 'Cancel');
  // What was pasted is still there.
  await expect(page.getByLabel('Paste DOIs, PMIDs or arXiv ids')).toHaveValue(/pasted\.20/);
  await press(page, 'Preview these ids');
  await press(page, /^Import$/);
  await expect(heading(page, 'Imported')).toBeFocused();
  expect((await papers(bearing)).map(({ doi }) => doi).sort()).toEqual([...DOIS].sort());
  await page.getByRole('link', { name: 'Show the reading list' }).click();
  await expect(page.getByRole('link', { name: DOIS[0], exact: true })).toHaveAttribute(
    'href',
    `https://doi.org/${DOIS[0]}`,
  );
  await expect(page.getByText('Only the id is known until you open it').first()).toBeVisible();
  await bearing.shotsOf(page, 'references-listed-ids');
  await page.setViewportSize({ width: 420, height: 800 });
  await bearing.shotsOf(page, 'references-listed-ids-narrow');
});

test('a file of 300 is imported by the keyboard, undone, imported again, and dropped', async ({
  bearing,
}, info) => {
  const file = info.outputPath('library.ris');
  const text = ris(300);
  writeFileSync(file, text);
  const page = await exchange(bearing);
  const tall = page.viewportSize();
  // The room is drawn anew once its map has been counted.
  await expect(page.getByRole('button', { name: 'Copy the map as text' })).toBeEnabled();
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('Files to import').press('Enter');
  await (await chooser).setFiles(file);
  await expect(heading(page, 'In library.ris')).toBeFocused();
  const previewed = await importRows(page);
  expect(previewed).toEqual({
    ...{ New: 300, 'Already listed': 0, 'Known, not yet on this list': 0 },
    ...{ Doubtful: 1, 'Twice in the file': 1, Broken: 1 },
  });
  await page.getByText('Show them, and why').click();
  await page.getByText('They cannot be read: why').click();
  await expect(page.getByText(/Same title, another year/)).toBeVisible();
  await expectAccessible(page);
  await bearing.shotsOf(page, 'references-preview');
  await page.setViewportSize({ width: 420, height: 800 });
  await bearing.shotsOf(page, 'references-preview-narrow');
  if (tall) await page.setViewportSize(tall);
  expect(await listed(bearing)).toBe(0);

  await tabTo(page, 'Import');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Imported')).toBeFocused();
  expect(await importRows(page)).toEqual(previewed);
  expect(await listed(bearing)).toBe(301);
  await bearing.shotsOf(page, 'references-done');
  await tabTo(page, 'Undo the import');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The import was taken back.')).toBeVisible();
  expect([await papers(bearing), await listed(bearing)]).toEqual([[], 0]);

  await page.getByLabel('Files to import').setInputFiles(file);
  await press(page, /^Import$/);
  await expect(heading(page, 'Imported')).toBeFocused();
  expect(await listed(bearing)).toBe(301);
  await page.getByLabel('Files to import').setInputFiles(file);
  await expect(page.getByText('Nothing in it is new here.')).toBeVisible();
  expect(await importRows(page)).toMatchObject({ New: 0, 'Already listed': 301, Doubtful: 0 });
  await press(page, 'Close');

  // Dropped in another room, as a file of a file manager.
  await page.getByRole('link', { name: 'Papers', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Papers' })).toBeVisible();
  await bearing.shotsOf(page, 'references-papers');
  const dragged = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'dropped.ris'));
    return data;
  }, text);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: dragged });
  await expect(page.getByText('Drop to see what it would bring into “My review”')).toBeVisible();
  await bearing.shotsOf(page, 'references-drop');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Drop to see/)).toHaveCount(0);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: dragged });
  await expect(page.getByText(/^Drop to see/)).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: dragged });
  await expect(heading(page, 'In dropped.ris')).toBeFocused();
  await expect(page.getByText(/^Drop to see/)).toHaveCount(0);
  expect(await importRows(page)).toMatchObject({ New: 0, 'Already listed': 301 });

  await page.getByRole('link', { name: 'Papers', exact: true }).click();
  await page.getByLabel('Find a paper').fill('study number 277');
  await page.getByRole('button', { name: /^More about .*number 277$/ }).click();
  await page.getByRole('menuitem', { name: 'Details and coding form' }).click();
  await expect(page.getByText('Read it, part 277.')).toBeVisible();
  await bearing.shotsOf(page, 'references-paper');
});

/** By the keyboard alone, from where the focus is. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true });
  for (let i = 0; i < 20; i++) {
    if (await wanted.evaluate((button) => button === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to the button “${name}” by Tab`);
}
