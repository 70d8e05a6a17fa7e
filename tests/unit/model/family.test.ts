/** Study families as memberships: what hangs together is one study. */
import { describe, expect, test } from 'vitest';
import { StudyFamilies, Unions } from '../../../lib/model';
import { random } from '../store/support';

/** Families by their names, each with its papers: `{ f: 'ab' }`. */
const members = (families: Record<string, string>) =>
  Object.entries(families).flatMap(([familyId, papers]) =>
    papers.split('').map((paperId) => ({ paperId, familyId })),
  );
const listed = (papers: string) => papers.split('').map((paperId) => ({ paperId }));
const studies = (papers: string, families: Record<string, string>) =>
  new StudyFamilies(listed(papers), members(families)).shared().map((ids) => ids.join(''));

describe('a study', () => {
  test('has its papers by id, and is named by the first', () => {
    const found = new StudyFamilies(listed('dcba'), members({ f: 'cab' }));
    expect(found.members('b')).toEqual(['a', 'b', 'c']);
    expect(found.nameOf('c')).toBe('a');
    expect(found.members('d')).toEqual(['d']);
    expect(found.shared()).toEqual([['a', 'b', 'c']]);
  });

  test.each<[string, string, Record<string, string>, string[]]>([
    ['is one paper alone where nobody else is in the family', 'ab', { f: 'a' }, []],
    ['is all families that share a paper', 'abcd', { f: 'ab', g: 'bc' }, ['abc']],
    ['is not what has nothing in common', 'abcd', { f: 'ab', g: 'cd' }, ['ab', 'cd']],
    [
      'has no paper that is not on the list, and is not held by one',
      'ac',
      { f: 'ab', g: 'bc' },
      [],
    ],
    ['is kept apart from a paper that has the id of a family', 'abf', { f: 'ab' }, ['ab']],
  ])('%s', (_, papers, families, want) => {
    expect(studies(papers, families)).toEqual(want);
  });
});

test('a chain of 20,000 names is one, and is walked in no time that anybody notices', () => {
  const unions = new Unions();
  for (let i = 20_000; i > 0; i--) unions.unite(`${i - 1}`, `${i}`);
  const roots = new Set(Array.from({ length: 20_001 }, (_, i) => unions.rootOf(`${i}`)));
  expect(roots.size).toBe(1);
});

test('2,000 stores: papers are one study if and only if families lead from one to the other', () => {
  const next = random(11);
  for (let round = 0; round < 2_000; round++) {
    const papers = 'abcdefgh'.split('').filter(() => next() < 0.8);
    const rows = Array.from({ length: Math.floor(next() * 8) }, () => ({
      paperId: 'abcdefgh'[Math.floor(next() * 8)] ?? '',
      familyId: 'fgh'[Math.floor(next() * 3)] ?? '',
    }));
    const found = new StudyFamilies(
      papers.map((paperId) => ({ paperId })),
      rows,
    );
    for (const paper of papers) {
      const reached = new Set([paper]);
      for (let size = 0; size !== reached.size; ) {
        size = reached.size;
        for (const one of rows)
          for (const other of rows)
            if (reached.has(one.paperId) && one.familyId === other.familyId)
              if (papers.includes(other.paperId)) reached.add(other.paperId);
      }
      expect(found.members(paper), JSON.stringify(rows)).toEqual([...reached].sort());
    }
  }
});
