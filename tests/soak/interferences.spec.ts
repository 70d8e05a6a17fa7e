/** Tags on a page that never rests: the long run of tests/e2e/interferences.spec.ts. */
import { test } from '../support/extension';
import { expectNothingLost, tagThrough } from '../support/interferences';

for (const seed of [20_261, 20_262])
  test(`108 tags on a page that never rests, seed ${seed}`, async ({ bearing, site }) => {
    expectNothingLost(await tagThrough(bearing, site.url, { seed, keys: 9, tagsAKey: 12 }));
  });
