/** The number keys: how they are dealt, and that nothing but the reader moves them. */
import { describe, expect, test } from 'vitest';
import { Codebook, type InfluenceRef, Review } from '../../../lib/model';
import {
  dealNumberKeys,
  fillNumberKeys,
  joinNumberKeys,
  NUMBER_KEY_COUNT,
  type NumberKeys,
  numberOf,
  readNumberKeys,
  withNumberKey,
  withoutUnknown,
  withUse,
} from '../../../lib/tagging';

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

/** `one/a two/g/h - …`: the keys in their order, `-` for a free one; free keys at the end are left out. */
const shown = (keys: NumberKeys) =>
  keys
    .map((ref) => (ref ? `${ref.codebookId}/${ref.influenceId}` : '-'))
    .join(' ')
    .replace(/( -)+$|^-( -)*$/, '');

const ref = (name: string): InfluenceRef => {
  const at = name.indexOf('/');
  return { codebookId: name.slice(0, at), influenceId: name.slice(at + 1) };
};
const keys = (names: string): NumberKeys =>
  names.split(' ').map((name) => (name === '-' ? null : ref(name)));

const DEALS: [string, Codebook[], string[], string][] = [
  ['no codebook', [], ['one/a'], ''],
  ['a short codebook leaves keys free', [book('s', ['x'])], [], 's/x'],
  [
    'nothing used yet: the codebooks’ order',
    [ONE, TWO],
    [],
    'one/a one/b one/c one/d one/e one/f two/a two/g/h two/i',
  ],
  [
    'used ones in the order of their first use, then the codebooks’ order',
    [ONE],
    ['one/e', 'one/b'],
    'one/e one/b one/a one/c one/d one/f',
  ],
  [
    'an influence of the same id in another codebook is another',
    [ONE, TWO],
    ['two/a'],
    'two/a one/a one/b one/c one/d one/e one/f two/g/h two/i',
  ],
  [
    'used ones that no codebook has get no key',
    [ONE],
    ['gone/x', 'one/zzz', 'one/f'],
    'one/f one/a one/b one/c one/d one/e',
  ],
  ['one used twice has one key', [book('s', ['x', 'y'])], ['s/y', 's/y'], 's/y s/x'],
  [
    'ids with a slash, and names that objects inherit',
    [TWO],
    ['two/__proto__', 'two/g/h'],
    'two/__proto__ two/g/h two/a two/i two/j two/k',
  ],
  [
    'more used ones than keys: the first nine',
    [ONE, TWO],
    ['two/k', 'two/j', 'two/i', 'two/a', 'one/f', 'one/e', 'one/d', 'one/c', 'one/b', 'one/a'],
    'two/k two/j two/i two/a one/f one/e one/d one/c one/b',
  ],
];
test.each(DEALS)('dealt: %s', (_, books, used, expected) => {
  const dealt = dealNumberKeys(books, used.map(ref));
  expect(shown(dealt)).toBe(expected);
  expect(dealt).toHaveLength(NUMBER_KEY_COUNT);
});

const FULL = 'one/a one/b one/c one/d one/e one/f two/a two/g/h two/i';

const USES: [string, string, string, string][] = [
  ['takes the lowest free key', 'one/a - one/c', 'two/k', 'one/a two/k one/c'],
  ['with a key moves nothing', 'one/a one/b one/c', 'one/c', 'one/a one/b one/c'],
  ['gets no key where all are taken', FULL, 'two/k', FULL],
  ['takes the first key where none was dealt', '-', 'one/d', 'one/d'],
];
test.each(USES)('an influence that is used %s', (_, before, used, after) => {
  expect(shown(withUse(keys(before), ref(used)))).toBe(after);
});

const CHOICES: [string, string, number, string | null, string][] = [
  ['a free key is given', 'one/a', 3, 'one/d', 'one/a - - one/d'],
  ['a key is given to another influence', 'one/a one/b', 0, 'one/d', 'one/d one/b'],
  [
    'an influence with another key changes places',
    'one/a one/b one/c',
    0,
    'one/c',
    'one/c one/b one/a',
  ],
  ['to a free key it moves', 'one/a one/b', 4, 'one/a', '- one/b - - one/a'],
  ['its own key again changes nothing', 'one/a one/b', 1, 'one/b', 'one/a one/b'],
  ['a key is cleared, the others stay', 'one/a one/b one/c', 1, null, 'one/a - one/c'],
  ['a free key is cleared', 'one/a', 5, null, 'one/a'],
];
test.each(CHOICES)('by the reader: %s', (_, before, at, chosen, after) => {
  const changed = withNumberKey(keys(before), at, chosen === null ? null : ref(chosen));
  expect(shown(changed)).toBe(after);
});

const JOINS: [string, string | undefined, string | undefined, string | undefined][] = [
  ['neither was dealt', undefined, undefined, undefined],
  ['only the file’s was dealt', undefined, 'one/b one/a', 'one/b one/a'],
  ['only this store’s was dealt', 'one/a', undefined, 'one/a'],
  ['they differ: this store’s stay', 'one/a one/b', 'one/b one/a', 'one/a one/b'],
  [
    'a free key is filled with what it means there',
    'one/a - one/c',
    'one/a one/b',
    'one/a one/b one/c',
  ],
  ['one whose number is taken gets another', 'one/a one/b', 'two/k', 'one/a one/b two/k'],
  ['there is no room', FULL, 'two/k', FULL],
];
test.each(JOINS)('two copies of a review: %s', (_, mine, theirs, joined) => {
  const given = (names: string | undefined) => (names === undefined ? undefined : keys(names));
  const both = joinNumberKeys(given(mine), given(theirs));
  expect(both && shown(both)).toBe(joined);
  // The same file twice.
  const again = joinNumberKeys(both, given(theirs));
  expect(again && shown(again)).toBe(joined);
});

describe('codebooks that come and go', () => {
  const stored = keys('one/a two/k one/b');

  test('leave every other key where it is, and their own keys come back with them', () => {
    expect(readNumberKeys(stored, [ONE]).slice(0, 4)).toMatchObject([
      { number: 1, state: 'set', quick: { influenceId: 'a' } },
      { number: 2, state: 'off', ref: { codebookId: 'two', influenceId: 'k' } },
      { number: 3, state: 'set', quick: { influenceId: 'b' } },
      { number: 4, state: 'free' },
    ]);
    expect(readNumberKeys(stored, [TWO, ONE])[1]).toMatchObject({
      state: 'set',
      quick: { influenceId: 'k', codebook: { id: 'two' } },
    });
  });

  test('a key whose codebook is not in use is not free', () => {
    expect(shown(withUse(stored, ref('one/f')))).toBe('one/a two/k one/b one/f');
  });

  test('the reader can hand the unused keys on', () => {
    const freed = withoutUnknown(stored, [ONE]);
    expect(shown(freed)).toBe('one/a - one/b');
    expect(shown(fillNumberKeys(freed, [ref('one/b'), ref('one/e')]))).toBe('one/a one/e one/b');
  });

  test('an influence prints the number of its key, and none without a key that works', () => {
    const now = readNumberKeys(stored, [ONE]);
    expect(numberOf(now, ref('one/b'))).toBe(3);
    expect(numberOf(now, ref('two/k'))).toBeUndefined();
    expect(numberOf(now, ref('one/f'))).toBeUndefined();
  });
});

test('a review stores as many keys as there are', () => {
  const { numberKeys } = Review.shape;
  const of = (length: number) => numberKeys.safeParse(Array.from({ length }, () => null)).success;
  expect(of(NUMBER_KEY_COUNT)).toBe(true);
  expect(of(NUMBER_KEY_COUNT + 1)).toBe(false);
});
