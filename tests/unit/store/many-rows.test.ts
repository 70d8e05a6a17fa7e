/** Many rows at once: read and deleted as one by one, with far fewer requests. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PaperFacts, type Stamp } from '../../../lib/model';
import { addPaper, ensureReview, listReferences, undo } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { rowsByKey } from '../../../lib/store/read/records';
import { deleteMany } from '../../../lib/store/write/delete-many';
import { contents, facts, PAGE_A } from './support';

type Key = [string, string];
const keyOf = (i: number): Key => ['tags', `t${String(i).padStart(4, '0')}`];
const rowOf = (i: number) => {
  const [table, key] = keyOf(i);
  return { table, key, counter: i, by: 'c', step: 's' } as Stamp;
};
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const left = async () => (await db.stamps.toCollection().primaryKeys()).map(([, key]) => key);

beforeEach(async () => {
  await db.stamps.bulkPut(upTo(300).map(rowOf));
});

describe('deleting many', () => {
  test.each<[string, number[]]>([
    ['few', [3, 1]],
    ['all', upTo(300)],
    [
      'a run at either end, in any order',
      [...upTo(100), ...upTo(100).map((i) => i + 200)].reverse(),
    ],
    ['every other one', upTo(150).map((i) => i * 2)],
    ['all but one', upTo(300).filter((i) => i !== 150)],
    ['some that are not there', [...upTo(120), ...upTo(120).map((i) => i + 290)]],
  ])('%s leaves the others', async (_, going) => {
    await db.transaction('rw', db.stamps, () => deleteMany(db.stamps, going.map(keyOf)));
    const gone = new Set(going);
    expect(await left()).toEqual(
      upTo(300)
        .filter((i) => !gone.has(i))
        .map((i) => keyOf(i)[1]),
    );
  });

  test('neighbours go with one request', async () => {
    const single = vi.spyOn(db.stamps, 'bulkDelete');
    await db.transaction('rw', db.stamps, () => deleteMany(db.stamps, upTo(200).map(keyOf)));
    expect(single).not.toHaveBeenCalled();
  });
});

test.each<[string, number[]]>([
  ['few', [2, 900, 1]],
  ['most, in any order, and some that are not there', upTo(400).reverse()],
])('reading %s gives a row or nothing for each key', async (_, wanted) => {
  const rows = await rowsByKey(db.stamps, wanted.map(keyOf));
  expect(rows.map((row) => row?.counter)).toEqual(wanted.map((i) => (i < 300 ? i : undefined)));
});

test('an import of hundreds that is taken back leaves what was there, and can be done again', async () => {
  const { id } = await ensureReview();
  await addPaper(PAGE_A, id, { progress: 'read' });
  const records = async () => {
    const { papers, reviewPapers, tags } = await contents();
    return { papers, reviewPapers, tags };
  };
  const before = await records();
  const keysBefore = await db.titleKeys.count();
  const works = upTo(300).map((i) => ({
    ...{
      facts: PaperFacts.parse(facts(`10.5555/many.${i}`, `A study of peer support, ${i}`)),
      notes: ['a note'],
      line: i + 1,
    },
  }));
  const { eventId } = await listReferences(id, works);
  const titles = await db.titleKeys.count();
  expect(titles).toBe(keysBefore + 300);
  const back = await undo(eventId ?? '');
  expect(await records()).toEqual(before);
  expect(await db.titleKeys.count()).toBe(keysBefore);
  expect((await db.stamps.toArray()).filter(({ state }) => state === 'gone')).toHaveLength(600);
  await undo(back.eventId);
  expect(await db.papers.count()).toBe(301);
  expect(await db.titleKeys.count()).toBe(titles);
});
