/** A range of numbers as it is typed, kept in the address, and read. */
import { expect, test } from 'vitest';
import {
  isIn,
  rangeOf,
  rangeText,
  typedRange,
} from '../../../entrypoints/workspace/rooms/statements/number-range';

test.each([
  ['20-80', '20..80', '20 to 80', [20, 80], [19, 81]],
  ['20 – 80', '20..80', '20 to 80', [20, 80], [19.9]],
  ['20 to 80.5', '20..80.5', '20 to 80.5', [80.5], [80.6]],
  ['-2 to -1', '-2..-1', '-2 to -1', [-2, -1], [0]],
  ['\u22122..3', '-2..3', '-2 to 3', [0], [-3]],
  ['>= 20', '20..', '20 or more', [20, 900], [19]],
  ['20 or more', '20..', '20 or more', [20], [0]],
  ['≤20', '..20', '20 or less', [-5, 20], [21]],
] as const)('%s', (typed, key, text, inside, outside) => {
  expect(typedRange(typed)).toBe(key);
  const range = rangeOf(key) ?? { from: 1, to: 0 };
  expect(rangeText(range)).toBe(text);
  for (const one of inside) expect(isIn(String(one), range)).toBe(true);
  for (const one of outside) expect(isIn(String(one), range)).toBe(false);
  // No number is in no range.
  expect(isIn('', range)).toBe(false);
});

test.each(['20', '', 'abc', '20-', '-5', '2019-2020-1'])('“%s” is not a range', (typed) =>
  expect(typedRange(typed)).toBeUndefined(),
);
test.each(['20', '', '..', 'a..b'])('“%s” of the address is not a range', (key) =>
  expect(rangeOf(key)).toBeUndefined(),
);
