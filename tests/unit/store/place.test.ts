/** A paper's place in a review: progress and eligibility are two fields, each changed and taken back by itself. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type PlaceChange, type Review, type ReviewPaper, Step } from '../../../lib/model';
import {
  addPaper,
  ensureReview,
  exclusionReasons,
  placePaper,
  saveTag,
  undo,
  whatCanBeUndone,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { emptyStore, expectSound, facts, newTag, PAGE_A, page } from './support';

let review: Review;

beforeEach(async () => {
  await db.open();
  await emptyStore();
  review = await ensureReview();
});

const add = async (n: number, place: PlaceChange) => {
  const on = page(`https://p.example/${n}`, facts(`10.5555/p${n}`));
  return (await addPaper(on, review.id, place)).paper;
};
const placeOf = async (paperId: string) => {
  const { progress, eligibility, exclusionReason } = (await db.reviewPapers.get([
    review.id,
    paperId,
  ])) as ReviewPaper;
  return [progress, eligibility, exclusionReason];
};

describe('changing one', () => {
  const out = { eligibility: 'excluded', exclusionReason: 'wrong setting' } as const;
  test.each<[string, PlaceChange[], unknown[]]>([
    [
      'progress leaves eligibility alone',
      [{ eligibility: 'included' }, { progress: 'read' }],
      ['read', 'included', undefined],
    ],
    [
      'eligibility leaves progress alone',
      [{ progress: 'reading' }, out],
      ['reading', 'excluded', 'wrong setting'],
    ],
    [
      'progress leaves the reason alone',
      [out, { progress: 'read' }],
      ['read', 'excluded', 'wrong setting'],
    ],
    [
      'a new reason replaces the old one',
      [out, { ...out, exclusionReason: 'not a study' }],
      ['to-read', 'excluded', 'not a study'],
    ],
    [
      'an empty reason is none, also where there was one',
      [out, { ...out, exclusionReason: '  ' }],
      ['to-read', 'excluded', undefined],
    ],
    [
      'a reason goes with the decision that it explains',
      [out, { eligibility: 'included' }],
      ['to-read', 'included', undefined],
    ],
    [
      'a reason without a decision changes nothing',
      [{ exclusionReason: 'why' }],
      ['to-read', 'undecided', undefined],
    ],
  ])('%s', async (_, places, want) => {
    const paper = await add(1, {});
    for (const place of places) await placePaper(review.id, paper.id, place);
    expect(await placeOf(paper.id)).toEqual(want);
    await expectSound();
  });
});

test('a paper that is tagged is being read, and undecided; one that is put on the list is to be read', async () => {
  const { tag } = await saveTag(newTag({ on: PAGE_A }));
  expect(await placeOf(tag.paperId)).toEqual(['reading', 'undecided', undefined]);
  expect(await placeOf((await add(2, { eligibility: 'included' })).id)).toEqual([
    ...['to-read', 'included', undefined],
  ]);
});

test('each change is a step of its own, is called what it is, and is taken back alone', async () => {
  const paper = await add(1, { progress: 'reading' });
  await placePaper(review.id, paper.id, { progress: 'read' });
  await placePaper(review.id, paper.id, { eligibility: 'excluded', exclusionReason: 'too old' });
  const takeBack = async () => {
    const { undo: last } = await whatCanBeUndone();
    await undo(last?.step.id ?? '');
    return last?.command;
  };
  expect(await takeBack()).toBe('set-eligibility');
  expect(await placeOf(paper.id)).toEqual(['read', 'undecided', undefined]);
  expect(await takeBack()).toBe('set-progress');
  expect(await placeOf(paper.id)).toEqual(['reading', 'undecided', undefined]);
});

test('the place that a paper has already makes no step', async () => {
  const paper = await add(1, { progress: 'read' });
  const before = await db.steps.count();
  await placePaper(review.id, paper.id, { progress: 'read' });
  await placePaper(review.id, paper.id, { eligibility: 'undecided' });
  expect(await db.steps.count()).toBe(before);
});

test('reasons are offered from this review, the most used first', async () => {
  const exclude = (n: number, exclusionReason: string) =>
    add(n, { eligibility: 'excluded', exclusionReason });
  await exclude(1, 'not a study');
  await exclude(2, 'wrong setting');
  const third = await exclude(3, 'wrong setting');
  await add(4, { eligibility: 'excluded' });
  expect(await exclusionReasons(review.id)).toEqual(['wrong setting', 'not a study']);
  await placePaper(review.id, third.id, { eligibility: 'included' });
  expect(await exclusionReasons(review.id)).toEqual(['not a study', 'wrong setting']);
  expect(await exclusionReasons(third.id)).toEqual([]);
});

test('what no one can mean is refused', async () => {
  const paper = await add(1, {});
  for (const place of [{ progress: 'skimmed' }, { eligibility: 'maybe' }])
    await expect(placePaper(review.id, paper.id, place as never)).rejects.toMatchObject({
      code: 'invalid',
    });
  expect((await db.steps.toArray()).every((step) => Step.safeParse(step).success)).toBe(true);
});
