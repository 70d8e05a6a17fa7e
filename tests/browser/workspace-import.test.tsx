/** An import in the workspace, over rooms: what is being written goes on, and is shown, wherever the reader is. */
import { flushSync } from 'react-dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { importRun } from '../../entrypoints/workspace/import-run';
import { ImportFile } from '../../entrypoints/workspace/rooms/exchange/ImportFile';
import { Undo } from '../../entrypoints/workspace/undo/Undo';
import { useUndo } from '../../entrypoints/workspace/undo/use-undo';
import { useRoute } from '../../entrypoints/workspace/use-route';
import { useWorkspaceKeys } from '../../entrypoints/workspace/use-workspace-keys';
import { writeBackup } from '../../lib/exchange';
import * as store from '../../lib/store';
import { db } from '../../lib/store/db';
import { FakeImporter } from '../support/fake-importer';
import { button, inRoom } from '../support/in-room';
import { sampleBackup } from '../support/samples';
import { newTag } from '../unit/store/support';

const shown = inRoom();
let reviewId: string;
beforeEach(async () => {
  reviewId = (await store.ensureReview()).id;
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
  const undoing = useUndo();
  useWorkspaceKeys(undoing);
  return (
    <>
      <nav>
        <Undo by={undoing} />
      </nav>
      <main>{room === 'exchange' ? <ImportFile reviewId={reviewId} /> : <h1>{room}</h1>}</main>
    </>
  );
}

const rail = () => shown.host.querySelector('nav') as HTMLElement;
const room = () => shown.host.querySelector('main') as HTMLElement;
const heading = () => room().querySelector('h3')?.textContent;
const alert = () => shown.host.querySelector('[role=alert]')?.textContent;
const fileField = () => room().querySelector<HTMLInputElement>('input[type=file]');
const go = async (to: string) => {
  location.hash = `#/${to}`;
  await expect.poll(() => room().querySelector('h1')?.textContent ?? 'exchange').toBe(to);
};
const tags = () => db.tags.count();

function choose(name: string, papers = 1): void {
  const text = writeBackup(
    sampleBackup({
      ...{ papers, tags: 2, influences: ['psw.culture'], codebookId: 'psw-core' },
    }),
  );
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  const field = fileField();
  if (!field) throw new Error('no file can be chosen');
  field.files = data.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** A file is open, and its import has begun. */
async function beginImport(): Promise<FakeImporter> {
  choose('from-ada.json');
  await FakeImporter.last.answer();
  await expect.poll(heading).toBe('In from-ada.json');
  button('Another coder’s')?.click();
  await expect.poll(() => FakeImporter.last.asked).toBe('bring-in');
  return FakeImporter.last;
}

async function bringIn(): Promise<void> {
  await (await beginImport()).answer();
  await expect.poll(heading).toBe('Imported');
}

describe('an import that is being written', () => {
  test('goes on in the rail when its room is left, and its report is there on return', async () => {
    const importer = await beginImport();
    expect(rail().querySelector('progress')).toBeNull();
    // What it writes is not what undo would take back.
    await expect.poll(() => button(/^Undo:/)).toBeUndefined();
    await go('map');
    importer.tell({ stage: 'writing', done: 1, total: 4 });
    await expect
      .poll(
        () =>
          rail().querySelector<HTMLProgressElement>('progress[aria-label="Bringing in"]')?.value,
      )
      .toBe(1);
    // On return it is where it was: no second file can be chosen beside it.
    await go('exchange');
    expect(room().querySelector('progress')?.value).toBe(1);
    expect([fileField(), rail().querySelector('progress')]).toEqual([null, null]);
    await go('map');
    await importer.answer();
    await expect.poll(() => rail().textContent).toContain('Imported: show the report');
    expect(rail().querySelector('a')?.getAttribute('href')).toBe('#/exchange');
    expect(await tags()).toBe(2);
    await go('exchange');
    expect(heading()).toBe('Imported');
    expect(button('Undo the import')).toBeTruthy();
    expect(rail().textContent).not.toContain('report');
    // Read, it is not kept.
    await go('map');
    await go('exchange');
    expect(heading()).toBeUndefined();
    expect(fileField()).toBeTruthy();
  });

  test('is cancelled from the rail', async () => {
    const importer = await beginImport();
    await go('map');
    await expect.poll(() => button('Cancel', rail())).toBeTruthy();
    button('Cancel', rail())?.click();
    await expect.poll(() => rail().textContent).toContain('Cancelled. Nothing was imported.');
    expect([importer.isEnded, await tags()]).toEqual([true, 0]);
  });

  test('that fails while its room is left says so in the rail', async () => {
    const importer = await beginImport();
    await go('map');
    importer.say({ say: 'problem', code: 'full', sentence: 'The disk is full.' });
    await expect.poll(alert).toBe('The disk is full.');
    await go('exchange');
    expect(room().querySelector('[role=alert]')?.textContent).toBe('The disk is full.');
    expect(rail().querySelector('[role=alert]')).toBeNull();
  });

  test('that fails: the keyboard is where the reader began', async () => {
    const importer = await beginImport();
    importer.say({ say: 'problem', code: 'full', sentence: 'The disk is full.' });
    await expect
      .poll(() => document.activeElement === fileField() && fileField() !== null)
      .toBe(true);
  });

  test('begins once, however often its button is pressed', async () => {
    choose('from-ada.json');
    await FakeImporter.last.answer();
    await expect.poll(heading).toBe('In from-ada.json');
    const mine = button('These tags are mine');
    const other = button('Another coder’s');
    flushSync(() => other?.click());
    flushSync(() => mine?.click());
    await FakeImporter.last.answer();
    await expect.poll(heading).toBe('Imported');
    expect(await db.coders.count()).toBe(2);
  });

  test('is not taken back by a key that is pressed meanwhile', async () => {
    await store.saveTag(newTag({ quote: 'Before.' }));
    await expect.poll(() => button(/^Undo: tag saved/)).toBeTruthy();
    const importer = await beginImport();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', bubbles: true }));
    await importer.answer();
    await expect.poll(heading).toBe('Imported');
    expect(await tags()).toBe(3);
  });

  test('and was complete before Cancel reached it is reported as complete, and can be taken back', async () => {
    const importer = await beginImport();
    await importer.work();
    button('Cancel')?.click();
    await expect.poll(heading).toBe('The import had been completed before it could be stopped.');
    expect(await tags()).toBe(2);
    button('Undo the import')?.click();
    await expect.poll(() => room().textContent).toContain('The import was taken back.');
    expect(await tags()).toBe(0);
  });
});

describe('a file that is only looked at', () => {
  test('is left with its room', async () => {
    choose('from-ada.json');
    await FakeImporter.last.answer();
    await expect.poll(heading).toBe('In from-ada.json');
    await go('map');
    expect(FakeImporter.last.isEnded).toBe(true);
    expect(rail().textContent).not.toContain('Imported');
    await go('exchange');
    expect(heading()).toBeUndefined();
    expect(fileField()).toBeTruthy();
  });

  test('is not replaced by what an earlier one still answers', async () => {
    choose('earlier.json');
    const earlier = FakeImporter.last;
    const late = await earlier.work();
    button('Cancel')?.click();
    await expect.poll(fileField).toBeTruthy();
    choose('later.json');
    earlier.tell({ stage: 'checking', done: 1, total: 2 });
    await FakeImporter.last.answer();
    await expect.poll(heading).toBe('In later.json');
    earlier.say(late);
    // Longer than an answer takes to be shown.
    await tags();
    expect(heading()).toBe('In later.json');
  });
});

test('files that wait are told in the rail, and lead back to their room', async () => {
  importRun.openFiles(
    ['a.json', 'b.json', 'c.json'].map((name) => new File(['{}'], name)),
    reviewId,
  );
  await go('map');
  await expect.poll(() => rail().querySelector('a')?.textContent).toBe('3 files wait for import');
  expect(rail().querySelector('a')?.getAttribute('href')).toBe('#/exchange');
  await go('exchange');
  button('Leave the rest')?.click();
  await go('map');
  expect(rail().textContent).not.toContain('wait');
});

describe('the offer to take an import back', () => {
  test('is pressed twice, taken once, and reports what it did', async () => {
    await bringIn();
    const undo = button('Undo the import');
    flushSync(() => undo?.click());
    expect(button('Undo the import')?.disabled).toBe(true);
    flushSync(() => undo?.click());
    importRun.takeBack((await store.lastStep())?.id ?? '');
    await expect.poll(() => room().textContent).toContain('The import was taken back.');
    expect([await tags(), alert()]).toEqual([0, undefined]);
    expect((await db.steps.toArray()).filter(({ undoes }) => undoes)).toHaveLength(1);
  });

  test('goes when the rail takes it back, and returns when it is done again', async () => {
    await bringIn();
    const key = (name: string) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
    key('u');
    await expect.poll(() => room().textContent).toContain('The import was taken back.');
    expect(button('Undo the import')).toBeUndefined();
    key('U');
    await expect.poll(() => button('Undo the import')).toBeTruthy();
    expect(await tags()).toBe(2);
  });
});
