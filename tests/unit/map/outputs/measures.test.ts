/** What sites answered, as a table with scores; the items of a measure as lines; numbers as they are typed. */
import { describe, expect, it } from 'vitest';
import {
  itemLines,
  itemsIn,
} from '../../../../entrypoints/workspace/rooms/map/outputs/edit/measure-items';
import { typedNumber } from '../../../../entrypoints/workspace/rooms/map/outputs/edit/typed-number';
import { Evidence, OUTPUTS, scoreOf } from '../../../../lib/map/outputs';
import type { Measure, MeasureAnswers } from '../../../../lib/model';
import { REVIEW, uuid } from '../records';
import { AT, recordsWith, site } from './review-records';

const stamps = { createdAt: AT, updatedAt: AT };
const measure = (more: Partial<Measure> = {}): Measure => ({
  ...{ id: uuid('measure', 1), reviewId: REVIEW, name: 'Readiness', source: 'Ours, 2026' },
  ...{ lowest: 1, highest: 5, ...stamps },
  items: [
    { id: 'a', text: 'We are ready.' },
    { id: 'b', text: 'We are tired.', reversed: true },
  ],
  ...more,
});
const answered = (
  n: number,
  answers: MeasureAnswers['answers'],
  more: Partial<MeasureAnswers> = {},
): MeasureAnswers => ({
  ...{ id: uuid('answers', n), reviewId: REVIEW, measureId: uuid('measure', 1) },
  ...{ siteId: uuid('site', n), answers, note: '', ...stamps },
  ...more,
});

describe('a score', () => {
  it.each<[string, [string, number][], { mean: number | undefined; answered: number }]>([
    ['is the mean of the items', [['a', 4]], { mean: 4, answered: 1 }],
    ['counts a reversed item from the other end', [['b', 1]], { mean: 5, answered: 1 }],
    // biome-ignore format: a case a line
    ['is of all answered items', [['a', 4], ['b', 4]], { mean: 3, answered: 2 }],
    ['is none without an answer', [], { mean: undefined, answered: 0 }],
    ['leaves out an item that the measure lacks', [['x', 5]], { mean: undefined, answered: 0 }],
  ])('%s', (_, answers, wanted) => {
    const list = answers.map(([item, value]) => ({ item, value }));
    expect(scoreOf(measure(), list)).toEqual(wanted);
  });
});

describe('the table', () => {
  const output = OUTPUTS.find(({ id }) => id === 'measures');
  const build = (more: Parameters<typeof recordsWith>[0], id?: string) =>
    output?.build(new Evidence(recordsWith(more)), { measure: id });
  const sites = [site(2, { name: 'South' }), site(1, { name: 'North' })];
  const cells = (table: ReturnType<typeof build>) =>
    table?.rows.map((row) => row.cells.map(({ text }) => text));

  it('has a row an item, a column a site in the review’s order, and the scores', () => {
    const measureAnswers = [
      answered(1, [
        { item: 'a', value: 4 },
        { item: 'b', value: 2 },
      ]),
    ];
    const table = build({ sites, measures: [measure()], measureAnswers });
    expect(table?.columns.map(({ label }) => label)).toEqual(['Item', 'North', 'South']);
    expect(cells(table)).toEqual([
      ['We are ready.', '4', ''],
      ['We are tired. (reversed)', '2', ''],
      ['Mean', '4', ''],
      ['Items answered', '2/2', '0/2'],
    ]);
    expect(table?.notes[0]).toBe('Measure: Ours, 2026.');
  });

  it('is of the chosen measure, else of the first by name; answers to another one are not in it', () => {
    const other = measure({ id: uuid('measure', 2), name: 'Climate' });
    const measureAnswers = [answered(1, [{ item: 'a', value: 2 }])];
    const all = { sites, measures: [measure(), other], measureAnswers };
    expect(build(all)?.title).toContain('Climate, by site');
    expect(cells(build(all))?.[0]).toEqual(['We are ready.', '', '']);
    expect(cells(build(all, uuid('measure', 1)))?.[0]).toEqual(['We are ready.', '2', '']);
  });

  it('has no row without a measure', () => {
    expect(build({ sites })?.rows).toEqual([]);
  });
});

describe('items as lines', () => {
  const before = measure().items;
  it('are the same there and back', () => {
    expect(itemLines(before)).toBe('We are ready.\nWe are tired. (R)');
    expect(itemsIn(itemLines(before), before)).toEqual(before);
  });

  it.each<[string, string, (string | null)[]]>([
    ['in another order keep their ids', 'We are tired. (r)\nWe are ready.', ['b', 'a']],
    ['with corrected words keep their ids', 'We are all ready.\nWe are tired. (R)', ['a', 'b']],
    ['added to are new', 'We are ready.\nNew.\nWe are tired.', ['a', null, 'b']],
    ['of which one is gone leave the others', 'We are tired.', ['b']],
    ['of which none is the same, and fewer, are new', 'Other.', [null]],
    ['blank are none', '\n \n', []],
  ])('%s', (_, lines, ids) => {
    const found = itemsIn(lines, before);
    expect(found.map(({ id }) => (before.some((one) => one.id === id) ? id : null))).toEqual(ids);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  });
});

it.each<[string, number | undefined]>([
  ['4', 4],
  [' 3,5 ', 3.5],
  ['\u22122', -2],
  ['1e1', 10],
  ['1,200', undefined],
  ['4 or 5', undefined],
  ['', undefined],
  ['Infinity', undefined],
])('“%s” is typed for %s', (text, number) => {
  expect(typedNumber(text)).toBe(number);
});
