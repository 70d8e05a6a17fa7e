/** What the tables of a review are made of is read at one moment, in slices, and only of that review. */
import { beforeEach, expect, test, vi } from 'vitest';
import { writeBackup } from '../../../lib/exchange';
import { TABLE_KINDS } from '../../../lib/model';
import { reviewData, tablesInput } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { MOST_ROWS_AT_ONCE, readInSlices } from '../../../lib/store/read/slices';
import { SAMPLE_CODER, SAMPLE_REVIEW, sampleBackup, sampleId } from '../../support/samples';
import { tableRecords } from '../../support/table-records';
import { emptyStore, restore } from './support';

beforeEach(emptyStore);

const OTHER = sampleId(1, 2);
const about = (reviewId: string, kind: number) =>
  tableRecords({
    ...{ reviewId, paperId: sampleId(2, 1), statementId: sampleId(3, 1), coderId: SAMPLE_CODER },
    ...{
      codebookId: 'psw-core',
      codebookVersion: '1',
      influenceId: 'a',
      at: '2026-11-20T09:00:00.000Z',
    },
    id: (n) => sampleId(kind, n),
  });

/** A review with one record of every kind, beside another with the same. */
async function fill() {
  const file = sampleBackup({ papers: 2, tags: 1, influences: ['a'], codebookId: 'psw-core' });
  const [review] = file.reviews;
  if (review) file.reviews.push({ ...review, id: OTHER, name: 'Another' });
  const [own, others] = [about(SAMPLE_REVIEW, 8), about(OTHER, 9)];
  for (const kind of TABLE_KINDS) file[kind].push(...([...own[kind], ...others[kind]] as never[]));
  await restore(writeBackup(file), { as: 'mine' });
  return own;
}

test('is all of an export, and every record of the review that only tables print', async () => {
  const own = await fill();
  const { leftOut, ...input } = (await tablesInput(SAMPLE_REVIEW)) ?? {};
  expect(leftOut).toEqual([]);
  const { leftOut: _, ...data } = (await reviewData(SAMPLE_REVIEW)) ?? {};
  expect(input).toEqual({ ...data, ...own });
});

test('of a review that is not there is nothing', async () => {
  expect(await tablesInput(SAMPLE_REVIEW)).toBeUndefined();
});

test('a large table is read in slices, never row by row', async () => {
  await fill();
  const [value] = await db.attributeValues.where('reviewId').equals(SAMPLE_REVIEW).toArray();
  const many = Array.from({ length: MOST_ROWS_AT_ONCE * 3 }, (_, n) => ({
    ...value,
    id: sampleId(10, n),
  }));
  await db.attributeValues.bulkAdd(many as never[]);
  db.close();
  readInSlices(db);
  await db.open();
  const oneByOne = vi.spyOn(IDBObjectStore.prototype, 'get');
  const given: number[] = [];
  const original = IDBIndex.prototype.getAll;
  vi.spyOn(IDBIndex.prototype, 'getAll').mockImplementation(function (this: IDBIndex, ...asked) {
    const request = original.apply(this, asked);
    request.addEventListener('success', () => given.push(request.result.length));
    return request;
  });
  const input = await tablesInput(SAMPLE_REVIEW);
  expect(input?.attributeValues).toHaveLength(many.length + 1);
  const tables = oneByOne.mock.contexts.map((one) => (one as IDBObjectStore).name);
  expect(tables).not.toContain('attributeValues');
  expect(given.filter((rows) => rows >= MOST_ROWS_AT_ONCE)).toHaveLength(3);
  expect(Math.max(...given)).toBeLessThan(2 * MOST_ROWS_AT_ONCE);
  vi.restoreAllMocks();
  db.unuse({ stack: 'dbcore', name: 'slices' });
  db.close();
  await db.open();
});
