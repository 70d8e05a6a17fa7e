/** The codebooks in the workspace: what a search opens closes with it, and a tick says what the store holds. */
import { expect, test } from 'vitest';
import { CodebooksRoom } from '../../entrypoints/workspace/rooms/codebooks/CodebooksRoom';
import { ensureReview } from '../../lib/store';
import { db } from '../../lib/store/db';
import { inRoom, type } from '../support/in-room';

const room = inRoom();
const cards = () => [...room.host.querySelectorAll('article')];
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
