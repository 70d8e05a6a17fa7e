/** Choices of a column that are in use and not in its list any more: what they most likely became. */
import { expect, test } from 'vitest';
import {
  choicesIn,
  goneChoices,
} from '../../../entrypoints/workspace/rooms/map/outputs/edit/renamed-choices';

const cells = (...values: (string | string[])[]) => values.map((value) => ({ value }));

test.each([
  ['renamed in its line', ['Low', 'High'], ['Small', 'High'], [['Low', 2, 'Small']]],
  // It may be another choice: the reader says so.
  ['one removed, one added elsewhere', ['Low', 'High'], ['High', 'Small'], [['Low', 2, null]]],
  [
    'one removed, one added before it',
    ['A', 'Low', 'High'],
    ['New', 'A', 'High'],
    [['Low', 2, null]],
  ],
  [
    'two renamed',
    ['Low', 'High'],
    ['Small', 'Large'],
    [
      ['Low', 2, 'Small'],
      ['High', 1, 'Large'],
    ],
  ],
  ['removed', ['Low', 'High'], ['High'], [['Low', 2, null]]],
  ['in its line only as others went', ['A', 'Low', 'B'], ['B', 'New'], [['Low', 2, null]]],
  ['renamed, and one added after', ['Low', 'High'], ['Small', 'High', 'A'], [['Low', 2, 'Small']]],
  ['removed, and others added after', ['Low', 'High'], ['High', 'A', 'B'], [['Low', 2, null]]],
  ['not used', ['None', 'High'], ['High'], []],
  ['another order', ['Low', 'High'], ['High', 'Low'], []],
] as const)('%s', (_, before, now, expected) => {
  const gone = goneChoices(before, now, cells('Low', ['Low', 'High']));
  expect(gone.map(({ choice, cells: used, likely }) => [choice, used, likely])).toEqual(expected);
});

test('choices are one a line, each once', () =>
  expect(choicesIn(' Low \n\nHigh\nLow')).toEqual(['Low', 'High']));
