import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { QuickestFirst } from './quickest-first';

/** Code that can be changed is slower, and one test that fails before anything is changed ends the run. */
const SLOWEST_TEST_MS = 60_000;

/** Folders and files of tests/unit/, while tests are written: `npm run mutate -- text --tests text`. */
const asked = process.env.MUTANT_TESTS?.split(',').filter(Boolean) ?? [];
const allIn = (folder: string) => path.posix.join('tests/unit', folder, '**/*.test.ts');

/** The unit tests as `npm run mutate` runs them: once for each mutant, so without what takes minutes. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  plugins: [WxtVitest()],
  test: {
    include: asked.length
      ? asked.map((one) => (one.endsWith('.ts') ? `tests/unit/${one}` : allIn(one)))
      : [allIn('')],
    exclude: [
      // Random walks: minutes for one mutant, and what they find has a table of its own.
      'tests/unit/store/walks/**',
      // These read the sources as text, which a mutant changes in each file at once.
      'tests/unit/architecture.test.ts',
      'tests/unit/manifest.test.ts',
      'tests/unit/scripts/**',
    ],
    environment: 'node',
    // What is looked for in hundreds of rounds elsewhere is looked for in a few here (tests/support/rounds.ts): a
    // mutant that only a rare sequence would notice counts as unnoticed.
    env: { FEW_ROUNDS: '1' },
    sequence: { sequencer: QuickestFirst },
    // StrykerJS itself ends a mutant that loops.
    testTimeout: SLOWEST_TEST_MS,
    hookTimeout: SLOWEST_TEST_MS,
    setupFiles: ['tests/unit/setup.ts'],
  },
});
