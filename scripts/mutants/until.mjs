/**
 * A test runner of StrykerJS: Vitest's, until the time of the run is over. Mutants are run in an order that was drawn
 * (draw.mjs), so that those left then are the rest of a sample: they have no result, as if they had not been drawn.
 */
import {
  commonTokens,
  declareFactoryPlugin,
  PluginKind,
  tokens,
} from '@stryker-mutator/api/plugin';
import { MutantRunStatus } from '@stryker-mutator/api/test-runner';
import { strykerPlugins as vitestPlugins } from '@stryker-mutator/vitest-runner';
import { NOT_DRAWN } from './draw.mjs';

/** The name under which the run asks for this test runner. */
export const UNTIL = 'until';

/** `runner`, which runs no mutant once `isOver`. */
export function until(runner, isOver) {
  const run = runner.mutantRun.bind(runner);
  runner.mutantRun = async (options) =>
    isOver() ? { status: MutantRunStatus.Error, errorMessage: NOT_DRAWN } : run(options);
  return runner;
}

const [vitest] = vitestPlugins;
function create(injector) {
  const end = Number(process.env.MUTANT_END);
  return until(injector.injectFunction(vitest.factory), () => Date.now() >= end);
}
create.inject = tokens(commonTokens.injector);

/** @public StrykerJS looks for a plugin under this name. */
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, UNTIL, create)];
