/** What was set aside: which record it claims to be, what it belongs to, and whether it comes back by itself. */
import { describe, expect, test } from 'vitest';
import {
  ALTERED,
  asideNames,
  claimedName,
  claimedReferences,
  jsonSafe,
  kindIn,
  MISPLACED,
  returnsByItself,
  TOO_FAR,
  TWICE,
} from '../../../lib/model';

describe('a record that was set aside', () => {
  test.each<[string, string[], boolean]>([
    ['returns once it can be read', ['stance: wrong'], true],
    ['returns where nothing is said against it', [], true],
    ['waits for the reader where it was altered', [ALTERED], false],
    ['waits where there were two', [TWICE], false],
    ['waits where two papers claim it', [MISPLACED], false],
    ['waits where its counter cannot be', [TOO_FAR], false],
    ['waits though something else is wrong too', ['stance: wrong', TWICE], false],
  ])('%s', (_, problems, expected) => {
    expect(returnsByItself({ problems })).toBe(expected);
  });

  test.each<[string, string, unknown, string | undefined]>([
    ['a paper', 'papers', { id: 'p' }, 'papers p'],
    ['a key of several parts', 'reviewPapers', { reviewId: 'r', paperId: 'p' }, 'reviewPapers r p'],
    ['a part of its key is missing', 'reviewPapers', { reviewId: 'r' }, undefined],
    ['a part of its key is no text', 'reviewPapers', { reviewId: 'r', paperId: 1 }, undefined],
    ['an id that is no text', 'papers', { id: 7 }, undefined],
    ['settings, of which there is one', 'settings', { id: 'x' }, undefined],
    ['a table that Bearing does not have', 'meetings', { id: 'x' }, undefined],
    ['a table by the name of a method', 'toString', { id: 'x' }, undefined],
    ['nothing', 'papers', null, undefined],
    ['a text', 'papers', 'p', undefined],
  ])('is named by what it claims: %s', (_, table, record, name) => {
    expect(claimedName({ table, record })).toBe(name);
    expect(kindIn({ table })).toBe(['meetings', 'toString'].includes(table) ? undefined : table);
  });

  const TAG = { id: 't', reviewId: 'r', paperId: 'p', statementId: 's', coderId: 'c' };
  test.each<[string, string, unknown, string[]]>([
    ['a tag', 'tags', TAG, ['reviews r', 'papers p', 'statements s']],
    ['a tag without a statement', 'tags', { ...TAG, statementId: 1 }, ['reviews r', 'papers p']],
    ['a statement', 'statements', { id: 's', paperId: 'p' }, ['papers p']],
    [
      'a review, which is whole without its codebooks',
      'reviews',
      { codebooks: [{ id: 'x', version: '1' }] },
      [],
    ],
    ['a table that Bearing does not have', 'meetings', TAG, []],
    ['nothing', 'tags', null, []],
    ['a text', 'tags', 'x', []],
  ])('holds what it belongs to: %s', (_, table, record, names) => {
    expect(claimedReferences({ table, record })).toEqual(names);
  });

  test('is found by its name, among all', () => {
    const { names, held } = asideNames([
      { table: 'tags', record: TAG },
      { table: 'papers', record: { id: 'p' } },
      { table: 'papers', record: {} },
    ]);
    expect([...names]).toEqual(['tags t', 'papers p']);
    expect([...held]).toEqual(['reviews r', 'papers p', 'statements s']);
  });
});

describe('whatever a database holds is written as JSON', () => {
  /** Nested so many levels, with a text within. */
  const nest = (levels: number): unknown =>
    Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 'x');
  const circle: unknown[] = [];
  circle.push(circle);
  const CUT = 'not kept: circular, or nested too deeply';
  const cutAt = (levels: number): unknown =>
    Array.from({ length: levels }).reduce<unknown>((inner) => [inner], CUT);

  test.each<[string, unknown, unknown]>([
    ['a text', 'x', 'x'],
    ['nothing', null, null],
    ['what is missing', undefined, undefined],
    ['a large number', 10n ** 20n, '100000000000000000000'],
    ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['a date that is none', new Date(Number.NaN), null],
    ['a map', new Map([['a', new Set([1])]]), [['a', [1]]]],
    ['a list with holes', new Array(2), [undefined, undefined]],
    ['fields', { a: { b: 1n } }, { a: { b: '1' } }],
    ['thirty levels', nest(30), nest(30)],
    ['more levels than that', nest(31), cutAt(30)],
    ['a circle', circle, cutAt(30)],
  ])('%s', (_, value, expected) => {
    expect(jsonSafe(value)).toEqual(expected);
  });

  test('a field by the name of the prototype stays a field', () => {
    const safe = jsonSafe(JSON.parse('{"__proto__":{"a":1}}')) as object;
    expect(Object.getPrototypeOf(safe)).toBe(Object.prototype);
    expect(JSON.stringify(safe)).toBe('{"__proto__":{"a":1}}');
  });
});
