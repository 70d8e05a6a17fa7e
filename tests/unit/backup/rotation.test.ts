import { expect, test } from 'vitest';
import { kept } from '../../../lib/store/snapshots/rotation';

const DAY = 86_400_000;
/** A Thursday, on which weeks begin that are counted from 1970. */
const BEGIN = Date.parse('2026-11-26T00:00:00.000Z');
/** Days since then. */
const stay = (...days: number[]) =>
  [
    ...kept(
      days.map((n) => BEGIN + n * DAY),
      BEGIN + 80 * DAY,
    ),
  ]
    .map((at) => (at - BEGIN) / DAY)
    .sort((a, b) => a - b);

test.each<[what: string, days: number[], stays: number[]]>([
  ['nothing of nothing', [], []],
  ['the only one', [-400], [-400]],
  ['the last of a day', [0, 0.25, 0.75], [0.75]],
  ['one for each of the last three days that have one', [0.5, 1.5, 3.5, 6.5], [1.5, 3.5, 6.5]],
  ['one for each of the last four weeks that have one', [0, 7, 14, 30, 35, 70], [14, 30, 35, 70]],
  ['none of a clock that was ahead', [0, 1, 500], [0, 1]],
  ['but where there is no other', [500], [500]],
])('%s', (_, days, stays) => {
  expect(stay(...days)).toEqual(stays);
});

test.each([6, 20, 24, 31, 100])(
  'taken every %i hours for a year, days and weeks stay covered',
  (hours) => {
    let held: number[] = [];
    for (let hour = 0; hour < 365 * 24; hour += hours) {
      const at = BEGIN + (hour * DAY) / 24;
      held = [...kept([...held, at], at)];
      expect(held.length).toBeLessThanOrEqual(7);
      expect(held).toContain(at);
      const taken = Math.floor(hour / hours) + 1;
      const weeks = Math.floor(hour / 24 / 7) + 1;
      expect(held.length).toBeGreaterThanOrEqual(Math.min(4, weeks, taken));
      // The oldest is of three weeks before, as soon as there were as many.
      if (weeks >= 4) expect((at - Math.min(...held)) / DAY).toBeGreaterThan(14);
    }
  },
);
