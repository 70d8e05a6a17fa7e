/** What is left when a review, or a place on its list, is deleted: what becomes current, and what goes with it. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  addPaper,
  createReview,
  currentReview,
  deleteReview,
  ensureReview,
  saveTag,
  undo,
  unlistPaper,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { shipped } from '../../support/codebooks';
import { notReported } from '../map/records';
import { emptyStore, expectSound, newTag, PAGE_A, PAGE_B } from './support';

beforeEach(emptyStore);

/** Reviews that were created on these days of one month, in this order; by name, the day. */
async function reviews(...days: number[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const day of days) {
    const { id } = await createReview({ name: `${day}`, codebooks: [shipped('psw-core')] });
    const createdAt = `2026-03-${String(day).padStart(2, '0')}T00:00:00.000Z`;
    await db.reviews.update(id, { createdAt });
    ids.set(`${day}`, id);
  }
  return ids;
}

describe('once the current review is deleted', () => {
  test.each([[[2, 1, 3, 9]], [[3, 2, 1, 9]], [[1, 2, 3, 9]], [[1, 9]]])(
    'of reviews of the days %j the oldest is current',
    async (days) => {
      const ids = await reviews(...days);
      const { eventId } = await deleteReview(ids.get('9') ?? '');
      expect((await currentReview())?.name).toBe('1');
      await undo(eventId);
      expect((await currentReview())?.name).toBe('9');
    },
  );

  test('and another one is not, the current one stays', async () => {
    const ids = await reviews(1, 2, 9);
    await deleteReview(ids.get('1') ?? '');
    expect((await currentReview())?.name).toBe('9');
  });

  test('and it was the only one, there is none', async () => {
    const ids = await reviews(1);
    await deleteReview(ids.get('1') ?? '');
    expect(await currentReview()).toBeUndefined();
  });
});

describe('a paper that is taken off a list', () => {
  /** Two papers in one review, and one of them in another, each place with a tag and an assessment. */
  async function scene() {
    const first = await ensureReview();
    const other = await createReview({ name: 'Other', codebooks: [shipped('psw-core')] });
    const places: [string, string][] = [];
    for (const [review, on] of [
      [first, PAGE_A],
      [first, PAGE_B],
      [other, PAGE_A],
    ] as const) {
      const { paper } = await addPaper(on, review.id, { progress: 'read' });
      await saveTag(newTag({ on, reviewId: review.id }));
      const where = { id: crypto.randomUUID(), reviewId: review.id, paperId: paper.id };
      await db.assessments.add({ ...notReported(1, 'pay'), ...where });
      places.push([review.id, paper.id]);
    }
    return places;
  }
  const at = async (table: 'tags' | 'assessments', place: [string, string]) =>
    db[table].where('[reviewId+paperId]').equals(place).count();

  test('goes with the tags and assessments of that place alone, and comes back with them', async () => {
    const [gone, ...kept] = await scene();
    if (!gone) throw new Error('there is no place');
    const there = async () => {
      const counts: number[] = [];
      for (const place of [gone, ...kept])
        counts.push(await at('tags', place), await at('assessments', place));
      return counts;
    };
    const before = await there();
    const { eventId, tags } = await unlistPaper(...gone);
    expect(tags).toBe(before[0]);
    expect(await there()).toEqual([0, 0, ...before.slice(2)]);
    expect(before.slice(2)).not.toContain(0);
    await undo(eventId);
    expect(await there()).toEqual(before);
    await expectSound();
  });
});
