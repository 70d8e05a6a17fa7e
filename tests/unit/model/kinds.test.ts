/** The table of record kinds: keys, what refers to what, and what a change is about. */
import { describe, expect, test } from 'vitest';
import {
  Change,
  change,
  changedKey,
  compareVersions,
  grouped,
  type KindName,
  keyOf,
  keyParts,
  papersOf,
  referencesOf,
  referrersTo,
  type Stamp,
  sameVersion,
  slicesOf,
  unknownOfStamp,
  type Version,
} from '../../../lib/model';
import { paper, reviewPaper, statement, tag } from '../exchange/records';

describe('a key', () => {
  test.each<[KindName, object, string, string[]]>([
    ['papers', { id: 'p' }, 'p', ['p']],
    ['reviewPapers', { reviewId: 'r', paperId: 'p' }, 'r p', ['r', 'p']],
    ['codebooks', { id: 'own', version: '1 2' }, 'own 1 2', ['own', '1 2']],
    ['settings', {}, 'settings', ['settings']],
  ])('of %s %j is “%s”', (name, record, key, parts) => {
    expect(keyOf(name, record)).toBe(key);
    expect(keyParts(name, key)).toEqual(parts);
  });

  test('that is too short stays whole', () => {
    expect(keyParts('reviewPapers', 'r')).toEqual(['r']);
  });
});

describe('references', () => {
  const keys = (name: KindName, record: object) =>
    referencesOf(name, record).map(({ to, key }) => `${to} ${key}`);
  test.each<[string, KindName, object, string[]]>([
    ['of a statement', 'statements', { paperId: 'p' }, ['papers p']],
    ['of a paper, which has none', 'papers', { id: 'p' }, []],
    ['that are no texts do not count', 'statements', { paperId: 1 }, []],
    ['of two fields need both', 'familyMembers', { reviewId: 'r' }, []],
    ['of two fields', 'familyMembers', { reviewId: 'r', paperId: 'p' }, ['reviewPapers r p']],
    [
      'of a list',
      'reviews',
      { codebooks: [{ id: 'a', version: '1' }, { id: 'b' }, null, 'x', { id: 'c', version: '2' }] },
      ['codebooks a 1', 'codebooks c 2'],
    ],
    ['of a list that is none', 'reviews', { codebooks: 'x' }, []],
    ['of settings', 'settings', { currentReviewId: 'r' }, ['reviews r']],
  ])('%s', (_, name, record, expected) => {
    expect(keys(name, record)).toEqual(expected);
  });

  test.each<[KindName, string[]]>([
    ['statements', ['tags', 'decisions']],
    ['sites', ['tags', 'attributeValues', 'memos', 'measureAnswers']],
    ['reviewPapers', ['familyMembers', 'tags']],
    ['codebooks', ['reviews', 'tags']],
    ['settings', []],
  ])('to %s are those of %s', (name, from) => {
    expect(referrersTo(name).map((one) => one.from)).toEqual(from);
    for (const { ref } of referrersTo(name)) expect(ref.to).toBe(name);
  });
});

describe('a change', () => {
  const [one, other] = [paper(1), paper(2)];
  test.each<[string, unknown, boolean]>([
    ['of a record', change('papers', one, { ...one, title: 'x' }), true],
    ['that makes one', change('papers', null, one), true],
    ['that removes one', change('papers', one, null), true],
    ['on the way', change('papers', null, one, true), true],
    ['of two records', change('papers', one, other), false],
    ['of none', change('papers', null, null), false],
    ['of another table', change('tags', null, one as never), false],
  ])('%s is sound: %s', (_, changed, expected) => {
    expect(Change.safeParse(changed).success).toBe(expected);
  });

  test('names its record, made or removed', () => {
    expect(changedKey(change('papers', null, one))).toBe(one.id);
    expect(changedKey(change('papers', one, null))).toBe(one.id);
    expect(changedKey(change('reviewPapers', reviewPaper(1), null))).toBe(
      `${reviewPaper(1).reviewId} ${one.id}`,
    );
  });

  test('says only where it is so that it was made on the way', () => {
    expect(change('papers', null, one)).not.toHaveProperty('aside');
    expect(change('papers', null, one, true)).toMatchObject({ aside: true });
  });

  test('is about the papers of what it changed, before and after', () => {
    const changes = [
      change('papers', null, one),
      change('tags', tag(1, 1, 2), tag(1, 1, 3)),
      change('statements', statement(1, 4, 'x'), null),
      change('coders', null, { id: tag(1, 1, 1).coderId, name: '' }),
    ];
    const ids = [1, 2, 3, 4].map((n) => paper(n).id);
    expect([...papersOf(changes)].sort()).toEqual(ids.sort());
  });
});

describe('of two versions the later is', () => {
  const version = (counter: number, by = 'a', step = 'a'): Version => ({ counter, by, step });
  test.each([
    ['that of the higher counter', version(2), version(1, 'b', 'b')],
    ['that of the later coder', version(1, 'b'), version(1, 'a', 'b')],
    ['that of the later step', version(1, 'a', 'b'), version(1, 'a', 'a')],
  ])('%s', (_, later, earlier) => {
    expect(compareVersions(later, earlier)).toBeGreaterThan(0);
    expect(compareVersions(earlier, later)).toBeLessThan(0);
    expect(compareVersions(later, { ...later })).toBe(0);
  });
});

test('what a newer Bearing noted with a version is told from the rest', () => {
  const stamp = { table: 'tags', key: 'k', counter: 1, by: 'a', step: 's', state: 'gone' };
  expect(unknownOfStamp({ ...stamp, mood: 1 } as unknown as Stamp)).toEqual({ mood: 1 });
});

test.each([
  [{ id: 'a', version: '1' }, true],
  [{ id: 'a', version: '2' }, false],
  [{ id: 'b', version: '1' }, false],
])('version 1 of a codebook and %j are the same: %s', (other, expected) => {
  expect(sameVersion({ id: 'a', version: '1' }, other)).toBe(expected);
});

describe('lists', () => {
  test('are grouped in the order in which their keys are met', () => {
    const groups = grouped(['bb', 'a', 'cc', 'd', 'eee'], (word) => word.length);
    expect([...groups]).toEqual([
      [2, ['bb', 'cc']],
      [1, ['a', 'd']],
      [3, ['eee']],
    ]);
  });

  test.each([
    [[], 2, []],
    [[1, 2], 2, [[1, 2]]],
    [[1, 2, 3], 2, [[1, 2], [3]]],
    [[1, 2, 3], 1, [[1], [2], [3]]],
  ])('%j in slices of %i', (list, size, slices) => {
    expect(slicesOf(list, size)).toEqual(slices);
  });
});
