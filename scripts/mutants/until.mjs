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

const OVER = { status: MutantRunStatus.Error, errorMessage: NOT_DRAWN };

/** `runner`, which is done with every mutant at the moment `end`: a change that makes its tests slow waits for nobody. */
export function until(runner, end) {
  const run = runner.mutantRun.bind(runner);
  runner.mutantRun = async (options) => {
    const left = end - Date.now();
    if (left <= 0) return OVER;
    let timer;
    const over = new Promise((resolve) => {
      timer = setTimeout(() => resolve(OVER), left);
    });
    return Promise.race([run(options), over]).finally(() => clearTimeout(timer));
  };
  return runner;
}

const [vitest] = vitestPlugins;
function create(injector) {
  return until(injector.injectFunction(vitest.factory), Number(process.env.MUTANT_END));
}
create.inject = tokens(commonTokens.injector);

/** @public StrykerJS looks for a plugin under this name. */
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, UNTIL, create)];
