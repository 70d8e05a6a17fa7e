/** The notice to live queries after a large write covers the whole table instead of each key. */
import { Dexie, liveQuery, type ObservabilitySet } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BearingDatabase } from '../../../lib/store/db';
import { MOST_KEYS_TOLD } from '../../../lib/store/write/coarse-notices';

const MANY = 4 * MOST_KEYS_TOLD;
const coder = (i: number) => ({ id: crypto.randomUUID(), name: `Coder ${i}` });

let db: BearingDatabase;
let told: ObservabilitySet[];
const note = (parts: ObservabilitySet) => {
  told.push(parts);
};

beforeEach(async () => {
  db = new BearingDatabase('notices');
  await db.coders.bulkAdd(Array.from({ length: MANY }, (_, i) => coder(i)));
  told = [];
  Dexie.on('storagemutated', note);
});

afterEach(async () => {
  Dexie.on.storagemutated.unsubscribe(note);
  await db.delete();
});

interface Tree {
  l?: Tree | null;
  r?: Tree | null;
}
const sizeOf = (tree: Tree | null | undefined): number =>
  tree ? 1 + sizeOf(tree.l) + sizeOf(tree.r) : 0;
/** The ranges of the notice, over all tables and indexes. */
const ranges = () =>
  told.flatMap((parts) => Object.values(parts)).reduce((sum, set) => sum + sizeOf(set as Tree), 0);

/** Deletes so many coders in one transaction, at once or one by one. */
const remove = (how: 'at once' | 'one by one', many: number) =>
  db.transaction('rw', db.coders, async () => {
    const ids = (await db.coders.toCollection().primaryKeys()).slice(0, many);
    if (how === 'at once') await db.coders.bulkDelete(ids);
    else for (const id of ids) await db.coders.delete(id);
  });

test.each(['at once', 'one by one'] as const)('very many records that go %s', async (how) => {
  await remove(how, MANY);
  expect(await db.coders.count()).toBe(0);
  expect(told).toHaveLength(1);
  expect(ranges()).toBeLessThan(20);
});

test('a few deleted records are listed one by one', async () => {
  await remove('at once', 10);
  expect(ranges()).toBeGreaterThanOrEqual(10);
});

test('a live query of the table is asked again, one of another table is not', async () => {
  const [coders, reviews] = [vi.fn(() => db.coders.count()), vi.fn(() => db.reviews.count())];
  const subscriptions = [coders, reviews].map((query) => liveQuery(query).subscribe(() => {}));
  await vi.waitFor(() => expect([coders, reviews].map((q) => q.mock.calls.length)).toEqual([1, 1]));
  await remove('one by one', MANY);
  await vi.waitFor(() => expect(coders).toHaveBeenCalledTimes(2));
  expect(reviews).toHaveBeenCalledTimes(1);
  for (const one of subscriptions) one.unsubscribe();
});
