/** The framework-fit ledger: what became of each influence, and the papers for and against it. */
import { describe, expect, test } from 'vitest';
import { allShipped } from '../../../lib/codebook';
import { applyEdit, copyOf } from '../../../lib/codebook/edit';
import { ledgerTable } from '../../../lib/exchange';
import { frameworkFit, referenceList } from '../../../lib/map';
import type { CodebookEdit, Influence, Tag } from '../../../lib/model';
import { ownCodebook } from '../../support/own-codebook';

const AT = '2026-11-29T10:00:00.000Z';
const START = copyOf(ownCodebook({ version: '1' }, { pay: 'Pay', time: 'Time', role: 'Role' }), {
  name: 'Ours',
  at: AT,
});
const edited = (...edits: CodebookEdit[]) =>
  edits.reduce((book, edit) => applyEdit(book, edit, { version: '2', at: AT }).book, START);

type Given = [
  influenceId: string,
  paperId: string,
  direction: Tag['direction'],
  basis?: Tag['basis'],
];
const tagsOf = (...given: Given[]) =>
  given.map(([influenceId, paperId, direction, basis = 'own'], i) => ({
    ...{ id: `t${i}`, codebookId: START.id, influenceId, paperId, direction, basis },
  }));
const rowsOf = (book = START, tags: ReturnType<typeof tagsOf> = [], secondHand = false) =>
  frameworkFit({ book, tags, paperIds: ['p3', 'p1', 'p2'] }, { secondHand }).rows;

test('each influence tells where it comes from, since when, and why', () => {
  const parts = [
    { id: 'own-role', label: 'Own role' },
    { id: 'others-role', label: 'Role of others' },
  ];
  const book = edited(
    { edit: 'change', id: 'pay', fields: { label: 'Wages' }, reason: 'As papers call it' },
    { edit: 'merge', ids: ['time'], into: 'pay' },
    { edit: 'split', id: 'role', parts, tagsTo: 'own-role', reason: 'Two things' },
    { edit: 'add', id: 'media', fields: { label: 'Media', group: 'Outer setting' } },
  );
  expect(
    rowsOf(book).map(({ label, domain, fit, others, since, reasons }) => [
      ...[label, domain, fit.join(', '), others.join(', ')],
      ...[since?.version ?? '', reasons.join('; ')],
    ]),
  ).toEqual([
    ['Wages', '', 'renamed, merged', 'Pay, Wages, Time', '2', 'As papers call it'],
    ['Own role', '', 'split', 'Role', '2', 'Two things'],
    ['Role of others', '', 'split', 'Role', '2', 'Two things'],
    ['Media', 'Outer setting', 'new', '', '2', ''],
    ['Time', '', 'given up', 'Wages', '2', ''],
    ['Role', '', 'given up', 'Own role, Role of others', '2', 'Two things'],
  ]);
  expect(rowsOf().map(({ fit, since }) => [fit, since])).toEqual(
    Array.from({ length: 3 }, () => [['a priori'], null]),
  );
});

test('a paper is under facilitators, under barriers, or under both; never twice', () => {
  const [pay] = rowsOf(
    START,
    tagsOf(
      ...([
        ['pay', 'p1', 'facilitator'],
        ['pay', 'p1', 'barrier'],
        ['pay', 'p1', 'barrier'],
        ['pay', 'p2', 'unstated'],
        ['pay', 'p3', 'both'],
        ['pay', 'excluded', 'barrier'],
        ['pay', 'p2', 'barrier', 'second-hand'],
      ] satisfies Given[]),
    ),
  );
  expect(pay).toMatchObject({
    facilitators: { paperIds: ['p3', 'p1'], tagIds: ['t0', 't4'] },
    barriers: { paperIds: ['p3', 'p1'], tagIds: ['t1', 't2', 't4'] },
    papers: { paperIds: ['p3', 'p1', 'p2'] },
  });
  const withOthers = rowsOf(START, tagsOf(['pay', 'p2', 'barrier', 'second-hand']), true);
  expect(withOthers[0]?.barriers.paperIds).toEqual(['p2']);
});

test('a domain is the group, else the broadest influence above', () => {
  const book = edited(
    { edit: 'add', id: 'x', fields: { label: 'X' }, place: { parent: 'pay' } },
    { edit: 'add', id: 'y', fields: { label: 'Y' }, place: { parent: 'x' } },
  );
  const of = (id: string) => rowsOf(book).find((row) => row.influenceId === id)?.domain;
  expect(['pay', 'x', 'y'].map(of)).toEqual(['', 'Pay', 'Pay']);
});

test.each([
  [[], ''],
  [[7], '7'],
  [[65, 66], '65,66'],
  [[59, 61, 62, 63, 69, 71], '59,61-63,69,71'],
  [[1, 2, 3, 4], '1-4'],
])('references %j are printed as "%s"', (numbers, text) => {
  expect(referenceList(numbers)).toBe(text);
});

describe('a domain is printed once', () => {
  const one = (id: string, more: object) => ({
    ...{ id, label: id, definition: '', aliases: [], cues: [], crosswalk: [], ...more },
  });
  /** Each row's first columns as they are read: "=" where a cell above reaches over it, "" where it is under its domain. */
  const printed = (influences: Influence[]) => {
    const book = { ...START, influences };
    const { rows } = ledgerTable(frameworkFit({ book, tags: [], paperIds: [] }), []);
    return rows.map(({ cells: [domain, label], spans, isDomain, isUnder }) =>
      isDomain ? `[${label}]` : `${spans === 0 ? '=' : isUnder ? '' : domain} | ${label}`,
    );
  };

  test.each<[string, Influence[], string[]]>([
    [
      'where its influences are apart in the codebook',
      [one('a', { group: 'One' }), one('b', { group: 'Two' }), one('c', { group: 'One' })],
      ['One | a', '= | c', 'Two | b'],
    ],
    [
      'where it is one of the influences',
      [
        one('One', { group: 'One' }),
        one('a', { parent: 'One', group: 'One' }),
        one('b', { parent: 'One' }),
        one('c', { group: 'Two' }),
      ],
      ['[One]', ' | a', '= | b', 'Two | c'],
    ],
    [
      'where it is the broadest influence, without a group',
      [one('x', {}), one('One', {}), one('a', { parent: 'One' }), one('y', {})],
      [' | x', '[One]', ' | a', ' | y'],
    ],
    [
      'where an influence names another group than the one it is under, as in editor and map',
      [
        one('a', { group: 'One' }),
        one('b', { parent: 'a', group: 'Two' }),
        one('c', { group: 'Two' }),
      ],
      ['One | a', '= | b', 'Two | c'],
    ],
    [
      'where influences without a group are apart in the codebook',
      [one('a', {}), one('b', { group: 'One' }), one('c', {})],
      [' | a', '= | c', 'One | b'],
    ],
    [
      'where an influence beside others is called like it',
      [one('a', { group: 'One' }), one('One', { group: 'One' })],
      ['One | a', '= | One'],
    ],
  ])('%s', (_, influences, wanted) => {
    expect(printed(influences)).toEqual(wanted);
  });

  test('in every codebook that Bearing ships', async () => {
    for (const book of await allShipped()) {
      const shown = printed(book.influences);
      expect(shown, book.id).toHaveLength(book.influences.length);
      const names = shown.flatMap((row) => /^\[?([^|\]=]+)(?: \||\]$)/.exec(row)?.[1] ?? []);
      expect(new Set(names).size, `${book.id}: ${names}`).toBe(names.length);
    }
  });
});
