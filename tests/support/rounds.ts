/** How often a test that repeats itself does so. */

/**
 * Round 1 and up: all of them, or in a run for each mutant (tests/mutants.vitest.config.ts) the `few` that notice a
 * broken rule as well as the many do, which look for rare sequences.
 */
export const rounds = (all: number, few: number): number[] =>
  Array.from({ length: process.env.FEW_ROUNDS ? few : all }, (_, i) => i + 1);
