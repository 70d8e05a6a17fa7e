/** References in the workspace: what a file or pasted ids would bring in, several files in turn, and files that are dropped. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { DropArea } from '../../entrypoints/workspace/DropArea';
import { importRun } from '../../entrypoints/workspace/import-run';
import { ImportFile } from '../../entrypoints/workspace/rooms/exchange/ImportFile';
import { PapersRoom } from '../../entrypoints/workspace/rooms/papers/PapersRoom';
import { useRoute } from '../../entrypoints/workspace/use-route';
import type { Review } from '../../lib/model';
import * as store from '../../lib/store';
import { db } from '../../lib/store/db';
import { FakeImporter } from '../support/fake-importer';
import { button, inRoom } from '../support/in-room';
import { facts, page } from '../unit/store/support';

const shown = inRoom();
let review: Review;
beforeEach(async () => {
  review = await store.ensureReview();
  FakeImporter.made = [];
  vi.stubGlobal('Worker', FakeImporter);
  location.hash = '#/exchange';
  shown.show(<Workspace />);
});
afterEach(() => {
  importRun.cancel();
  importRun.close();
  importRun.dropWaiting();
  vi.unstubAllGlobals();
});

function Workspace() {
  const { room } = useRoute();
  return (
    <>
      <main>{room === 'exchange' ? <ImportFile reviewId={review.id} /> : <h1>{room}</h1>}</main>
      <DropArea review={review} />
    </>
  );
}

const heading = () => shown.host.querySelector('h3')?.textContent;
const fileField = () => shown.host.querySelector<HTMLInputElement>('input[type=file]');
const status = () => shown.host.querySelector('section > [role=status]')?.textContent;
const area = () => shown.host.querySelector('[data-drop-area]')?.textContent;
const papers = () => db.papers.count();

/** The numbers of the card by the names of their rows, and what is said beside them. */
const rows = (): Record<string, (string | null)[]> =>
  Object.fromEntries(
    [...shown.host.querySelectorAll('dl > div')].map((row) => [
      row.querySelector('dt')?.textContent ?? '',
      [...row.querySelectorAll(':scope > dd')].map((part) => part.textContent),
    ]),
  );
const counts = () =>
  Object.fromEntries(Object.entries(rows()).map(([name, parts]) => [name, parts[0]]));

/** RIS with a reference for each: "title | year | DOI". */
const ris = (...works: string[]) =>
  works
    .map((work) => {
      const [title, year, doi] = work.split(' | ');
      return [
        'TY  - JOUR',
        ...(title ? [`TI  - ${title}`] : []),
        'AU  - Ibrahim, Nashwa',
        ...(year ? [`PY  - ${year}`] : []),
        ...(doi ? [`DO  - ${doi}`] : []),
        'AB  - What was done.',
        'ER  - ',
      ].join('\n');
    })
    .join('\n');
const file = (name: string, ...works: string[]) => new File([ris(...works)], name);
const LONG = 'Peer support in mental health services: a review';

function transfer(...files: File[]): DataTransfer {
  const data = new DataTransfer();
  for (const one of files) data.items.add(one);
  return data;
}

function choose(...files: File[]): void {
  const field = fileField();
  if (!field) throw new Error('no file can be chosen');
  field.files = transfer(...files).files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

async function preview(name: string): Promise<void> {
  await FakeImporter.last.answer();
  await expect.poll(heading).toBe(`In ${name}`);
}

async function bringIn(): Promise<void> {
  button('Import')?.click();
  await expect.poll(() => FakeImporter.last.asked).toBe('bring-in');
  await FakeImporter.last.answer();
  await expect.poll(heading).toBe('Imported');
}

test('the card says what becomes of each reference, with its line and why, and it is then done', async () => {
  const onPage = page('https://a.example/1', facts('10.5555/a', LONG));
  await store.addPaper(onPage, review.id, { progress: 'read' });
  const other = await store.createReview({ name: 'Other' });
  const elsewhere = page('https://b.example/1', facts('10.5555/b'));
  await store.addPaper(elsewhere, other.id, { progress: 'read' });
  choose(
    file(
      'library.ris',
      'Peer work | 2001 | 10.5555/new',
      `${LONG} | 2020 | 10.5555/a`,
      'Known | 2002 | 10.5555/b',
      `${LONG} | 2021 | 10.5555/other`,
      'Peer work | 2001 | 10.5555/new',
      '',
    ),
  );
  await preview('library.ris');
  const expected = {
    ...{ New: '1', 'Already listed': '1', 'Known, not yet on this list': '1' },
    ...{ Doubtful: '1', 'Twice in the file': '1', Broken: '1' },
  };
  expect(counts()).toEqual(expected);
  expect(rows().Doubtful?.[1]).toContain('Line 22');
  expect(rows().Doubtful?.[1]).toContain('Same title, another identifier: Ibrahim');
  expect(rows().Broken?.[1]).toMatch(/Line 36/);
  expect(shown.host.textContent).toContain('2 papers that are here gain what they lack');
  expect(shown.host.textContent).toContain(`For the reading list of “${review.name}”`);
  expect(await papers()).toBe(2);
  await bringIn();
  expect(counts()).toEqual(expected);
  expect(await papers()).toBe(4);
  button('Undo the import')?.click();
  await expect.poll(status).toBe('The import was taken back.');
  expect(await papers()).toBe(2);
});

test('a file in which nothing is new offers nothing to import', async () => {
  choose(file('one.ris', `${LONG} | 2020 | 10.5555/a`));
  await preview('one.ris');
  await bringIn();
  choose(file('one.ris', `${LONG} | 2020 | 10.5555/a`));
  await preview('one.ris');
  expect(shown.host.textContent).toContain('Nothing in it is new here.');
  expect(button('Import')).toBeUndefined();
  button('Close')?.click();
  await expect.poll(fileField).toBeTruthy();
});

test('of thousands of lines the first are shown, and the others counted', async () => {
  choose(
    file('many.ris', ...Array.from({ length: 300 }, (_, i) => `Work ${i} | 2001 | 10.5555/${i}`)),
  );
  await preview('many.ris');
  expect(shown.host.querySelectorAll('dl li')).toHaveLength(200);
  expect(rows().New?.[1]).toContain('… and 100 more.');
});

describe('several files', () => {
  const three = () =>
    choose(
      file('a.ris', 'First | 2001 | 10.5555/a'),
      new File(['Dear Ada'], 'letter.txt'),
      file('c.ris', 'First | 2001 | 10.5555/a', 'Third | 2003 | 10.5555/c'),
    );

  test('come one after the other, and one that cannot be read holds up no other', async () => {
    three();
    await preview('a.ris');
    expect(button(/^Next file/)).toBeUndefined();
    await bringIn();
    expect(button('Next file: letter.txt')).toBeTruthy();
    expect(shown.host.textContent).toContain('1 more after it');
    button('Next file: letter.txt')?.click();
    await FakeImporter.last.answer();
    await expect
      .poll(() => shown.host.querySelector('[role=alert]')?.textContent)
      .toContain('Bearing does not know this kind of file');
    button('Next file: c.ris')?.click();
    await preview('c.ris');
    // What the first file brought is listed by now.
    expect(counts()).toMatchObject({ New: '1', 'Already listed': '1' });
    button('Cancel')?.click();
    await expect.poll(status).toBe('Cancelled. Nothing was imported.');
    expect([button(/^Next file/), await papers()]).toEqual([undefined, 1]);
  });

  test('can be left', async () => {
    three();
    await preview('a.ris');
    button('Cancel')?.click();
    await expect.poll(() => button('Leave the rest')).toBeTruthy();
    button('Leave the rest')?.click();
    await expect.poll(() => button(/^Next file/)).toBeUndefined();
    expect(fileField()).toBeTruthy();
  });

  const leaveAndReturn = async () => {
    location.hash = '#/papers';
    await expect.poll(() => shown.host.querySelector('h1')?.textContent).toBe('papers');
    location.hash = '#/exchange';
    await expect.poll(fileField).toBeTruthy();
  };

  test('wait while the reader looks at the reading list, and go on where the room is opened again', async () => {
    three();
    await preview('a.ris');
    await bringIn();
    await leaveAndReturn();
    expect(heading()).toBeUndefined();
    expect(button('Next file: letter.txt')).toBeTruthy();
    expect(shown.host.textContent).toContain('1 more after it');
    button('Next file: letter.txt')?.click();
    await FakeImporter.last.answer();
    await expect.poll(() => button('Next file: c.ris')).toBeTruthy();
  });

  test('wait with the one that was only looked at when the room was left', async () => {
    three();
    await preview('a.ris');
    await leaveAndReturn();
    expect(button('Next file: a.ris')).toBeTruthy();
    expect(shown.host.textContent).toContain('2 more after it');
  });

  test('wait while another is dropped over a preview, and while ids are pasted', async () => {
    three();
    await preview('a.ris');
    document.body.dispatchEvent(
      new DragEvent('drop', {
        ...{ bubbles: true, cancelable: true },
        dataTransfer: transfer(file('dropped.ris', 'Second | 2002 | 10.5555/b')),
      }),
    );
    await expect.poll(() => FakeImporter.made.length).toBe(2);
    await preview('dropped.ris');
    button('Cancel')?.click();
    await expect.poll(() => button('Next file: a.ris')).toBeTruthy();
    expect(shown.host.textContent).toContain('2 more after it');
    importRun.openIds('10.5555/z', review.id);
    await FakeImporter.last.answer();
    button('Cancel')?.click();
    await expect.poll(() => button('Next file: a.ris')).toBeTruthy();
    expect(shown.host.textContent).toContain('2 more after it');
  });
});

test('an import that is cancelled while it writes leaves nothing', async () => {
  choose(file('a.ris', 'First | 2001 | 10.5555/a'));
  await preview('a.ris');
  button('Import')?.click();
  await expect.poll(() => FakeImporter.last.asked).toBe('bring-in');
  FakeImporter.last.tell({ stage: 'writing', done: 1, total: 2 });
  await expect.poll(() => shown.host.querySelector('progress')?.value).toBe(1);
  button('Cancel')?.click();
  await expect.poll(status).toBe('Cancelled. Nothing was imported.');
  expect([FakeImporter.last.isEnded, await papers()]).toEqual([true, 0]);
});

describe('a file that is dragged over the window', () => {
  const drag = (kind: string, data: DataTransfer, more: DragEventInit = {}) => {
    const event = new DragEvent(kind, {
      ...{ bubbles: true, cancelable: true, dataTransfer: data },
      ...more,
    });
    document.body.dispatchEvent(event);
    return event;
  };
  const files = () => transfer(file('dropped.ris', 'First | 2001 | 10.5555/a'));

  test('shows where it can be dropped, until it leaves or Escape is pressed', async () => {
    drag('dragenter', files());
    await expect.poll(area).toBe(`Drop to see what it would bring into “${review.name}”`);
    drag('dragleave', files(), { relatedTarget: shown.host });
    drag('dragover', files());
    expect(area()).toBeTruthy();
    drag('dragleave', files());
    await expect.poll(area).toBeUndefined();
    drag('dragover', files());
    await expect.poll(area).toBeTruthy();
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await expect.poll(area).toBeUndefined();
  });

  test('is previewed when it is dropped, in whichever room', async () => {
    location.hash = '#/map';
    await expect.poll(() => shown.host.querySelector('h1')?.textContent).toBe('map');
    expect(drag('dragover', files()).defaultPrevented).toBe(true);
    expect(drag('drop', files()).defaultPrevented).toBe(true);
    await expect.poll(() => location.hash).toBe('#/exchange');
    await preview('dropped.ris');
    expect(area()).toBeUndefined();
  });

  test('waits while an import is written', async () => {
    choose(file('a.ris', 'First | 2001 | 10.5555/a'));
    await preview('a.ris');
    button('Import')?.click();
    await expect.poll(() => FakeImporter.last.asked).toBe('bring-in');
    drag('dragover', files());
    await expect.poll(area).toMatch(/^An import is being written/);
    drag('drop', files());
    expect(FakeImporter.made).toHaveLength(1);
    await FakeImporter.last.answer();
    await expect.poll(heading).toBe('Imported');
  });

  test('is a file: text that is dragged is not taken', () => {
    const text = new DataTransfer();
    text.setData('text/plain', '10.5555/a');
    expect(drag('dragover', text).defaultPrevented).toBe(false);
    expect(area()).toBeUndefined();
  });
});

describe('the reading list leads to it', () => {
  const link = () =>
    [...shown.host.querySelectorAll('a')].filter((one) => one.textContent === 'Import references…');

  test('where it is empty, and where it is not', async () => {
    location.hash = '#/papers';
    shown.showRoom(PapersRoom);
    await expect.poll(() => link().length).toBe(1);
    expect(link()[0]?.getAttribute('href')).toBe('#/exchange?show=import');
    await store.addPaper(page('https://a.example/1', facts('10.5555/a')), review.id, {
      progress: 'read',
    });
    await expect.poll(() => shown.host.querySelector('article')).toBeTruthy();
    expect(link()).toHaveLength(1);
  });

  test('and puts the keyboard where a file is chosen', async () => {
    location.hash = '#/exchange?show=import';
    await expect.poll(() => document.activeElement === fileField()).toBe(true);
    // It was asked for once.
    await expect.poll(() => location.hash).toBe('#/exchange');
  });
});

test('the results of a search are counted in the flow diagram on request, with their duplicates', async () => {
  choose(file('Scopus.ris', 'A work of its own | 2019 | 10.5555/q', 'Another | 2020 | 10.5555/r'));
  await preview('Scopus.ris');
  await bringIn();
  expect((await db.reviews.get(review.id))?.flow).toBeUndefined();
  button('Count this search')?.click();
  await expect.poll(() => shown.host.textContent).toContain('2 records, 0 of them duplicates');
  // It is not offered again, and goes with the import.
  expect(button('Count this search')).toBeUndefined();
  button('Undo the import')?.click();
  await expect.poll(status).toMatch(/^The import was taken back\. So was its count/);
  expect((await db.reviews.get(review.id))?.flow).toBeUndefined();
  choose(file('Scopus.ris', 'A work of its own | 2019 | 10.5555/q', 'Another | 2020 | 10.5555/r'));
  await preview('Scopus.ris');
  await bringIn();
  button('Count this search')?.click();
  await expect.poll(() => shown.host.textContent).toContain('2 records, 0 of them duplicates');
  // All that is in the next one is listed: there is nothing to bring in, and it counts.
  choose(file('pubmed export.ris', 'A work of its own | 2019 | 10.5555/q'));
  await preview('pubmed export.ris');
  const name = [...shown.host.querySelectorAll('label')]
    .find((one) => one.textContent === 'Its name')
    ?.parentElement?.querySelector('input') as HTMLInputElement;
  expect(name.value).toBe('pubmed export');
  await userEvent.fill(name, 'PubMed');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => shown.host.textContent).toContain('1 record, 1 of them duplicates');
  expect((await db.reviews.get(review.id))?.flow).toEqual({
    numbers: { database_results: 3, duplicates: 1 },
    databases: [
      { name: 'Scopus', records: 2 },
      { name: 'PubMed', records: 1 },
    ],
  });
});
