/** A paper's place on a reading list: how far it was read, and whether it belongs to the review. */
import { describe, expect, test } from 'vitest';
import {
  countPlaces,
  type Eligibility,
  isAtProgress,
  newId,
  PlaceChange,
  type Progress,
  ReviewPaper,
} from '../../../lib/model';

const AT = '2026-01-02T03:04:05.000Z';
const place = (progress: Progress, eligibility: Eligibility): ReviewPaper => ({
  ...{ reviewId: newId(), paperId: newId(), progress, eligibility, addedAt: AT, updatedAt: AT },
});
const NONE = { 'to-read': 0, reading: 0, read: 0, undecided: 0, included: 0, excluded: 0 };

describe('papers of a list are counted', () => {
  test.each<[string, ReviewPaper[], Partial<typeof NONE>]>([
    ['not at all where there are none', [], {}],
    ['by both', [place('read', 'included')], { read: 1, included: 1 }],
    [
      'by progress, undecided or not',
      [place('to-read', 'undecided')],
      { 'to-read': 1, undecided: 1 },
    ],
    ['not by progress where they are excluded', [place('reading', 'excluded')], { excluded: 1 }],
    [
      'each by itself',
      [
        ...[place('read', 'included'), place('read', 'undecided'), place('reading', 'included')],
        ...[place('read', 'excluded'), place('to-read', 'excluded')],
      ],
      { read: 2, reading: 1, included: 2, undecided: 1, excluded: 2 },
    ],
  ])('%s', (_, list, counts) => {
    expect(countPlaces(list)).toEqual({ ...NONE, ...counts });
  });
});

test.each<[Progress, Eligibility, Progress, boolean]>([
  ['read', 'included', 'read', true],
  ['read', 'undecided', 'read', true],
  ['read', 'excluded', 'read', false],
  ['reading', 'included', 'read', false],
])(
  'a paper that is %s and %s is found under "%s": %s',
  (progress, eligibility, wanted, expected) => {
    expect(isAtProgress(place(progress, eligibility), wanted)).toBe(expected);
  },
);

describe('a place as it is stored', () => {
  const sound = place('read', 'excluded');
  test.each<[string, object, boolean]>([
    ['without a reason', {}, true],
    ['with a reason', { exclusionReason: 'no peer workers' }, true],
    ['with an empty reason', { exclusionReason: '' }, false],
    ['with papers that are not of its study', { notAlike: [newId()] }, true],
    ['with an empty list of these', { notAlike: [] }, false],
    ['with a hundred of these', { notAlike: Array.from({ length: 100 }, newId) }, true],
    ['with more', { notAlike: Array.from({ length: 101 }, newId) }, false],
    ['at another progress', { progress: 'skimmed' }, false],
    ['under another decision', { eligibility: 'maybe' }, false],
    ['of no paper', { paperId: 'x' }, false],
    ['at no moment', { addedAt: 'yesterday' }, false],
  ])('%s is sound: %s', (_, more, expected) => {
    expect(ReviewPaper.safeParse({ ...sound, ...more }).success).toBe(expected);
  });
});

test.each<[object, boolean]>([
  [{}, true],
  [{ progress: 'read' }, true],
  [{ eligibility: 'excluded', exclusionReason: '' }, true],
  [{ progress: 'skimmed' }, false],
])('a change of a place to %j is sound: %s', (change, expected) => {
  expect(PlaceChange.safeParse(change).success).toBe(expected);
});
