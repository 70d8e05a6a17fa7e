/** The panel's undo: whatever was done last on this page's paper, on any surface and before a reload, and nothing wider. */
import { Dexie } from 'dexie';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { listWorks } from '../../components/paper/list-works';
import { usePlace } from '../../components/paper/use-place';
import { UndoLine } from '../../entrypoints/sidepanel/foot/UndoLine';
import { printedReference } from '../../entrypoints/sidepanel/paper/printed-reference';
import { useDeeds } from '../../entrypoints/sidepanel/use-deeds';
import { usePanelKeys } from '../../entrypoints/sidepanel/use-panel-keys';
import type { LibraryReference, PlaceChange } from '../../lib/model';
import { changeTag, deleteTags, saveTag } from '../../lib/store';
import { db } from '../../lib/store/db';
import { backUp, emptyStore, newTag, PAGE_A, PAGE_B, restore } from '../unit/store/support';

let root: Root;
let host: HTMLElement;
let panel: {
  place: (place: PlaceChange) => void;
  list: (...works: LibraryReference[]) => Promise<boolean>;
  dismiss: () => void;
  isKnown: boolean;
};

function Panel({ reviewId }: { reviewId: string }) {
  const { deeds, done, problem, dismiss } = useDeeds(PAGE_A, null);
  const { state, setPlace } = usePlace(PAGE_A, reviewId, null);
  const place = (change: PlaceChange) => deeds.carryOut(() => setPlace(change));
  const list = (...works: LibraryReference[]) => deeds.carryOut(() => listWorks(reviewId, works));
  panel = { place, list, dismiss, isKnown: state?.listed !== undefined };
  usePanelKeys({
    ...{ onFilter: () => {}, onPlace: () => {}, onDone: () => {} },
    onUndo: deeds.takeBackLast,
  });
  return <UndoLine done={done} problem={problem} onUndo={deeds.takeBack} onDismiss={dismiss} />;
}

/** A panel that was opened just now: it knows nothing of what was done before. */
async function open(reviewId: string): Promise<void> {
  root?.unmount();
  root = createRoot(host);
  flushSync(() => root.render(<Panel reviewId={reviewId} />));
  await expect.poll(() => panel.isKnown).toBe(true);
}

beforeEach(async () => {
  await emptyStore();
  host = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  root.unmount();
  host.remove();
});
afterAll(() => Dexie.delete('bearing'));

const press = (init: KeyboardEventInit = {}) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', bubbles: true, ...init }));
const status = () => host.querySelector('[role="status"]')?.textContent;

test('takes back what was done last on this paper, exclusions included, over reloads', async () => {
  const { tag } = await saveTag(newTag());
  const { reviewId, paperId } = tag;
  await deleteTags([tag.id]);
  await open(reviewId);
  panel.place({ eligibility: 'excluded', exclusionReason: 'Not about peers' });
  await expect.poll(status).toBe('ExcludedUndo u');
  await saveTag(newTag({ on: PAGE_B, quote: 'Of another paper.' }));

  await open(reviewId);
  press();
  await expect.poll(status).toBe('Undone: eligibility changed');
  expect(await db.reviewPapers.get([reviewId, paperId])).toMatchObject({
    eligibility: 'undecided',
  });
  expect(await db.tags.get(tag.id)).toBeUndefined();
  press();
  await expect.poll(status).toBe('Undone: tag deleted');
  expect(await db.tags.get(tag.id)).toBeDefined();
  expect(await db.tags.count()).toBe(2);
});

test('keys that come fast each take back one step; one that is held down takes back one', async () => {
  const { tag } = await saveTag(newTag({ note: '0' }));
  for (const note of ['1', '2', '3']) await changeTag(tag.id, { note });
  await open(tag.reviewId);
  press();
  press();
  for (let i = 0; i < 5; i++) press({ repeat: true });
  const noteNow = async () => (await db.tags.get(tag.id))?.note;
  await expect.poll(noteNow).toBe('1');
  press();
  await expect.poll(noteNow).toBe('0');
});

test('the line takes back the step that it is about, and no other', async () => {
  const { tag } = await saveTag(newTag({ note: 'before' }));
  const { reviewId, paperId } = tag;
  await open(reviewId);
  panel.place({ progress: 'read' });
  await expect.poll(status).toBe('ReadUndo u');
  await changeTag(tag.id, { note: 'after' });
  host.querySelector('button')?.click();
  await expect.poll(status).toBe('Undone');
  expect(await db.reviewPapers.get([reviewId, paperId])).toMatchObject({ progress: 'reading' });
  expect(await db.tags.get(tag.id)).toMatchObject({ note: 'after' });
});

test('works that were put on the list are taken back in their turn, also when their line is gone', async () => {
  const work = (n: number) =>
    printedReference({
      ...{ id: `r${n}`, label: `${n}`, text: `Work ${n}.`, doi: `10.5555/cited.${n}`, pmid: null },
      ...{ title: null, year: null, citedBy: 1 },
    });
  const { tag } = await saveTag(newTag({ note: 'before' }));
  await open(tag.reviewId);
  await panel.list(work(1), work(2));
  await panel.list(work(3));
  panel.dismiss();
  await expect.poll(status).toBe('');
  await changeTag(tag.id, { note: 'after' });
  const noteNow = async () => (await db.tags.get(tag.id))?.note;
  press();
  await expect.poll(noteNow).toBe('before');
  expect(await db.reviewPapers.count()).toBe(4);
  press();
  await expect.poll(status).toBe('Undone: 1 paper added to the list');
  expect(await db.reviewPapers.count()).toBe(3);
  press();
  await expect.poll(status).toBe('Undone: 2 papers added to the list');
  expect(await db.reviewPapers.count()).toBe(1);
  expect(await noteNow()).toBe('before');
  press();
  await expect.poll(() => db.tags.count()).toBe(0);
});

test('an import is not taken back from beside one of its papers', async () => {
  await saveTag(newTag());
  const file = await backUp('test');
  await emptyStore();
  await restore(file);
  const [tag] = await db.tags.toArray();
  await open(tag?.reviewId ?? '');
  press();
  await expect
    .poll(() => host.querySelector('[role="alert"]')?.textContent)
    .toContain('concerns more than this paper (backup restored)');
  expect(await db.tags.count()).toBe(1);
});

test('where nothing can be taken back, that is what is reported', async () => {
  const { tag } = await saveTag(newTag());
  await db.steps.clear();
  await open(tag.reviewId);
  press();
  await expect.poll(status).toBe('Nothing to take back on this paper');
});
