/**
 * `npm run soak`: long runs over the built extension, of which `npm test` takes a part. Bounded in time; ends with
 * `N passed, N failed`. `npm run soak -- workers` runs the files of tests/soak/ whose name has that word,
 * `npm run soak -- walks` the random walks through the store, which need no browser.
 */
import { runChecks } from './checks.mjs';
import { bin, MINUTE, playwright, single, vitest } from './runners.mjs';
import { stopForUsage } from './usage.mjs';

const SOAK_LIMIT = 40 * MINUTE;
/** Twenty walks, each of them up to two minutes. */
const WALKS_LIMIT = 60 * MINUTE;

const words = process.argv.slice(2);
stopForUsage(words, {
  usage:
    'Usage: npm run soak -- [WORD ...]; without a word everything is run, "walks" runs the random walks through the ' +
    'store, and any other word the files of tests/soak/ whose name contains it.',
});
/** A filter is for the soak's files: the build is wanted in any case. */
const isFilter = words.length > 0 && !words.every((word) => word === 'walks');

await runChecks(
  [
    { name: 'build', run: () => single([bin('wxt', 'bin', 'wxt.mjs'), 'build']) },
    {
      name: 'soak',
      needs: 'build',
      run: (filters) => playwright('soak', 'tests/soak.config.ts', SOAK_LIMIT, filters),
    },
    { name: 'walks', run: () => vitest('soak', [], WALKS_LIMIT) },
  ],
  isFilter ? ['soak', ...words] : words,
);
