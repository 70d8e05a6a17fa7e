/**
 * What recheck says of an expression: exponential, polynomial, or neither. Its answers are kept with the code, in
 * `checked.json` by the text of the expression, so that only new ones take time, in a fresh clone as well.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { check } from 'recheck';

/**
 * Limits in steps, not in time: the answer must not depend on how busy the machine is. An attack is an input of
 * up to 10,000 characters, more than nearly all of ours are given, which costs more than 10 million
 * steps, about as many as an engine takes in 50 ms. The numbers of attempts are a third of recheck's own: with
 * those, some expressions with large counts take minutes.
 */
const PARAMETERS = {
  attackLimit: 10_000_000,
  maxAttackStringSize: 10_000,
  incubationLimit: 1_000_000,
  maxInitialGenerationSize: 100,
  maxGenerationSize: 30,
  maxIteration: 3,
  mutationSize: 20,
  crossoverSize: 10,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  /** Six times what the slowest of ours takes on an idle machine: one that takes longer is undecided. */
  timeout: 60_000,
};

const { version } = createRequire(import.meta.url)('recheck/package.json');
/** Answers hold for one version of recheck and one set of limits. */
const BY = JSON.stringify([version, PARAMETERS]);

/** The answers kept in `file`: none where it does not exist, or was written by another recheck. */
export function kept(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return {};
  }
  const { by, verdicts } = JSON.parse(text);
  return by === BY ? verdicts : {};
}

/**
 * Keeps these answers and no others, in order, so that two branches that each add one can be merged. What is
 * undecided is not kept: another machine, or a longer look, may decide it.
 */
export function keep(file, verdicts) {
  const decided = Object.entries(verdicts).filter(([, { kind }]) => kind !== 'undecided');
  const sorted = Object.fromEntries(decided.sort(([a], [b]) => (a < b ? -1 : 1)));
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify({ by: BY, verdicts: sorted }, null, 2)}\n`);
  renameSync(half, file); // whole or not at all: two checks may run at once
}

async function judgeOne(expression) {
  const end = expression.lastIndexOf('/');
  const found = await check(expression.slice(1, end), expression.slice(end + 1), PARAMETERS);
  if (found.status === 'safe') return { kind: 'safe' };
  if (found.status === 'unknown') return { kind: 'undecided', detail: found.error.kind };
  const { type, degree } = found.complexity;
  return { kind: type, degree, detail: found.attack.pattern };
}

/**
 * @param {Iterable<string>} expressions as the engine prints them: "/a+/g"
 * @returns {Promise<Record<string, {kind: 'safe' | 'polynomial' | 'exponential' | 'undecided', degree?: number,
 *   detail?: string}>>} an answer for each
 */
export async function judge(expressions) {
  const verdicts = {};
  const queue = [...new Set(expressions)];
  const work = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift())
      verdicts[one] = await judgeOne(one);
  };
  // The first alone: recheck starts one process for each call that finds none running yet.
  const [first] = queue.splice(0, 1);
  if (first !== undefined) verdicts[first] = await judgeOne(first);
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return verdicts;
}
