/** What is new since a moment: counted in the steps of this store, whatever dates records have. */
import { beforeEach, expect, test } from 'vitest';
import type { LibraryReference } from '../../../lib/model';
import {
  changedSince,
  changeTag,
  deleteTag,
  ensureReview,
  forgetHistory,
  type Moment,
  momentNow,
  placePaper,
  saveTag,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { list, reference } from './references';
import { backUp, emptyStore, newTag, PAGE_A, PAGE_B, restore } from './support';

let reviewId: string;
beforeEach(async () => {
  await emptyStore();
  reviewId = (await ensureReview()).id;
});

const now = async () => (await momentNow()) as Moment;
const since = async (moment: Moment) => {
  const changed = await changedSince(moment);
  return changed && { papers: [...changed.papers], tags: [...changed.tags] };
};

test('nothing, until something changes', async () => {
  const { tag } = await saveTag(newTag());
  const moment = await now();
  expect(await since(moment)).toEqual({ papers: [], tags: [] });
  await changeTag(tag.id, { note: 'again' });
  expect(await since(moment)).toEqual({ papers: [tag.paperId], tags: [tag.id] });
});

test('a tag that is gone is a change of its paper', async () => {
  const { tag } = await saveTag(newTag());
  const moment = await now();
  await deleteTag(tag.id);
  expect((await since(moment))?.papers).toEqual([tag.paperId]);
});

test('a paper’s place on the list, apart from what else of it changes', async () => {
  const { tag } = await saveTag(newTag());
  const moment = await now();
  await changeTag(tag.id, { note: 'again' });
  expect((await changedSince(moment))?.places.size).toBe(0);
  await placePaper(reviewId, tag.paperId, { eligibility: 'excluded' });
  expect([...((await changedSince(moment))?.places ?? [])]).toEqual([tag.paperId]);
});

test('a paper that came onto a list', async () => {
  const moment = await now();
  await list(reviewId, [reference({ doi: '10.5555/new', title: 'New' })] as LibraryReference[]);
  const [paper] = await db.papers.toArray();
  expect(await since(moment)).toEqual({ papers: [paper?.id], tags: [] });
});

test('what another store’s backup brings in, though it was written before', async () => {
  await saveTag(newTag({ on: PAGE_B }));
  const theirs = await backUp('test');
  await emptyStore();
  await ensureReview();
  await saveTag(newTag({ on: PAGE_A }));
  const moment = await now();
  await restore(theirs);
  const changed = await since(moment);
  expect(changed?.tags).toHaveLength(1);
  expect(changed?.papers).toHaveLength(1);
});

test('is not known after history was forgotten, nor of a moment of another store', async () => {
  await saveTag(newTag());
  const moment = await now();
  expect(await since({ ...moment, of: 'another' })).toBeUndefined();
  expect(await since({ ...moment, counter: moment.counter + 1 })).toBeUndefined();
  await saveTag(newTag({ on: PAGE_B }));
  expect(await since(moment)).toBeDefined();
  await forgetHistory((await db.steps.orderBy('counter').last())?.id ?? '');
  expect(await since(moment)).toBeUndefined();
});
