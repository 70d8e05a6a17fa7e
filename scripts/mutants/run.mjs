/**
 * Runs StrykerJS over one folder of lib/ and prints what it found: `npm run mutate` (../mutate.mjs) starts this, with
 * its options in the environment. Exit code 1 when the score is below the floor, 2 when there is none.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { Stryker } from '@stryker-mutator/core';
import { bundleScript } from '../bundle.mjs';
import { MINUTE } from '../runners.mjs';
import { DRAW, NOT_DRAWN } from './draw.mjs';
import { PROGRESS } from './progress.mjs';
import { printScore, scoreOf } from './score.mjs';
import { UNTIL } from './until.mjs';

/** A mutant that loops is ended after this time and 1.5 times what its tests take. */
const TIMEOUT_MS = 10_000;
const TIMEOUT_FACTOR = 1.5;

/** What is left of the time when the last mutant ends, for closing the test runners and for the results. */
const CLOSING_MS = 20_000;

/** The product's own interval of a share. */
async function wilson() {
  const script = await bundleScript('lib/map/wilson.ts', { name: 'bearingWilson' });
  return runInThisContext(`${script}; bearingWilson`).wilson;
}

const [folder] = process.argv.slice(2);
const { MUTANT_SEED, MUTANT_WORKERS, MUTANT_SANDBOX, MUTANT_MINUTES } = process.env;
const started = Date.now();
// The processes that run the tests read it there.
process.env.MUTANT_END = String(started + Number(MUTANT_MINUTES) * MINUTE - CLOSING_MS);
const stryker = new Stryker({
  mutate: [`lib/${folder}/**/*.ts`, '!**/data/**'],
  testRunner: UNTIL,
  vitest: { configFile: 'tests/mutants.vitest.config.ts' },
  plugins: [
    fileURLToPath(import.meta.resolve('@stryker-mutator/vitest-runner')),
    ...['draw.mjs', 'progress.mjs', 'until.mjs'].map((name) =>
      path.join(import.meta.dirname, name),
    ),
  ],
  checkers: [DRAW],
  coverageAnalysis: 'perTest',
  // A constant of a module would need a fresh process a mutant: minutes for what tables of cases show anyway.
  ignoreStatic: true,
  // The tests of the store make much that lives for one test: collected less often, they take a tenth less.
  testRunnerNodeArgs: ['--max-semi-space-size=64'],
  concurrency: Number(MUTANT_WORKERS),
  timeoutMS: TIMEOUT_MS,
  timeoutFactor: TIMEOUT_FACTOR,
  // A busy machine takes several times as long: what is left then is a smaller sample, and no run without a score.
  dryRunTimeoutMinutes: Number(MUTANT_MINUTES),
  tempDirName: MUTANT_SANDBOX,
  reporters: [PROGRESS],
  logLevel: 'error',
  disableTypeChecks: false,
  ignorePatterns: ['/.output', '/out', '/test-results', '/public'],
});
console.error(`lib/${folder}: copying the project and changing its code …`);
try {
  const mutants = await stryker.runMutationTest();
  const score = scoreOf(mutants, { notDrawn: NOT_DRAWN, wilson: await wilson() });
  printScore(folder, score, { seed: MUTANT_SEED, minutes: (Date.now() - started) / MINUTE });
  process.exitCode = score.passes === false ? 1 : 0;
} catch (error) {
  console.error(`lib/${folder} has no score: ${error.message}`);
  process.exitCode = 2;
}
