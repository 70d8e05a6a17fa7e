/** Rows in the order of a column: domains stay apart, and the lines of one influence together. */
import { expect, test } from 'vitest';
import { sorted } from '../../../entrypoints/workspace/rooms/map/outputs/sorted';
import { Evidence, OUTPUTS, type OutputRow, type OutputTable } from '../../../lib/map/outputs';
import { randomRecords, recordsWith } from '../map/outputs/review-records';
import { REVIEW, uuid } from '../map/records';

const row = (id: string, value?: number, more: Partial<OutputRow> = {}): OutputRow => ({
  ...{ id, cells: [{ text: id }, value === undefined ? { text: '' } : { text: id, value }] },
  ...more,
});
const isMore = true;
const isHeading = true;
const TABLE: OutputTable = {
  ...{ id: 't', title: '', notes: [] },
  columns: [
    { id: 'name', label: '', align: 'start' },
    { id: 'n', label: '', align: 'end' },
  ],
  rows: [
    ...[row('none'), row('a', 1, { depth: 1 }), row('a2', undefined, { isMore })],
    ...[row('b', 3), row('b2', 0, { isMore }), row('c', 2)],
    ...[row('H', undefined, { isHeading }), row('d', 1), row('e', 9)],
  ],
};
const ids = (isUp: boolean) =>
  sorted(TABLE, { column: 'n', isUp })
    .rows.map(({ id }) => id)
    .join(' ');

test('down: what has most first, its lines under it, what has none last', () =>
  expect(ids(false)).toBe('b b2 c a a2 none H e d'));
test('up: by the least of its lines', () => expect(ids(true)).toBe('b b2 a a2 c none H d e'));
test('in no order, or by a column that is gone, it is as it is', () => {
  expect(sorted(TABLE, null)).toBe(TABLE);
  expect(sorted(TABLE, { column: 'gone', isUp: true })).toBe(TABLE);
});

test('the three lines of an influence stay together when barriers and facilitators are sorted', () => {
  const directions = OUTPUTS.find(({ id }) => id === 'directions');
  const stamps = { createdAt: '', updatedAt: '' };
  let threes = 0;
  for (let seed = 1; seed <= 20; seed += 1) {
    const records = recordsWith({
      ...randomRecords(seed),
      attributes: [
        {
          ...{ id: uuid('attribute', 1), reviewId: REVIEW, of: 'influence', name: 'Rank' },
          ...{ type: 'number', choices: [], position: 0, ...stamps },
        },
      ],
      attributeValues: ['a', 'b', 'c', 'd', 'e'].map((influenceId, i) => ({
        ...{ id: uuid('value', i + 1), reviewId: REVIEW, attributeId: uuid('attribute', 1) },
        ...{ codebookId: 'cb', influenceId, value: (i * 7) % 5, ...stamps },
      })),
    });
    const table = directions?.build(new Evidence(records));
    if (!table) throw new Error('no table');
    for (const isUp of [true, false]) {
      const { rows } = sorted(table, { column: uuid('attribute', 1), isUp });
      expect(rows).toHaveLength(table.rows.length);
      for (const [i, { id }] of rows.entries()) {
        if (!id.endsWith(' barrier')) continue;
        const key = id.slice(0, -' barrier'.length);
        expect([rows[i + 1]?.id, rows[i + 2]?.id]).toEqual([`${key} facilitator`, `${key} both`]);
        threes += 1;
      }
    }
  }
  expect(threes).toBeGreaterThan(50);
});
