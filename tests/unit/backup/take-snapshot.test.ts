import { beforeEach, expect, test } from 'vitest';
import { packed, unpacked } from '../../../components/backup/packed';
import { FEWEST, SnapshotTaker } from '../../../components/backup/take-snapshot';
import { readFile } from '../../../lib/exchange';
import { addPaper, ensureReview, listSnapshots, saveTag, snapshotFile } from '../../../lib/store';
import { snapshotDb } from '../../../lib/store/snapshots';
import { contents, emptyStore, facts, newTag, page, restore } from '../store/support';

const NOON = Date.parse('2026-03-01T12:00:00.000Z');
const HOUR = 3_600_000;

beforeEach(async () => {
  await emptyStore();
  await ensureReview();
  await Promise.all(snapshotDb.tables.map((table) => table.clear()));
});

const tagMore = async (many: number) => {
  for (let n = 0; n < many; n += 1) await saveTag(newTag({ quote: `Statement ${n}.` }));
};

test('a handful of tags is not worth one; with ten there is one, and the next a day later', async () => {
  const taker = new SnapshotTaker(() => 'Bearing 0.1.0');
  await tagMore(FEWEST - 1);
  expect(await taker.takeIfDue(NOON)).toBe(false);
  await saveTag(newTag({ quote: 'One more.' }));
  expect(await taker.takeIfDue(NOON)).toBe(true);
  expect(await taker.takeIfDue(NOON + 19 * HOUR)).toBe(false);
  expect(await taker.takeIfDue(NOON + 20 * HOUR)).toBe(true);
  expect((await listSnapshots()).map(({ at, tags }) => [at, tags])).toEqual([
    [NOON + 20 * HOUR, FEWEST],
    [NOON, FEWEST],
  ]);
});

test('two writes at once take one', async () => {
  const taker = new SnapshotTaker(() => 'Bearing 0.1.0');
  await tagMore(FEWEST);
  const taken = await Promise.all([taker.takeIfDue(NOON), taker.takeIfDue(NOON)]);
  expect(taken.filter(Boolean)).toHaveLength(1);
});

test('a list of papers without a tag is worth one', async () => {
  const review = await ensureReview();
  for (let n = 0; n < FEWEST; n += 1)
    await addPaper(page(`https://a.example/${n}`, facts(`10.5555/${n}`)), review.id, {});
  expect(await new SnapshotTaker(() => 'Bearing 0.1.0').takeIfDue(NOON)).toBe(true);
});

test('a clock that went back does not end them', async () => {
  const taker = new SnapshotTaker(() => 'Bearing 0.1.0');
  await tagMore(FEWEST);
  expect(await taker.takeIfDue(NOON + 400 * 24 * HOUR)).toBe(true);
  expect(await taker.takeIfDue(NOON)).toBe(true);
  // Nor is one taken at each look.
  expect(await new SnapshotTaker(() => 'Bearing 0.1.0').takeIfDue(NOON + HOUR)).toBe(false);
});

test('one holds everything: what is gone since comes back from it', async () => {
  const taker = new SnapshotTaker(() => 'Bearing 0.1.0');
  await tagMore(FEWEST);
  await taker.takeIfDue(NOON);
  const before = (await contents()).tags;
  const file = await snapshotFile(NOON);
  if (!file) throw new Error('the snapshot is there');
  const text = await (await unpacked(file)).text();
  expect(readFile(text)).toMatchObject({
    ok: true,
    rejected: [],
    state: { altered: 0, missing: 0 },
  });
  // As after damage: the records are lost, and no step records that the reader deleted them.
  await emptyStore();
  await restore(text, { as: 'mine' });
  expect((await contents()).tags).toEqual(before);
});

test('a snapshot that is damaged is refused', async () => {
  const file = await packed('{}');
  const cut = file.slice(0, file.size - 12);
  await expect(unpacked(cut)).rejects.toThrow();
});
