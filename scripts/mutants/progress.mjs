/**
 * A reporter of StrykerJS that prints how far the run over one folder is: a line every few seconds, also while nothing
 * finishes. To standard error, so that standard output holds the results alone.
 */
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { NOT_DRAWN } from './draw.mjs';

/** The name under which the run asks for this reporter. */
export const PROGRESS = 'lines';

/** Often enough that a run never looks stuck, and rare enough to be read. */
const EVERY_MS = 10_000;

const RUN = new Set(['Killed', 'Timeout', 'Survived']);

/** How far a run is, in words. */
export class Progress {
  #total = 0;
  #done = 0;
  #unnoticed = 0;

  /** @param {{mutantPlans: readonly {mutant: {coveredBy?: readonly string[]}}[]}} plan @param {number} sample */
  planned({ mutantPlans }, sample) {
    const reached = mutantPlans.filter(({ mutant }) => mutant.coveredBy?.length).length;
    this.#total = Math.min(sample, reached);
  }

  /** Counts a mutant that was run; one that was not drawn, or that no test reaches, has taken no time. */
  tested({ status, statusReason }) {
    if (statusReason === NOT_DRAWN || !RUN.has(status)) return;
    this.#done += 1;
    if (status === 'Survived') this.#unnoticed += 1;
  }

  /** @param {number} seconds since the run began */
  line(seconds) {
    const what = this.#total
      ? `${this.#done} of at most ${this.#total} mutants run, ${this.#unnoticed} not noticed`
      : 'the unit tests run once on unchanged code';
    return `  ${what} (${Math.round(seconds)} s)`;
  }
}

class Lines {
  progress = new Progress();
  started = Date.now();
  timer = setInterval(() => this.print(), EVERY_MS).unref();

  print() {
    console.error(this.progress.line((Date.now() - this.started) / 1_000));
  }

  onMutationTestingPlanReady(plan) {
    this.progress.planned(plan, Number(process.env.MUTANTS));
    this.print();
  }

  onMutantTested(mutant) {
    this.progress.tested(mutant);
  }

  wrapUp() {
    clearInterval(this.timer);
  }
}

/** @public StrykerJS looks for a plugin under this name. */
export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, PROGRESS, Lines)];
