/** Earlier coding in the workspace: the columns of a table are named, what it would bring in is shown, and it comes in. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { importRun } from '../../entrypoints/workspace/import-run';
import { ImportFile } from '../../entrypoints/workspace/rooms/exchange/ImportFile';
import { exporterById } from '../../lib/exchange';
import { writeWorkbook } from '../../lib/exchange/out/xlsx/workbook';
import type { Review } from '../../lib/model';
import * as store from '../../lib/store';
import { db } from '../../lib/store/db';
import { FakeImporter } from '../support/fake-importer';
import { button, inRoom } from '../support/in-room';
import { newTag } from '../unit/store/support';

const shown = inRoom();
let review: Review;
beforeEach(async () => {
  review = await store.ensureReview();
  FakeImporter.made = [];
  vi.stubGlobal('Worker', FakeImporter);
  location.hash = '#/exchange';
  shown.show(
    <main>
      <ImportFile reviewId={review.id} />
    </main>,
  );
});
afterEach(() => {
  importRun.cancel();
  importRun.close();
  vi.unstubAllGlobals();
});

const heading = () => shown.host.querySelector('h3')?.textContent;
const text = () => shown.host.textContent ?? '';
/** The numbers of the first report by the names of their rows. */
const counts = () =>
  Object.fromEntries(
    [...(shown.host.querySelector('dl')?.querySelectorAll(':scope > div') ?? [])].map((row) => [
      row.querySelector('dt')?.textContent ?? '',
      row.querySelector('dd')?.textContent,
    ]),
  );
const select = (label: string) =>
  [...shown.host.querySelectorAll('label')]
    .find((one) => one.querySelector('span')?.textContent === label)
    ?.querySelector('select') as HTMLSelectElement;

async function open(file: string | Uint8Array, name: string, head: string): Promise<void> {
  const field = shown.host.querySelector<HTMLInputElement>('input[type=file]');
  if (!field) throw new Error('no file can be chosen');
  const data = new DataTransfer();
  data.items.add(new File([file as BlobPart], name));
  field.files = data.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await FakeImporter.last.answer();
  await expect.poll(heading).toBe(head);
}

async function answer(asked: string, head: string): Promise<void> {
  await expect.poll(() => FakeImporter.last.asked).toBe(asked);
  await FakeImporter.last.answer();
  await expect.poll(heading).toBe(head);
}

const CODED =
  'Where,Words,Code,Who\nA work that is named,Training helped.,Culture,Ada\nA work that is named,It did not.,Nights,\n';

test('a table has its columns named by keyboard, is previewed, and comes in as tags', async () => {
  await open(CODED, 'old.csv', 'Columns of old.csv');
  expect(text()).toContain('2 rows. Nothing has been imported yet.');
  expect([...shown.host.querySelectorAll('td')].map((cell) => cell.textContent)).toContain(
    'Training helped.',
  );
  // "Words" and "Where" are no headings that tell anything.
  await userEvent.click(shown.host.querySelectorAll('input[type=radio]')[0] as Element);
  expect(button('Preview')?.disabled).toBe(true);
  expect(text()).toMatch(/Choose the columns of the quote and the paper/);
  await userEvent.selectOptions(select('Quote'), 'Words');
  await userEvent.selectOptions(select('Title of the paper'), 'Where');
  await userEvent.selectOptions(select('Coder'), 'Who');
  button('Preview')?.focus();
  await userEvent.keyboard('{Enter}');
  await answer('map', 'In old.csv');
  expect(counts()).toMatchObject({
    'New tags': '2',
    'Changed tags': '0',
    Unchanged: '0',
    Coders: '2',
  });
  expect(text()).toContain('They become influences of a new codebook of yours, “old”');
  expect(await db.tags.count()).toBe(0);

  button('Change the columns')?.click();
  await expect.poll(heading).toBe('Columns of old.csv');
  expect(select('Quote').value).toBe('1');
  button('Preview')?.click();
  await answer('map', 'In old.csv');

  await userEvent.selectOptions(
    shown.host.querySelector('label select') as HTMLSelectElement,
    'contrasting',
  );
  button('Import')?.click();
  await answer('bring-in', 'Imported');
  expect((await db.tags.toArray()).map(({ stance }) => stance)).toEqual([
    'contrasting',
    'contrasting',
  ]);
  button('Undo the import')?.click();
  await expect.poll(text).toContain('The import was taken back.');
  expect(await db.tags.count()).toBe(0);

  // A file with the same headings is named as the last one was.
  await open(CODED.replace('Nights', 'Days'), 'next.csv', 'Columns of next.csv');
  expect([select('Quote').value, select('Coder').value]).toEqual(['1', '3']);
});

test('an evidence table that was edited shows what changes, and changes it', async () => {
  const { tag } = await store.saveTag(newTag({ reviewId: review.id }));
  const data = await store.tablesInput(review.id);
  const csv = data && (exporterById('evidence-table-csv')?.write(data) as string);
  await open((csv ?? '').replace(',supporting,', ',contrasting,'), 'table.csv', 'In table.csv');
  expect(counts()).toMatchObject({ 'New tags': '0', 'Changed tags': '1', Broken: '0' });
  expect(text()).toContain('stance: supporting → contrasting');
  expect(button('Change the columns')).toBeUndefined();
  button('Import')?.click();
  await answer('bring-in', 'Imported');
  expect(await db.tags.get(tag.id)).toMatchObject({ stance: 'contrasting' });
});

test('of a workbook with several sheets another one is chosen, and its columns are named', async () => {
  const cells = (...row: string[]) => row.map((value) => ({ value }));
  const rows = [cells('Title', 'Year'), cells('A paper', '2020')];
  const coded = CODED.trim()
    .split('\n')
    .map((line) => cells(...line.split(',')));
  const book = writeWorkbook([
    { name: 'Papers', widths: [20, 20], headRows: 1, rows },
    { name: 'Coding', widths: [20, 20, 20, 20], headRows: 1, rows: coded },
  ]);
  await open(book, 'book.xlsx', 'Columns of book.xlsx');
  expect([...select('Sheet').options].map(({ text: name }) => name)).toEqual(['Papers', 'Coding']);
  expect([select('Sheet').value, select('Title of the paper').value]).toEqual(['Papers', '0']);
  await userEvent.selectOptions(select('Sheet'), 'Coding');
  await answer('sheet', 'Columns of book.xlsx');
  expect([select('Sheet').value, text().includes('on the sheet “Coding”')]).toEqual([
    'Coding',
    true,
  ]);
  expect(text()).toContain('Training helped.');
});
