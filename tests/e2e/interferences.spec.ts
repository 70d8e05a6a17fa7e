/**
 * Tags on a page that never rests. Each is saved with exactly the words that were chosen, or is shown as unsaved and
 * kept; letters typed into the page's own editors are text there. `npm run soak -- interferences` makes 216 of them.
 */

import { test } from '../support/extension';
import { expectNothingLost, tagThrough } from '../support/interferences';

/** The soak has another seed, and three times as many tags of each. */
const SEED = 20_261;

test(`36 tags on a page that never rests, seed ${SEED}`, async ({ bearing, site }) => {
  test.setTimeout(180_000);
  expectNothingLost(await tagThrough(bearing, site.url, { seed: SEED, keys: 4, tagsAKey: 9 }));
});
