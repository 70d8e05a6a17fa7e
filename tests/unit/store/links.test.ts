/** The reader's links between codebooks: one step each, undone, merged and backed up with the review. */
import { beforeEach, describe, expect, it } from 'vitest';
import { allShipped, booksInUse } from '../../../lib/codebook';
import type { Codebook, Review } from '../../../lib/model';
import {
  changeReview,
  copyCodebook,
  createReview,
  currentReview,
  editCodebook,
  ensureReview,
  joinReviews,
  mapInput,
  saveTag,
  setLink,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { backUp, emptyStore, newTag, restore } from './support';

beforeEach(emptyStore);

const PAY = { codebookId: 'psw-core', influenceId: 'psw.pay' };
const COST = { codebookId: 'cfir-2022', influenceId: 'cfir22.innovation.cost' };
const FUNDS = { codebookId: 'cfir-2022', influenceId: 'cfir22.outer.financing' };
const links = async () => (await currentReview())?.links;
const steps = () => db.steps.count();

describe('a link', () => {
  it('is one step that undo takes back', async () => {
    const { id } = await ensureReview();
    const before = await steps();
    const { eventId } = await setLink(id, PAY, COST, true);
    expect(await links()).toEqual([{ from: PAY, to: COST, on: true }]);
    expect(await steps()).toBe(before + 1);
    await undo(eventId);
    expect(await links()).toBeUndefined();
  });

  it('of a pair replaces what was said of it, from either side; the same again writes nothing', async () => {
    const { id } = await ensureReview();
    await setLink(id, PAY, COST, true);
    await setLink(id, PAY, FUNDS, true);
    await setLink(id, COST, PAY, false);
    expect(await links()).toEqual([
      { from: PAY, to: FUNDS, on: true },
      { from: COST, to: PAY, on: false },
    ]);
    const before = await steps();
    await setLink(id, PAY, COST, false);
    expect(await steps()).toBe(before);
  });

  it('holds only what names the two, whatever it is given', async () => {
    const { id } = await ensureReview();
    const { tag } = await saveTag(newTag({ ...PAY }));
    await setLink(id, tag, COST, false);
    expect(await links()).toEqual([{ from: PAY, to: COST, on: false }]);
  });

  it('two at once both hold', async () => {
    const { id } = await ensureReview();
    await Promise.all([setLink(id, PAY, COST, true), setLink(id, PAY, FUNDS, false)]);
    expect(await links()).toHaveLength(2);
  });

  it('is refused within one codebook, and in a review that is gone', async () => {
    const { id } = await ensureReview();
    await expect(setLink(id, FUNDS, COST, true)).rejects.toMatchObject({ code: 'one-codebook' });
    await expect(setLink('gone', PAY, COST, true)).rejects.toMatchObject({ code: 'not-found' });
    expect(await links()).toBeUndefined();
  });
});

describe('links travel with their review', () => {
  it('in a backup, which brings back those of the later version', async () => {
    const { id } = await ensureReview();
    await setLink(id, PAY, COST, true);
    const earlier = await backUp('A');
    await setLink(id, PAY, COST, false);
    const later = await backUp('A');
    await emptyStore();
    await restore(earlier);
    expect(await links()).toEqual([{ from: PAY, to: COST, on: true }]);
    await restore(later);
    expect(await links()).toEqual([{ from: PAY, to: COST, on: false }]);
    await restore(earlier);
    expect(await links()).toEqual([{ from: PAY, to: COST, on: false }]);
  });

  it('into another review that it is joined with, whose own word on a pair stays', async () => {
    const one = await createReview({ name: 'One' });
    const other = await createReview({ name: 'Other' });
    await setLink(one.id, PAY, COST, false);
    await setLink(other.id, COST, PAY, true);
    await setLink(other.id, PAY, FUNDS, true);
    const { eventId } = await joinReviews(other.id, one.id);
    expect(await links()).toEqual([
      { from: PAY, to: FUNDS, on: true },
      { from: PAY, to: COST, on: false },
    ]);
    await undo(eventId);
    expect((await db.reviews.get(one.id))?.links).toHaveLength(1);
  });

  it('to the copy that takes the place of a codebook, and to what an influence is merged into', async () => {
    const { id } = await ensureReview();
    await setLink(id, PAY, COST, true);
    const psw = booksInUse((await currentReview()) as Review, await allShipped())[0] as Codebook;
    const { book } = await copyCodebook(id, psw, { name: 'Ours', instead: true });
    const ours = { codebookId: book.id, influenceId: PAY.influenceId };
    expect(await links()).toEqual([{ from: ours, to: COST, on: true }]);
    const into = 'psw.funding';
    const { eventId } = await editCodebook(id, book, { edit: 'merge', ids: ['psw.pay'], into });
    expect(await links()).toEqual([{ from: { ...ours, influenceId: into }, to: COST, on: true }]);
    await undo(eventId);
    expect(await links()).toEqual([{ from: ours, to: COST, on: true }]);
  });

  it('and outlive a change of its name', async () => {
    const { id } = await ensureReview();
    await setLink(id, PAY, COST, true);
    await changeReview(id, { name: 'Renamed' });
    expect(await links()).toHaveLength(1);
  });
});

it('a map is counted from no sheet of a paper that is gone', async () => {
  const { tag } = await saveTag(newTag());
  expect((await mapInput())?.sheets).toMatchObject([{ paperId: tag.paperId }]);
  await db.papers.delete(tag.paperId);
  expect((await mapInput())?.sheets).toEqual([]);
});
