/** Two reviews become one, with what both hold, and part again by undo. */
import { beforeEach, describe, expect, test } from 'vitest';
import { Review } from '../../../lib/model';
import {
  addPaper,
  changeFlow,
  changeReview,
  changeSettings,
  createReview,
  currentReview,
  joinReviews,
  placePaper,
  reviewsLike,
  saveTag,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { shipped } from '../../support/codebooks';
import {
  contents,
  emptyStore,
  expectSound,
  facts,
  newTag,
  PAGE_B,
  page,
  withoutMoments,
} from './support';

beforeEach(emptyStore);

const records = async () => {
  const { steps: _, stamps: __, installation: ___, ...all } = await contents();
  return withoutMoments(all);
};

async function twoReviews() {
  const one = await createReview({ name: 'Peer work', codebooks: [shipped('psw-core')] });
  const other = await createReview({ name: 'peer  work ', codebooks: [shipped('cfir-2022')] });
  return { one, other };
}

describe('joining two reviews', () => {
  test('brings list, tags and codebooks into the one that stays, which is current where the other was', async () => {
    const { one, other } = await twoReviews();
    const influence = { codebookId: 'cfir-2022', influenceId: 'cost' };
    await saveTag(newTag({ reviewId: one.id }));
    await saveTag(newTag({ reviewId: other.id, on: PAGE_B, ...influence }));
    await changeReview(other.id, { question: 'Why?' });
    await changeSettings({ currentReviewId: other.id });
    const before = await records();
    const { eventId, tags } = await joinReviews(other.id, one.id);
    expect(tags).toBe(1);
    expect(await db.reviews.toArray()).toMatchObject([
      {
        id: one.id,
        name: 'Peer work',
        question: 'Why?',
        codebooks: [shipped('psw-core'), shipped('cfir-2022')],
      },
    ]);
    expect((await currentReview())?.id).toBe(one.id);
    expect(await db.reviewPapers.where('reviewId').equals(one.id).count()).toBe(2);
    expect(await db.tags.where('reviewId').equals(one.id).count()).toBe(2);
    await expectSound();
    await undo(eventId);
    expect(await records()).toEqual(before);
    await expectSound();
  });

  test('keeps the later of a coder’s two tags of one statement on one influence with both notes, and the list’s own word', async () => {
    const { one, other } = await twoReviews();
    const first = await saveTag(newTag({ reviewId: one.id, note: 'earlier' }));
    await saveTag(newTag({ reviewId: other.id, note: 'later' }));
    await placePaper(one.id, first.paper.id, { progress: 'read' });
    await joinReviews(other.id, one.id);
    expect(await db.tags.toArray()).toMatchObject([{ reviewId: one.id, note: 'later\n\nearlier' }]);
    expect(await db.reviewPapers.toArray()).toMatchObject([{ reviewId: one.id, progress: 'read' }]);
    await expectSound();
  });

  test('brings the numbers of the flow diagram that the one that stays lacks', async () => {
    const { one, other } = await twoReviews();
    const [own, theirs] = [[{ name: 'PubMed', records: 7 }], [{ name: 'CINAHL', records: 9 }]];
    await changeFlow(one.id, { numbers: { duplicates: 3 }, databases: own });
    await changeFlow(other.id, {
      ...{ numbers: { duplicates: 8, database_results: 20 } },
      ...{ databases: theirs, registers: theirs },
    });
    await joinReviews(other.id, one.id);
    expect((await db.reviews.get(one.id))?.flow).toEqual({
      ...{ numbers: { duplicates: 3, database_results: 20 }, databases: own, registers: theirs },
    });
  });

  test('brings each field that a review may lack', async () => {
    const { one, other } = await twoReviews();
    const field = { codebookId: 'cfir-2022', influenceId: 'cost' };
    const full = {
      numberKeys: [field],
      links: [{ from: field, to: { codebookId: 'psw-core', influenceId: 'psw.pay' }, on: true }],
      reporting: { unit: 'families' as const },
      flow: { numbers: { duplicates: 3 } },
    };
    const optional = Object.entries(Review.shape).filter(
      ([, type]) => type.def.type === 'optional',
    );
    expect(Object.keys(full).sort()).toEqual(optional.map(([name]) => name).sort());
    await db.reviews.put({ ...other, ...full });
    await joinReviews(other.id, one.id);
    const after = await db.reviews.get(one.id);
    for (const [name] of optional) expect(after).toHaveProperty(name);
    expect(after).toMatchObject({ ...full, numberKeys: expect.arrayContaining([field]) });
  });

  test('with itself, or with one that is gone, is refused and changes nothing', async () => {
    const { one, other } = await twoReviews();
    const before = await contents();
    await expect(joinReviews(one.id, one.id)).rejects.toMatchObject({ code: 'same-review' });
    await expect(joinReviews(one.id, '0')).rejects.toMatchObject({ code: 'not-found' });
    expect(await contents()).toEqual(before);
    expect(await reviewsLike(one)).toMatchObject([{ id: other.id }]);
  });
});

describe('reviews look like one', () => {
  const papersOf = (...numbers: number[]) =>
    numbers.map((n) => page(`https://p.example/${n}`, facts(`10.5555/p${n}`)));
  const cases: [string, string, number[], number[], boolean][] = [
    ['by their names, case and spaces aside', ' PEER work', [], [], true],
    ['by their papers', 'Something else', [1, 2, 3, 4], [1, 2, 3, 9], true],
    ['not by two papers that both read', 'Something else', [1, 2, 3], [1, 2, 9], false],
    [
      'not by a few of many',
      'Something else',
      [1, 2, 3, 4, 5, 6, 7],
      [1, 2, 3, 11, 12, 13, 14],
      false,
    ],
  ];
  test.each(cases)('%s', async (_, name, mine, theirs, alike) => {
    const one = await createReview({ name: 'Peer work', codebooks: [shipped('psw-core')] });
    const other = await createReview({ name, codebooks: [shipped('psw-core')] });
    for (const on of papersOf(...mine)) await addPaper(on, one.id, { progress: 'to-read' });
    for (const on of papersOf(...theirs)) await addPaper(on, other.id, { progress: 'to-read' });
    expect((await reviewsLike(one)).map(({ id }) => id)).toEqual(alike ? [other.id] : []);
  });
});
