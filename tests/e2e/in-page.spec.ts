/** Articles that change inside one document: no tag is ever filed under the other paper. */

import { expect, test } from '../support/extension';
import { type Case, OTHER_WAYS, readAll } from '../support/in-page';
import { inChromium } from '../support/in-page-chromium';

/**
 * Every pair of values of delay, metadata, title, route and tagging: each delay with a pattern of the four and
 * with its opposite. All combinations are in tests/soak/in-page.spec.ts.
 */
const PATTERNS: [delay: number, pattern: number][] = [
  [0, 0b0000],
  [300, 0b0011],
  [600, 0b0101],
  [1_500, 0b0110],
  [3_000, 0b0001],
];
const pairs = PATTERNS.flatMap(([delay, pattern]) =>
  [pattern, ~pattern].map(
    (bits): Case => ({
      delay,
      options: {
        title: bits & 1 ? 'early' : 'late',
        route: bits & 2 ? 'path' : 'hash',
        ...(bits & 4 && { meta: '1' }),
      },
      tagging: Boolean(bits & 8),
    }),
  ),
);

/** Pages that are read at the same time: they wait more than they work. */
const LANES = 5;

test('from one record to the next, by pairs of delay, metadata, title, route and tagging', async ({
  bearing,
  site,
}) => {
  expect(await readAll(inChromium(bearing), site.url, pairs, LANES)).toEqual({});
});

test('from one record to the next, in the other ways that sites have', async ({
  bearing,
  site,
}) => {
  const cases = OTHER_WAYS.map((options): Case => ({ delay: 600, options, tagging: true }));
  expect(await readAll(inChromium(bearing), site.url, cases, LANES)).toEqual({});
});
