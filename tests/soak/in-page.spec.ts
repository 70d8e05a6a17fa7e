/** Articles that change inside one document: every combination of which tests/e2e/in-page.spec.ts takes pairs. */
import { expect, test } from '../support/extension';
import { type Case, OTHER_WAYS, readAll } from '../support/in-page';
import { inChromium } from '../support/in-page-chromium';

const DELAYS = [0, 300, 600, 1_500, 3_000];
const LANES = 6;

const table = DELAYS.flatMap((delay) =>
  ['', '1'].flatMap((meta) =>
    ['early', 'late'].flatMap((title) =>
      ['path', 'hash'].flatMap((route) =>
        [true, false].map(
          (tagging): Case => ({
            delay,
            options: { title, route, ...(meta && { meta }) },
            tagging,
          }),
        ),
      ),
    ),
  ),
);
const otherWays = DELAYS.flatMap((delay) =>
  OTHER_WAYS.flatMap((options) =>
    [true, false].map((tagging): Case => ({ delay, options, tagging })),
  ),
);

for (const [name, cases] of [
  ['delay, metadata, title, route and tagging', table],
  ['the other ways that sites have', otherWays],
] as const)
  test(`${name}: ${cases.length} cases`, async ({ bearing, site }) => {
    expect(await readAll(inChromium(bearing), site.url, cases, LANES)).toEqual({});
  });
