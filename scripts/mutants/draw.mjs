/**
 * A checker of StrykerJS that lets a seeded sample of the mutants through, in an order drawn with it: however far a run
 * comes in its time (until.mjs), what it has run is a sample. Mutants that no test reaches need no run, so that all of
 * them pass and the draw is made among the others.
 */
import { CheckStatus } from '@stryker-mutator/api/check';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Why a mutant has no result: read again where the results are counted. */
export const NOT_DRAWN = 'not drawn';

/** The name under which the run asks for this checker. */
export const DRAW = 'draw';

/** Mulberry32: small, and the same on each machine. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` of the items, each with the same chance (the head of a Fisher-Yates shuffle). */
export function draw(items, count, seed) {
  const next = random(seed);
  const rest = [...items];
  const most = Math.min(count, rest.length);
  for (let i = 0; i < most; i += 1) {
    const j = i + Math.floor(next() * (rest.length - i));
    [rest[i], rest[j]] = [rest[j], rest[i]];
  }
  return rest.slice(0, most);
}

/** Several processes may check, so that only a group shows its outcome: a single mutant passes. */
class Draw {
  async init() {}

  /** All mutants arrive here in one call: the draw is made over the whole, and they are run in its order. */
  async group(mutants) {
    const isReached = ({ coveredBy }) => coveredBy?.length > 0;
    const unreached = mutants.filter((mutant) => !isReached(mutant)).map(({ id }) => id);
    const reached = mutants.filter(isReached).map(({ id }) => id);
    // In the order of the code, so that a seed means the same mutants on each run.
    reached.sort((a, b) => Number(a) - Number(b));
    const sample = Number(process.env.MUTANTS);
    // One that is left would be a group by itself; with it, all are run, and the score is exact.
    const count = sample === reached.length - 1 ? reached.length : sample;
    const drawn = draw(reached, count, Number(process.env.MUTANT_SEED));
    const isDrawn = new Set(drawn);
    const left = reached.filter((id) => !isDrawn.has(id));
    return [...[...unreached, ...drawn].map((id) => [id]), ...(left.length ? [left] : [])];
  }

  async check(group) {
    const result =
      group.length === 1
        ? { status: CheckStatus.Passed }
        : { status: CheckStatus.CompileError, reason: NOT_DRAWN };
    return Object.fromEntries(group.map(({ id }) => [id, result]));
  }
}

/** @public StrykerJS looks for a plugin under this name. */
export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, DRAW, Draw)];
