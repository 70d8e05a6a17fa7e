/**
 * What recheck says of an expression: exponential, polynomial, or neither. Answers are kept in
 * `node_modules/.cache` by the text of the expression, so that only new ones take time.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';
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
  /** Only so that nothing hangs for ever: an expression that takes this long is undecided. */
  timeout: 600_000,
};

/** A run that is stopped half-way has not been for nothing. */
const KEPT_EVERY = 20;

const { version } = createRequire(import.meta.url)('recheck/package.json');
const KEY = JSON.stringify([version, PARAMETERS]);

function cached(file) {
  try {
    const { key, verdicts } = JSON.parse(readFileSync(file, 'utf8'));
    return key === KEY ? verdicts : {};
  } catch {
    return {}; // none yet, or half of one: they are asked for anew
  }
}

/** Of other branches too, so that changing to and fro costs nothing. What is undecided is asked again. */
function keep(file, all) {
  const verdicts = Object.fromEntries(
    Object.entries(all).filter(([, { kind }]) => kind !== 'undecided'),
  );
  mkdirSync(path.dirname(file), { recursive: true });
  const half = `${file}.${process.pid}`;
  writeFileSync(half, JSON.stringify({ key: KEY, verdicts }));
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
 * @param {string} file where answers are kept
 * @returns {Promise<{ verdicts: Record<string, {kind: 'safe' | 'polynomial' | 'exponential' | 'undecided',
 *   degree?: number, detail?: string}>, fresh: number }>} `fresh`: how many were not known yet
 */
export async function judge(expressions, file) {
  const verdicts = cached(file);
  const queue = [...new Set(expressions)].filter((one) => !verdicts[one]);
  const fresh = queue.length;
  const work = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      verdicts[one] = await judgeOne(one);
      if (queue.length % KEPT_EVERY === 0) keep(file, verdicts);
    }
  };
  // The first alone: recheck starts one process for each call that finds none running yet.
  const [first] = queue.splice(0, 1);
  if (first !== undefined) verdicts[first] = await judgeOne(first);
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  if (fresh > 0) keep(file, verdicts);
  return { verdicts, fresh };
}
