/**
 * The codebooks in the workspace: all that there are, each with what must be known of it; what a search opens closes with
 * it; a tick says what the store holds, and what becomes of tags; the order in use; two of them side by side.
 */
import { expect, test } from 'vitest';
import { CodebooksRoom } from '../../entrypoints/workspace/rooms/codebooks/CodebooksRoom';
import { BUILT_IN_CODEBOOKS } from '../../lib/codebook';
import { currentReview, ensureReview, putInUse, saveTag } from '../../lib/store';
import { db } from '../../lib/store/db';
import { shipped } from '../support/codebooks';
import { button, buttonIn, inRoom, menuItem, nameOf, press, type } from '../support/in-room';
import { newTag } from '../unit/store/support';

const room = inRoom();
const cards = () => [...room.host.querySelectorAll('article')];
const card = (name: string) =>
  cards().find((one) => one.querySelector('h3')?.textContent?.startsWith(name));
const box = (name: string) => card(name)?.querySelector<HTMLInputElement>('input[type=checkbox]');
const inUse = async () => (await currentReview())?.codebooks.map(({ id }) => id);
const drawn = () => room.host.querySelectorAll('article details li').length;

test('a search opens what matches, and closes it again', async () => {
  await ensureReview();
  room.showRoom(CodebooksRoom);
  await expect.poll(() => cards().length).toBeGreaterThan(1);
  const search = room.host.querySelector<HTMLInputElement>('input[type=search]');
  if (!search) throw new Error('no search field');
  const opened = Promise.all(
    cards().map(
      (card) =>
        new Promise((resolve) =>
          card.querySelector('details')?.addEventListener('toggle', resolve, { once: true }),
        ),
    ),
  );
  type(search, 'a');
  await opened;
  expect(drawn()).toBeGreaterThan(0);
  type(search, '');
  await expect.poll(drawn).toBe(0);
});

test('a tick that was refused goes back', async () => {
  const { id } = await ensureReview();
  room.showRoom(CodebooksRoom);
  await expect.poll(() => cards().length).toBeGreaterThan(1);
  const box = cards().at(-1)?.querySelector<HTMLInputElement>('input[type=checkbox]');
  expect(box?.checked).toBe(false);
  // The review goes without the page hearing of it.
  const raw = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('bearing');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  await new Promise((resolve) => {
    const tx = raw.transaction('reviews', 'readwrite');
    tx.objectStore('reviews').delete(id);
    tx.oncomplete = resolve;
  });
  raw.close();
  box?.click();
  await expect.poll(() => room.host.querySelector('[role=alert]')?.textContent).toBeTruthy();
  expect(box?.checked).toBe(false);
  expect(await db.reviews.count()).toBe(0);
});

test('every codebook that comes with Bearing can be used, and says what must be known of it', async () => {
  await ensureReview();
  room.showRoom(CodebooksRoom);
  await expect.poll(() => cards().length).toBe(BUILT_IN_CODEBOOKS.length);
  const headings = [...room.host.querySelectorAll('section > h2')].map((one) => one.textContent);
  expect(headings).toEqual([
    'What helps or hinders',
    'How practices become routine',
    'Outcomes',
    'Strategies: actions, not influences',
  ]);
  const words = (name: string) => card(name)?.textContent ?? '';
  expect(words('ERIC')).toContain('73 strategies');
  expect(words('ERIC')).toContain('implementation strategies, not influences');
  expect(words('ERIC')).toContain('19 not checked against the source');
  expect(words('Theoretical Domains')).toContain('98 determinants, 84 of them under a broader one');
  expect(words('Umbrella review')).toContain('Incomplete.');
  expect(words('COM-B')).not.toContain('not checked');

  box('Theoretical Domains')?.click();
  await expect.poll(inUse).toEqual(['psw-core', 'tdf-v2']);
  // What was pressed is where it was.
  expect(box('Theoretical Domains')?.checked).toBe(true);
  const summary = card('Theoretical Domains')?.querySelector('summary');
  summary?.click();
  await expect.poll(drawn).toBe(98);
  const listed = [...(card('Theoretical Domains')?.querySelectorAll('li') ?? [])];
  const depth = (label: string) =>
    listed.find((one) => one.textContent?.startsWith(label))?.style.getPropertyValue('--depth');
  expect([depth('Skills'), depth('Skills: Skills'), depth('Competence')]).toEqual(['0', '1', '1']);
  // The constructs of the last six domains were not checked.
  expect(listed.filter((one) => one.textContent?.includes('not checked'))).toHaveLength(38);
});

test('switching a codebook off says with how many tags what becomes of them', async () => {
  const { id } = await ensureReview();
  for (const quote of ['One.', 'Two.'])
    await saveTag(newTag({ quote, influenceId: 'psw.culture' }));
  await putInUse(id, shipped('com-b'), true);
  room.showRoom(CodebooksRoom);
  await expect.poll(() => card('Peer support')?.textContent).toContain('2 tags in this review');
  const said = () => card('Peer support')?.querySelector('[role=status]')?.textContent;
  expect(said()).toBe('');
  box('Peer support')?.click();
  await expect
    .poll(said)
    .toBe(
      'Not in use. Its 2 tags in this review stay and are still counted; no new one can be made.',
    );
  expect(await inUse()).toEqual(['com-b']);
  expect(await db.tags.count()).toBe(2);
  box('Peer support')?.click();
  await expect.poll(said).toBe('');
});

test('the order in use is changed by keys alone, and the focus stays on the control', async () => {
  const { id } = await ensureReview();
  await putInUse(id, shipped('com-b'), true);
  await putInUse(id, shipped('npt'), true);
  room.showRoom(CodebooksRoom);
  await press('Move NPT up', { within: room.host });
  await expect.poll(inUse).toEqual(['psw-core', 'npt', 'com-b']);
  await press('Move NPT up', { within: room.host });
  await expect.poll(inUse).toEqual(['npt', 'psw-core', 'com-b']);
  await expect
    .poll(() => button('Move NPT up', room.host)?.getAttribute('aria-disabled'))
    .toBe('true');
  expect(nameOf(document.activeElement)).toBe('Move NPT up');
  // At the end of its way it does nothing.
  document.activeElement?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await press('Move NPT down', { within: room.host });
  await expect.poll(inUse).toEqual(['psw-core', 'npt', 'com-b']);
});

test('two codebooks are shown side by side, and Escape goes back to where it was asked for', async () => {
  await ensureReview();
  room.showRoom(CodebooksRoom);
  await expect.poll(() => cards().length).toBeGreaterThan(1);
  const open = () => buttonIn(card('Theoretical Domains') as Element, /^Compare/);
  open().focus();
  open().click();
  await expect.poll(() => document.querySelectorAll('[role^=menuitem]').length).toBeGreaterThan(9);
  menuItem('COM-B').click();
  const compared = () => room.host.querySelector('section[aria-labelledby]');
  await expect.poll(() => compared()?.textContent).toContain('TDF v2 and COM-B');
  expect(compared()?.textContent).toContain('Alike by the crosswalk: 14 of 98 influences');
  expect(compared()?.textContent).toContain('Only in TDF v2: 84');
  await press('Change sides', { within: room.host });
  await expect.poll(() => compared()?.textContent).toContain('COM-B and TDF v2');
  compared()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await expect.poll(() => cards().length).toBe(BUILT_IN_CODEBOOKS.length);
  expect(compared()).toBeNull();
});
