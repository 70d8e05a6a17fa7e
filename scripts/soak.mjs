/**
 * `npm run soak`: long runs over the built extension, of which `npm test` takes a part. Bounded in time; ends with
 * `N passed, N failed`. `npm run soak -- workers` runs the files of tests/soak/ whose name has that word.
 */
import { runChecks } from './checks.mjs';
import { bin, MINUTE, playwright, single } from './runners.mjs';

const SOAK_LIMIT = 40 * MINUTE;

await runChecks(
  [
    { name: 'build', run: () => single([bin('wxt', 'bin', 'wxt.mjs'), 'build']) },
    {
      name: 'soak',
      needs: 'build',
      run: (filters) => playwright('soak', 'tests/soak.config.ts', SOAK_LIMIT, filters),
    },
  ],
  // A filter is for the soak's files: the build is wanted in any case.
  ['soak', ...process.argv.slice(2)],
);
