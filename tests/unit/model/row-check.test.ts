/** What is wrong with a stored record, in words that a reader can follow; and what a newer Bearing wrote. */
import { describe, expect, test } from 'vitest';
import { isLikelyNewer, Paper, Review, rowCheck, Tag, withUnknown, z } from '../../../lib/model';
import { carriesUnknown, unknownIn } from '../../../lib/model/checks/unknown-fields';
import { paper, review, tag } from '../exchange/records';

const check = { tags: rowCheck(Tag), papers: rowCheck(Paper), reviews: rowCheck(Review) };
const sound = { tags: tag(1, 1, 1), papers: paper(1), reviews: review };
type Table = keyof typeof check;

const problems = (table: Table, change: object): string[] => {
  const verdict = check[table]({ ...sound[table], ...change });
  return verdict.ok ? [] : verdict.problems;
};

describe('a record', () => {
  test.each<[string, Table, object, string[]]>([
    ['is sound', 'tags', {}, []],
    ['lacks a field', 'tags', { stance: undefined }, ['stance: is missing']],
    [
      'has a value that is not known',
      'tags',
      { stance: 'doubting' },
      ['stance: “doubting” is not known to this version of Bearing'],
    ],
    [
      'has a number that is not known',
      'tags',
      { strength: 7 },
      ['strength: “7” is not known to this version of Bearing'],
    ],
    ['has a text for a number', 'papers', { year: 'x' }, ['year: must be a number, and is text']],
    [
      'has a part of a number',
      'papers',
      { year: 2020.5 },
      ['year: must be a whole number, and is a number'],
    ],
    ['has nothing for a text', 'tags', { note: null }, ['note: must be text, and is null']],
    [
      'has fields for a list',
      'papers',
      { urls: {} },
      ['urls: must be a list, and is a group of fields'],
    ],
    ['has a list for a text', 'tags', { note: [] }, ['note: must be text, and is a list']],
    [
      'has a list for fields',
      'papers',
      { readerFields: [] },
      ['readerFields: must be a group of fields, and is a list'],
    ],
    ['has true for a text', 'tags', { note: true }, ['note: must be text, and is true or false']],
    [
      'has an id that is none',
      'tags',
      { paperId: 'x' },
      ['paperId: is not an id as Bearing makes them'],
    ],
    [
      'has a moment that is none',
      'tags',
      { createdAt: 'today' },
      ['createdAt: is not a moment such as 2026-11-20T09:00:00.000Z'],
    ],
    [
      'is wrong further in',
      'papers',
      { authors: [{ family: 'x' }, { family: 7 }] },
      ['authors.1.family: must be text, and is a number'],
    ],
    [
      'breaks a rule of its own',
      'reviews',
      { codebooks: [...review.codebooks, ...review.codebooks] },
      ['codebooks: a codebook twice'],
    ],
    [
      'is wrong twice',
      'tags',
      { note: 1, stance: 'x' },
      [
        'stance: “x” is not known to this version of Bearing',
        'note: must be text, and is a number',
      ],
    ],
  ])('%s', (_, table, change, expected) => {
    expect(problems(table, change)).toEqual(expected);
  });

  test.each<[unknown, string]>([
    [null, 'record: must be a group of fields, and is null'],
    ['x', 'record: must be a group of fields, and is text'],
    [7n, 'record: must be a group of fields, and is bigint'],
  ])('is none: %s', (row, problem) => {
    expect(check.tags(row)).toEqual({ ok: false, problems: [problem] });
  });

  test('that breaks a rule about what is not there is told of the rule', () => {
    const pair = z
      .object({ a: z.number().optional(), b: z.number().optional() })
      .refine(({ a, b }) => b === undefined || a !== undefined, {
        path: ['a'],
        message: 'b comes with a',
      });
    expect(rowCheck(pair)({ b: 1 })).toEqual({ ok: false, problems: ['a: b comes with a'] });
  });

  test('that is sound is the very same object', () => {
    expect(check.tags(sound.tags)).toMatchObject({ ok: true });
    const verdict = check.tags(sound.tags);
    expect(verdict.ok && verdict.row).toBe(sound.tags);
  });

  test('gets what its schema fills in', () => {
    const { note: _, basis: __, ...bare } = sound.tags;
    expect(check.tags(bare)).toEqual({ ok: true, row: { ...bare, note: '', basis: 'own' } });
  });

  test('that is wrong all over is described in bounds', () => {
    const authors = Array.from({ length: 100 }, () => ({ family: 7 }));
    expect(problems('papers', { authors })).toHaveLength(50);
    const [long] = problems('tags', { stance: 'x'.repeat(1_000) });
    expect(long).toBe(`stance: “${'x'.repeat(60)}” is not known to this version of Bearing`);
  });
});

describe('a newer Bearing is the likely cause', () => {
  test.each<[string, object, boolean]>([
    ['where a value is not known', { stance: 'doubting' }, true],
    ['where several are', { stance: 'doubting', basis: 'heard' }, true],
    ['not where something else is wrong too', { stance: 'doubting', note: 7 }, false],
    ['not where a value is empty', { stance: '' }, false],
    ['not where nothing is wrong', {}, false],
  ])('%s', (_, change, expected) => {
    expect(isLikelyNewer(problems('tags', change))).toBe(expected);
  });
});

describe('fields of a newer Bearing', () => {
  const nest = (levels: number): unknown =>
    Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 1);
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, 1]));
  test.each<[string, object, boolean]>([
    ['of every form of JSON', { a: 'x', b: 1, c: true, d: null, e: [1, { f: 'y' }] }, true],
    ['as many as fifty', many(50), true],
    ['but not more', many(51), false],
    ['as long as the longest text', { a: 'x'.repeat(49_995) }, false],
    ['a little shorter', { a: 'x'.repeat(49_991) }, true],
    ['eight levels deep', { a: nest(8) }, true],
    ['but not deeper', { a: nest(9) }, false],
    ['not many empty values', { a: new Array(13_000).fill(null) }, false],
    ['nor long names within', { a: { ['x'.repeat(50_000)]: 1 } }, false],
    ['nor numbers without end', { a: Number.POSITIVE_INFINITY }, false],
    ['nor what is no number', { a: Number.NaN }, false],
    ['nor a date', { a: new Date(0) }, false],
    ['nor a map', { a: new Map() }, false],
    ['nor a function', { a: () => 1 }, false],
    ['nor a way to the prototype', { a: JSON.parse('{"__proto__":1}') }, false],
    ['nor one beside it', { constructor: 1 }, false],
    ['but what is not there', { a: undefined }, true],
  ])('are carried: %s', (_, fields, expected) => {
    expect(carriesUnknown({ known: new Date(0), ...fields }, (field) => field === 'known')).toBe(
      expected,
    );
    const verdict = check.papers({ ...sound.papers, ...fields });
    expect(verdict.ok).toBe(expected);
    if (verdict.ok) expect(verdict.row).toEqual({ ...sound.papers, ...fields });
  });

  test('are kept in each part of a record, beside what the schema fills in', () => {
    const refused: string[] = [];
    const record = { a: [{ x: 1 }], b: { y: 2 }, z: 3 };
    const parsed = { a: [{ known: 0 }], b: {}, c: 'filled' };
    expect(withUnknown(record, parsed, refused)).toEqual({
      a: [{ known: 0, x: 1 }],
      ...{ b: { y: 2 }, c: 'filled', z: 3 },
    });
    expect(refused).toEqual([]);
  });

  test('that cannot be carried are named by their place', () => {
    const big = { x: 'x'.repeat(60_000) };
    const change = { authors: [{ family: 'a' }, { family: 'b', ...big }], ...big };
    const told = problems('papers', change);
    expect(told.map((one) => one.split(':')[0])).toEqual(['record', 'authors.1']);
    for (const one of told) expect(one).toMatch(/too large to keep$/);
  });

  test('are told from those that are known', () => {
    expect(unknownIn({ a: 1, b: 2, toString: 3 }, { a: 0 })).toEqual({ b: 2, toString: 3 });
  });
});
