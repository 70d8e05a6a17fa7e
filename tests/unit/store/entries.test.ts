/** Entries of the reading list: priority, labels and notes, of one paper or of many, and what undo and a backup make of them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type EntryChange, MOST_LABELS, type ReviewPaper } from '../../../lib/model';
import {
  addPaper,
  changeEntries,
  createReview,
  ensureReview,
  exclusionReasons,
  joinReviews,
  placePaper,
  saveTag,
  undo,
  unlistPapers,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { backUp, emptyStore, expectSound, facts, newTag, page, restore } from './support';

let reviewId = '';
let ids: string[] = [];

const pageOf = (name: string) => page(`https://${name}.example/1`, facts(`10.5555/${name}`));
const entry = async (id: string | undefined, review = reviewId): Promise<Partial<ReviewPaper>> => {
  const { priority, labels, note, progress, eligibility, exclusionReason } =
    (await db.reviewPapers.get([review, id ?? ''])) ?? ({} as ReviewPaper);
  return JSON.parse(
    JSON.stringify({ priority, labels, note, progress, eligibility, exclusionReason }),
  );
};
const PLAIN = { progress: 'to-read', eligibility: 'undecided' };

beforeEach(async () => {
  await emptyStore();
  reviewId = (await ensureReview()).id;
  ids = [];
  for (const name of ['a', 'b', 'c'])
    ids.push((await addPaper(pageOf(name), reviewId, { progress: 'to-read' })).paper.id);
});

describe('an entry', () => {
  test.each<[string, readonly EntryChange[], object]>([
    ['gets a priority', [{ priority: 'high' }], { priority: 'high' }],
    ['loses its priority', [{ priority: 'high' }, { priority: null }], {}],
    ['gets labels, in order', [{ addLabels: ['wales', 'RCT'] }], { labels: ['RCT', 'wales'] }],
    [
      'has a label once, as it was written first',
      [{ addLabels: ['RCT'] }, { addLabels: [' rct ', 'rct', 'x\ny'] }],
      { labels: ['RCT', 'x y'] },
    ],
    ['loses its last label', [{ addLabels: ['RCT'] }, { removeLabels: ['rct'] }], {}],
    ['tells signs apart', [{ addLabels: ['?', '!'] }], { labels: ['!', '?'] }],
    ['has no empty label', [{ addLabels: [' ', ''] }], {}],
    ['gets a note', [{ note: ' Read it again. ' }], { note: 'Read it again.' }],
    ['loses its note', [{ note: 'x' }, { note: ' ' }], {}],
    [
      'is excluded for a reason',
      [{ eligibility: 'excluded', exclusionReason: 'wrong setting' }],
      { eligibility: 'excluded', exclusionReason: 'wrong setting' },
    ],
    [
      'keeps its reason while its label changes',
      [{ eligibility: 'excluded', exclusionReason: 'wrong setting' }, { addLabels: ['RCT'] }],
      { eligibility: 'excluded', exclusionReason: 'wrong setting', labels: ['RCT'] },
    ],
  ])('%s', async (_, changes, want) => {
    for (const change of changes) await changeEntries(reviewId, [ids[0] ?? ''], change);
    expect(await entry(ids[0])).toEqual({ ...PLAIN, ...want });
    await expectSound();
  });

  test('has no more labels than its record can hold, and says so', async () => {
    const many = Array.from({ length: MOST_LABELS }, (_, i) => `label ${i}`);
    await changeEntries(reviewId, ids, { addLabels: many });
    await expect(changeEntries(reviewId, ids, { addLabels: ['one more'] })).rejects.toThrow(
      'Nothing was changed',
    );
    expect((await entry(ids[0])).labels).toHaveLength(MOST_LABELS);
  });
});

test('many entries are changed in one step, and one undo takes all of it back', async () => {
  const [a = '', b = ''] = ids;
  await changeEntries(reviewId, [b], { addLabels: ['RCT'] });
  const { eventId, changed } = await changeEntries(reviewId, [a, b, a], {
    ...{ priority: 'low', addLabels: ['RCT'], progress: 'read' },
    ...{ eligibility: 'excluded', exclusionReason: 'no peers' },
  });
  expect(changed).toBe(2);
  const want = { progress: 'read', eligibility: 'excluded', exclusionReason: 'no peers' };
  for (const id of [a, b])
    expect(await entry(id)).toEqual({ ...want, priority: 'low', labels: ['RCT'] });
  expect(await exclusionReasons(reviewId)).toEqual(['no peers']);
  await undo(eventId);
  expect(await entry(a)).toEqual(PLAIN);
  expect(await entry(b)).toEqual({ ...PLAIN, labels: ['RCT'] });
});

test('what entries have already makes no step', async () => {
  await changeEntries(reviewId, ids, { priority: 'high', addLabels: ['RCT'] });
  const before = await db.steps.count();
  const { changed } = await changeEntries(reviewId, ids, { priority: 'high', addLabels: ['rct'] });
  expect(changed).toBe(0);
  expect(await db.steps.count()).toBe(before);
});

test('several papers leave the list in one step, and come back with their tags', async () => {
  const { tag } = await saveTag(newTag({ on: pageOf('a') }));
  const { eventId, tags } = await unlistPapers(reviewId, ids);
  expect([tags, await db.reviewPapers.count(), await db.tags.count()]).toEqual([1, 0, 0]);
  await undo(eventId);
  expect([await db.reviewPapers.count(), await db.tags.count()]).toEqual([3, 1]);
  expect(await db.tags.get(tag.id)).toBeDefined();
  await expectSound();
});

test('priority, labels and note go into a backup and come back from it; the later copy of an entry wins', async () => {
  await changeEntries(reviewId, ids, { priority: 'medium', addLabels: ['RCT'], note: 'n' });
  const file = await backUp('test');
  await emptyStore();
  await restore(file);
  expect(await entry(ids[0])).toEqual({
    ...PLAIN,
    ...{ priority: 'medium', labels: ['RCT'], note: 'n' },
  });
  await changeEntries(reviewId, ids, { removeLabels: ['RCT'] });
  await restore(file);
  expect((await entry(ids[0])).labels).toBeUndefined();
});

test('an entry whose priority this version does not know is set aside, whole', async () => {
  await changeEntries(reviewId, ids.slice(0, 1), { priority: 'high' });
  const { sums: _, ...file } = JSON.parse(await backUp('test'));
  file.reviewPapers[0].priority = 'someday';
  await emptyStore();
  await restore(JSON.stringify(file));
  const [aside] = await db.quarantine.toArray();
  expect(aside?.problems).toEqual(['priority: “someday” is not known to this version of Bearing']);
  expect(aside?.record).toMatchObject({ priority: 'someday' });
});

test('the list of a review that is joined with another brings its labels and notes', async () => {
  const other = await createReview({ name: 'Other' });
  await placePaper(other.id, ids[0] ?? '', { progress: 'read' });
  await changeEntries(other.id, ids.slice(0, 1), { addLabels: ['theirs'], note: 'b' });
  await changeEntries(reviewId, ids.slice(0, 1), { addLabels: ['mine'], note: 'a' });
  await joinReviews(other.id, reviewId);
  expect(await entry(ids[0])).toEqual({ ...PLAIN, labels: ['mine', 'theirs'], note: 'a\n\nb' });
  await expectSound();
});
