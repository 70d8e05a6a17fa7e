/** Records of before codebooks had versions: which version was meant, and what becomes of each kind of record. */
import { describe, expect, it, test } from 'vitest';
import { upgradeCodebooks, versionsThen } from '../../../lib/model';
import { soundId } from '../../../lib/model/records/codebook-ids';

type Row = Record<string, unknown>;
const REVIEW = 'review';
const own = (id: unknown, version: unknown): Row => ({ id, version });
const tagged = (
  codebookId: unknown,
  codebookVersion: unknown,
  updatedAt: string,
  reviewId = REVIEW,
) => ({
  ...{ reviewId, codebookId, codebookVersion, updatedAt },
});
const then = (codebooks: unknown, tags: unknown = []) => versionsThen({ codebooks, tags });

describe('the version of a codebook that a review of then used', () => {
  test.each<[string, string, ReturnType<typeof then>, string]>([
    ['is that of the text that was kept', 'own', then([own('own', '3')]), '3'],
    [
      '… whatever was tagged under it',
      'own',
      then([own('own', '3')], [tagged('own', '2', '2026')]),
      '3',
    ],
    ['… by its id of today', soundId('my own'), then([own('my own', '3')]), '3'],
    [
      'is the one shipped then, of a codebook at hand, whatever text a file has',
      'psw-core',
      then([own('psw-core', '77')]),
      '1',
    ],
    [
      'is the text that was kept, of a shipped one that was not at hand',
      'com-b',
      then([own('com-b', '77')]),
      '77',
    ],
    ['is the one shipped then, where no text was kept', 'com-b', then([]), '2011'],
    ['… whatever was tagged under it', 'com-b', then([], [tagged('com-b', '9', '2026')]), '2011'],
    [
      'is what was tagged under last',
      'lost',
      then([], [tagged('lost', '9', '2026-01'), tagged('lost', '1', '2026-02')]),
      '1',
    ],
    [
      '… in whatever order tags come',
      'lost',
      then([], [tagged('lost', '1', '2026-02'), tagged('lost', '9', '2026-01')]),
      '1',
    ],
    [
      '… the greater of two at one moment',
      'lost',
      then([], [tagged('lost', '1', '2026'), tagged('lost', '2', '2026')]),
      '2',
    ],
    [
      '… in either order',
      'lost',
      then([], [tagged('lost', '2', '2026'), tagged('lost', '1', '2026')]),
      '2',
    ],
    ['… by its id of today', soundId('a b'), then([], [tagged('a b', '4', '2026')]), '4'],
    [
      'is not what another review was tagged under',
      'lost',
      then([], [tagged('lost', '1', '2026', 'other')]),
      'unknown',
    ],
    [
      'is not what another codebook was tagged under',
      'lost',
      then([], [tagged('found', '1', '2026')]),
      'unknown',
    ],
    ['is unknown where nothing tells', 'lost', then(undefined, undefined), 'unknown'],
    [
      'is not told by what is no record',
      'lost',
      then([null, 'lost', ['lost']], [null, 1, []]),
      'unknown',
    ],
    ['… or has no id', '', then([own('', '3'), own(undefined, '3')]), 'unknown'],
    [
      '… or no version',
      'lost',
      then([own('lost', ''), own('lost', 3)], [tagged('lost', 3, '2026'), tagged(3, '3', '2026')]),
      'unknown',
    ],
  ])('%s', (_, id, versions, version) => {
    expect(versions.ofReview(id, REVIEW)).toBe(version);
  });
  test('of the text itself is the version that was kept, at hand or not, or none', () => {
    const versions = then([own('psw-core', '77')]);
    expect(versions.ofText('psw-core')).toBe('77');
    expect(versions.ofText('com-b')).toBeUndefined();
  });
});

const VERSIONS = then([own('own', '3'), own('my own', '4')], []);
const MINE = soundId('my own');
const upgrade = (table: string, row: unknown) => upgradeCodebooks(table, row, VERSIONS);

describe('records that are what they are today', () => {
  test.each<[string, unknown]>([
    [
      'reviews',
      { id: REVIEW, codebooks: [own('own', '3')], numberKeys: [{ codebookId: 'own' }, null] },
    ],
    ['reviews', { id: REVIEW, codebookIds: 'own' }],
    ['reviews', { id: REVIEW, codebookIds: ['own', 3] }],
    ['reviews', null],
    ['reviews', ['own']],
    ['codebooks', own('own', '3')],
    ['codebooks', own(7, '3')],
    ['tags', { codebookId: 'own' }],
    ['papers', { id: 'a b', codebookId: 'a b', codebookIds: ['own'] }],
    ['stamps', { table: 'codebooks', key: 'own 3' }],
    ['stamps', { table: 'codebooks', key: 7 }],
    ['stamps', { table: 'tags', key: 'own', last: { codebookId: 'own' } }],
    ['steps', { changes: 'none' }],
    ['steps', { changes: [{ table: 'tags', before: null, after: { codebookId: 'own' } }, null] }],
    ['steps', { changes: [], touches: ['codebooks own 3', 'tags x'] }],
    ['steps', 'step'],
  ])('of %s stay the very same: %j', (table, row) => {
    expect(upgrade(table, row)).toBe(row);
  });
});

describe('a review that named ids', () => {
  const review = { id: REVIEW, name: 'One', codebookIds: ['own', 'my own', 'own', 'lost'] };
  it('names versions, each codebook once and in its order', () => {
    expect(upgrade('reviews', review)).toEqual({
      ...{ id: REVIEW, name: 'One' },
      codebooks: [own('own', '3'), own(MINE, '4'), own('lost', 'unknown')],
    });
  });
  it('does so in history and in versions', () => {
    const today = upgrade('reviews', review);
    expect(
      upgrade('steps', { changes: [{ table: 'reviews', before: review, after: null }] }),
    ).toEqual({
      changes: [{ table: 'reviews', before: today, after: null }],
    });
    expect(upgrade('stamps', { table: 'reviews', key: REVIEW, last: review })).toEqual({
      ...{ table: 'reviews', key: REVIEW, last: today },
    });
  });
});

test.each<[string, Row, Row]>([
  ['codebooks', own('my own', '4'), own(MINE, '4')],
  ['tags', { id: 't', codebookId: 'my own' }, { id: 't', codebookId: MINE }],
  ['assessments', { codebookId: 'my own' }, { codebookId: MINE }],
  [
    'reviews',
    { codebooks: [own('my own', '4'), own('own', '3')] },
    { codebooks: [own(MINE, '4'), own('own', '3')] },
  ],
  [
    'reviews',
    { numberKeys: [null, { codebookId: 'my own' }] },
    { numberKeys: [null, { codebookId: MINE }] },
  ],
])('an id with white space is another one in %s', (table, row, want) => {
  expect(upgrade(table, row)).toEqual(want);
});

describe('the version of a codebook’s record', () => {
  test.each<[string, Row, Row]>([
    ['is that of the text that was kept', { key: 'own' }, { key: 'own 3' }],
    ['… under its id of today', { key: 'my own' }, { key: `${MINE} 4` }],
    [
      'is that of the record that is gone',
      { key: 'gone', last: own('gone', '9') },
      { key: 'gone 9', last: own('gone', '9') },
    ],
    [
      '… under its id of today',
      { key: 'my own', last: own('my own', '9') },
      { key: `${MINE} 9`, last: own(MINE, '9') },
    ],
    [
      'is that of the text, where the record that is gone names none',
      { key: 'own', last: own('own', '') },
      { key: 'own 3', last: own('own', '') },
    ],
    ['stays unknown where nothing tells', { key: 'lost' }, { key: 'lost' }],
    [
      'is in its key already, of a record of today',
      { key: 'own 2', last: own('own', '2') },
      { key: 'own 2', last: own('own', '2') },
    ],
    ['… and where nothing of it was kept', { key: 'other 2' }, { key: 'other 2' }],
  ])('%s', (_, row, want) => {
    const rest = { table: 'codebooks', counter: 1 };
    expect(upgrade('stamps', { ...rest, ...row })).toEqual({ ...rest, ...want });
  });
});

describe('a step that changed a codebook', () => {
  const change = (before: Row | null, after: Row | null) => ({ table: 'codebooks', before, after });
  it('to another version of it is one that went and one that came', () => {
    const one = { ...change(own('own', '2'), own('own', '3')), aside: true };
    expect(upgrade('steps', { id: 's', changes: [one] })).toEqual({
      id: 's',
      changes: [
        { ...one, after: null },
        { ...one, before: null },
      ],
    });
  });
  it('within its version stays one change', () => {
    const step = { changes: [change(own('own', '3'), { ...own('own', '3'), name: 'New' })] };
    expect(upgrade('steps', step)).toBe(step);
  });
  test.each<[string, string[], Row[], string[]]>([
    [
      'its codebook',
      ['tags t', 'codebooks own'],
      [change(null, own('own', '3'))],
      ['tags t', 'codebooks own 3'],
    ],
    ['one that is gone', ['codebooks own'], [change(own('own', '3'), null)], ['codebooks own 3']],
    [
      'both versions, where one replaced the other',
      ['codebooks own'],
      [change(own('own', '2'), own('own', '3'))],
      ['codebooks own 2', 'codebooks own 3'],
    ],
    [
      'its id of today',
      ['codebooks my own'],
      [change(null, own('my own', '4'))],
      [`codebooks ${MINE} 4`],
    ],
    [
      'each codebook once',
      ['codebooks own'],
      [change(null, own('own', '3')), change(own('own', '3'), { ...own('own', '3'), name: 'New' })],
      ['codebooks own 3'],
    ],
    ['none, where its changes are elsewhere', ['codebooks own', 'tags t'], [], ['tags t']],
    [
      'what it was found by, where that is of today',
      ['codebooks own 3'],
      [change(own('my own', '4'), null)],
      ['codebooks own 3'],
    ],
  ])('is found by %s', (_, touches, changes, want) => {
    expect((upgrade('steps', { touches, changes }) as Row).touches).toEqual(want);
  });
  it('is not found by anything where steps of a file are not', () => {
    expect(upgrade('steps', { changes: [change(null, own('my own', '4'))] })).toEqual({
      changes: [change(null, own(MINE, '4'))],
    });
  });
});

describe('a sound id', () => {
  test.each([
    ['own', 'own'],
    ['', ''],
  ])('of %j is itself', (id, sound) => {
    expect(soundId(id)).toBe(sound);
  });
  test.each([
    ['my own', /^my-own-[\da-f]{8}$/],
    [' my \t own ', /^my-own-[\da-f]{8}$/],
    ['é'.repeat(80).concat(' x'), /^é{50}-[\da-f]{8}$/],
    ['😀 '.repeat(40), /^(?:😀-){25}-[\da-f]{8}$/],
  ])('of %j can be read, and is bounded', (id, sound) => {
    expect(soundId(id)).toMatch(sound);
  });
  it('tells ids apart that differ in white space only, or at their end', () => {
    const ids = ['a b', 'a  b', 'a\tb', ' a b', `${'x '.repeat(90)}1`, `${'x '.repeat(90)}2`];
    expect(new Set(ids.map(soundId)).size).toBe(ids.length);
  });
});
