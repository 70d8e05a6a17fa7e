/** The nine influences behind the number keys. */
import { describe, expect, test } from 'vitest';
import { Codebook } from '../../../lib/model';
import { allInfluences, type QuickInfluence, quickList, withFound } from '../../../lib/tagging';

const book = (id: string, ids: string[]) =>
  Codebook.parse({
    id,
    name: id,
    version: '1',
    kind: 'own',
    builtIn: false,
    complete: true,
    source: { citation: 'ours' },
    influences: ids.map((i) => ({ id: i, label: i, definition: '' })),
  });

const ONE = book('one', ['a', 'b', 'c', 'd', 'e', 'f']);
const TWO = book('two', ['a', 'g/h', 'i', 'j', 'k', '__proto__']);
const names = (list: readonly QuickInfluence[]) =>
  list.map((q) => `${q.codebookId}/${q.influenceId}`);

const LISTS: [string, Codebook[], string[], string[]][] = [
  ['no codebook', [], ['one/a'], []],
  ['a short codebook', [book('s', ['x'])], [], ['s/x']],
  [
    'nothing used yet: the codebooks’ order',
    [ONE, TWO],
    [],
    ['one/a', 'one/b', 'one/c', 'one/d', 'one/e', 'one/f', 'two/a', 'two/g/h', 'two/i'],
  ],
  [
    'used ones first, newest first',
    [ONE],
    ['one/e', 'one/b'],
    ['one/e', 'one/b', 'one/a', 'one/c', 'one/d', 'one/f'],
  ],
  [
    'an influence of the same id in another codebook is another',
    [ONE, TWO],
    ['two/a'],
    ['two/a', 'one/a', 'one/b', 'one/c', 'one/d', 'one/e', 'one/f', 'two/g/h', 'two/i'],
  ],
  [
    'used ones that no codebook has are left out',
    [ONE],
    ['gone/x', 'one/zzz', 'one/f'],
    ['one/f', 'one/a', 'one/b', 'one/c', 'one/d', 'one/e'],
  ],
  ['one used twice stands once', [book('s', ['x', 'y'])], ['s/y', 's/y'], ['s/y', 's/x']],
  [
    'ids with a slash, and names that objects inherit',
    [TWO],
    ['two/__proto__', 'two/g/h'],
    ['two/__proto__', 'two/g/h', 'two/a', 'two/i', 'two/j', 'two/k'],
  ],
];
test.each(LISTS)('%s', (_, books, recent, expected) => {
  expect(names(quickList(books, recent))).toEqual(expected);
});

describe('an influence found by letters', () => {
  const full = quickList([ONE, TWO], []);
  const found = allInfluences([ONE, TWO]).find((q) => q.influenceId === 'k') as QuickInfluence;

  test('takes the last of nine slots, the others keep theirs', () => {
    expect(names(withFound(full, found))).toEqual([...names(full).slice(0, 8), 'two/k']);
  });
  test('takes a free slot where there is one', () => {
    expect(names(withFound(full.slice(0, 3), found))).toEqual([
      ...names(full).slice(0, 3),
      'two/k',
    ]);
  });
  test('that has a slot already moves nothing', () => {
    expect(withFound(full, full[2] as QuickInfluence)).toEqual(full);
  });
});
