/** Study families as rings: what one lost link, and two families that overlap, come to. */
import { describe, expect, test } from 'vitest';
import { familyLinks, StudyFamilies } from '../../../lib/model';
import { random } from '../store/support';

type Links = ReadonlyMap<string, string | undefined>;

const listed = (links: Links) =>
  [...links].map(([paperId, familyId]) => ({ paperId, ...(familyId && { familyId }) }));
const families = (links: Links) => new StudyFamilies(listed(links));

test.each<[string, string[], [string, string | undefined][]]>([
  ['no paper has no link', [], []],
  ['one paper has none either', ['a'], [['a', undefined]]],
  [
    'two papers name each other',
    ['b', 'a'],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
  ],
  [
    'more are a ring in the order of their ids',
    ['c', 'a', 'b', 'a'],
    [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ],
  ],
])('%s', (_, ids, want) => {
  expect([...familyLinks(ids)]).toEqual(want);
});

describe('a family', () => {
  test('has its members by id, and is named by the first', () => {
    const found = new StudyFamilies(
      listed(new Map([...familyLinks(['c', 'a', 'b']), ['d', undefined]])),
    );
    expect(found.members('b')).toEqual(['a', 'b', 'c']);
    expect(found.nameOf('c')).toBe('a');
    expect(found.members('d')).toEqual(['d']);
    expect(found.shared()).toEqual([['a', 'b', 'c']]);
  });

  test('is whole while any one of its links is lost', () => {
    const ring = familyLinks(['a', 'b', 'c', 'd']);
    for (const lost of ring.keys())
      expect(families(new Map([...ring, [lost, undefined]])).members('a')).toHaveLength(4);
  });

  test('has no member that is not on the list, and is held together by a link to one', () => {
    const found = new StudyFamilies([
      { paperId: 'a', familyId: 'gone' },
      { paperId: 'b', familyId: 'gone' },
    ]);
    expect(found.members('a')).toEqual(['a', 'b']);
  });
});

test('2,000 pairs of families that overlap are one family, whichever links of the shared papers are kept', () => {
  const next = random(11);
  const ids = 'abcdefghij'.split('');
  for (let round = 0; round < 2_000; round++) {
    const [one, other] = [0, 1].map(() => ids.filter(() => next() < 0.5)) as [string[], string[]];
    const shared = one.filter((id) => other.includes(id));
    if (!shared.length || one.length < 2 || other.length < 2) continue;
    const [mine, theirs] = [familyLinks(one), familyLinks(other)];
    const merged = new Map([...mine, ...theirs]);
    for (const id of shared) merged.set(id, (next() < 0.5 ? mine : theirs).get(id));
    const all = [...new Set([...one, ...other])].sort();
    expect(families(merged).members(all[0] ?? ''), `${one} and ${other}`).toEqual(all);
  }
});
