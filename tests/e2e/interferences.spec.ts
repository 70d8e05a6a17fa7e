/**
 * Tags on a page that never rests. Each is saved with exactly the words that were chosen, or is shown as unsaved and
 * kept; letters typed into the page's own editors are text there. `npm run soak -- interferences` makes 216 of them.
 */

import { test } from '../support/extension';
import { expectNothingLost, tagThrough } from '../support/interferences';

for (const seed of [20_261, 20_262])
  test(`18 tags on a page that never rests, seed ${seed}`, async ({ bearing, site }) => {
    test.setTimeout(180_000);
    expectNothingLost(await tagThrough(bearing, site.url, { seed, keys: 2, tagsAKey: 9 }));
  });
