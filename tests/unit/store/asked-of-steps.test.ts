/** What is asked of a tag or a step before a page may touch it: whose, about which papers, taken back or not. */
import { beforeEach, describe, expect, it } from 'vitest';
import { idOf, newId } from '../../../lib/model';
import {
  changeTag,
  checkOwnStep,
  createReview,
  currentReview,
  deleteTag,
  ensureReview,
  hasTags,
  isTakenBack,
  joinCoders,
  lastStep,
  moveTag,
  paperIdOfTag,
  paperIdsOfStep,
  placePaper,
  saveTag,
  undo,
  whatCanBeUndone,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { asCoder, emptyStore, newTag, PAGE_A, PAGE_B } from './support';

beforeEach(emptyStore);
const NOT_FOUND = expect.objectContaining({ code: 'not-found' });
const latest = async () => (await lastStep())?.id ?? '';

describe('a step', () => {
  it('is taken back by an undoing, and not by an undoing of that', async () => {
    const { eventId } = await saveTag(newTag());
    expect(await isTakenBack(eventId)).toBe(false);
    const undone = await undo(eventId);
    expect(await isTakenBack(eventId)).toBe(true);
    const again = await undo(undone.eventId);
    expect(await isTakenBack(eventId)).toBe(false);
    expect(await isTakenBack(undone.eventId)).toBe(true);
    await undo(again.eventId);
    expect(await isTakenBack(eventId)).toBe(true);
    expect(await isTakenBack(newId())).toBe(false);
  });

  it('that two stores took back on their own is taken back until the last undoing is undone', async () => {
    const { eventId } = await saveTag(newTag());
    const undone = await undo(eventId);
    const row = await db.steps.get(undone.eventId);
    if (!row) throw new Error('there is no step');
    // The number decides, and not the id: the last one has the first of all ids.
    const last = '00000000-0000-4000-8000-000000000001';
    await db.steps.add({ ...row, id: last, counter: row.counter + 10 });
    await db.steps.add({ ...row, id: newId(), undoes: row.id, counter: row.counter + 1 });
    expect(await isTakenBack(eventId)).toBe(true);
    await db.steps.add({ ...row, id: newId(), undoes: last, counter: row.counter + 11 });
    expect(await isTakenBack(eventId)).toBe(false);
  });

  it('that only made the first review is none of the reader’s; one that began a review is', async () => {
    await ensureReview();
    expect(await whatCanBeUndone()).toEqual({});
    const { eventId } = await saveTag(newTag());
    await undo(eventId);
    expect((await whatCanBeUndone()).undo).toBeUndefined();
    await createReview({ name: 'Another' });
    expect((await whatCanBeUndone()).undo?.command).toBe('begin-review');
  });

  it('of another coder is not the reader’s, until both are one person', async () => {
    await asCoder('JK');
    const theirs = (await saveTag(newTag())).eventId;
    await asCoder('NI');
    const own = (await saveTag(newTag({ quote: 'Pay did not.' }))).eventId;
    await expect(checkOwnStep(own)).resolves.toBeUndefined();
    await expect(checkOwnStep(theirs)).rejects.toMatchObject({ code: 'not-own' });
    await expect(checkOwnStep(newId())).rejects.toEqual(NOT_FOUND);
    await joinCoders(idOf('JK'), idOf('NI'));
    await expect(checkOwnStep(theirs)).resolves.toBeUndefined();
  });
});

describe('the papers of a step on tags', () => {
  it('are those of the tag it saved, changed or deleted, taken back and done again too', async () => {
    const { tag, eventId } = await saveTag(newTag({ on: PAGE_A }));
    const steps = [eventId];
    await changeTag(tag.id, { stance: 'contrasting' });
    steps.push(await latest());
    await deleteTag(tag.id);
    const gone = await latest();
    const back = (await undo(gone)).eventId;
    steps.push(gone, back, (await undo(back)).eventId);
    for (const step of steps) expect(await paperIdsOfStep(step)).toEqual([tag.paperId]);
  });

  it('are those to which its tag has moved since, too', async () => {
    const { tag, eventId } = await saveTag(newTag({ on: PAGE_A }));
    const other = (await saveTag(newTag({ on: PAGE_B }))).tag.paperId;
    const { page, statement } = newTag({ on: PAGE_B, quote: 'Another passage.' });
    await moveTag({ id: tag.id, page, statement });
    expect(await paperIdOfTag(tag.id)).toBe(other);
    expect((await paperIdsOfStep(eventId)).sort()).toEqual([tag.paperId, other].sort());
  });

  it('are not told of a step on anything else, nor of one that is not there', async () => {
    const { tag } = await saveTag(newTag());
    const review = await currentReview();
    await placePaper(review?.id ?? '', tag.paperId, { progress: 'read' });
    await expect(paperIdsOfStep(await latest())).rejects.toEqual(NOT_FOUND);
    await expect(paperIdsOfStep(newId())).rejects.toEqual(NOT_FOUND);
    await expect(paperIdOfTag(newId())).rejects.toEqual(NOT_FOUND);
  });
});

it('a store has tags from the first to the last of them', async () => {
  expect(await hasTags()).toBe(false);
  const { tag } = await saveTag(newTag());
  expect(await hasTags()).toBe(true);
  await deleteTag(tag.id);
  expect(await hasTags()).toBe(false);
});
