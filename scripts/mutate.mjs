/**
 * `npm run mutate -- FOLDER ...`: changes the code of these folders of lib/ in small ways, one at a time (StrykerJS),
 * and prints which changes no unit test notices. Without a folder: the eight whose rules are held by tests in Node.
 *
 * A folder's mutants are run in an order that is drawn anew on each run, as many as `--minutes N` allow or up to
 * `--sample N`; `--seed N` draws the same order again; `--tests FOLDER`, once or several times, runs the unit tests of
 * these folders or files of tests/unit/ alone, while they are written; `--workers N` test runners work side by side. Exit code 1
 * when the score of a folder is below 90 %.
 */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDeps, root } from './browser.mjs';
import { MINUTE, run } from './runners.mjs';
import { stopForUsage } from './usage.mjs';

const FOLDERS = ['model', 'store', 'map', 'codebook', 'exchange', 'messaging', 'text', 'tagging'];
/** For one folder, the run of the tests on unchanged code included. */
const MINUTES = 20;
/** One for each core of a small machine. */
const WORKERS = 2;
/** A run ends by itself when its time is over: this much later, something hangs. */
const GRACE = 10 * MINUTE;
/** The largest seed that random() of mutants/draw.mjs tells from the others. */
const MOST_SEED = 2 ** 32 - 1;

/** The copy of the project whose code is changed: each run has its own, and removes it as it ends. */
const SANDBOX = path.join('out', `mutants-${process.pid}`);

// A process that was just ended may be writing its last file.
const remove = (folder) =>
  rmSync(path.join(root, folder), { recursive: true, force: true, maxRetries: 5 });

/** Does a process of this id run? */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Removes what runs have left that could remove nothing: they were killed, or the machine went off. */
function removeLeft() {
  const out = path.join(root, 'out');
  for (const name of existsSync(out) ? readdirSync(out) : []) {
    const [, pid] = /^mutants-(\d+)$/.exec(name) ?? [];
    if (pid && !isRunning(Number(pid))) remove(path.join('out', name));
  }
}

function positive(option, word) {
  const value = Number(word);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${option} takes a whole number above 0, not "${word}".`);
}

/**
 * The name inside `base` of a folder that is given as `text` or, as a shell completes it, as `lib/text/`.
 * @param {boolean} [orFile] a file will do
 * @throws {Error} with a sentence for whoever called
 */
function inside(base, word, orFile = false) {
  const found = [path.resolve(root, word), path.resolve(root, base, word)].find((place) => {
    const stat = statSync(place, { throwIfNoEntry: false });
    return (
      place.startsWith(path.join(root, base, path.sep)) && (stat?.isDirectory() || (orFile && stat))
    );
  });
  if (!found) throw new Error(`There is no folder "${word}" in ${base}/.`);
  return path.relative(path.join(root, base), found).split(path.sep).join('/');
}

const OPTIONS = {
  minutes: { type: 'string', default: String(MINUTES) },
  sample: { type: 'string' },
  seed: { type: 'string', default: String(1 + Math.floor(Math.random() * MOST_SEED)) },
  workers: { type: 'string', default: String(WORKERS) },
  tests: { type: 'string', multiple: true },
};

const USAGE =
  'Usage: npm run mutate -- [FOLDER ...] [--minutes N] [--sample N] [--seed N] [--tests FOLDER_OR_FILE ...] [--workers N]; without a folder: ' +
  `${FOLDERS.join(' ')}.`;

/** @throws {Error} with a sentence for whoever called */
function parse(args) {
  stopForUsage(args, { usage: USAGE, options: Object.keys(OPTIONS).map((name) => `--${name}`) });
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  return {
    folders: positionals.length ? positionals.map((word) => inside('lib', word)) : FOLDERS,
    env: {
      MUTANTS: values.sample === undefined ? 'Infinity' : String(positive('sample', values.sample)),
      MUTANT_MINUTES: String(positive('minutes', values.minutes)),
      MUTANT_SEED: String(positive('seed', values.seed)),
      MUTANT_WORKERS: String(positive('workers', values.workers)),
      MUTANT_TESTS: (values.tests ?? []).map((word) => inside('tests/unit', word, true)).join(','),
      MUTANT_SANDBOX: SANDBOX,
    },
  };
}

/** What was asked for; a wrong word ends the run with a sentence. */
function asked() {
  try {
    return parse(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

const { folders, env } = asked();
const limit = Number(env.MUTANT_MINUTES) * MINUTE + GRACE;
ensureDeps();
removeLeft();
process.on('exit', () => remove(SANDBOX));
for (const folder of folders) {
  // A process of its own, so that nothing that it started outlives an interrupted run: a mutant may loop for ever.
  const { code } = await run(['scripts/mutants/run.mjs', folder], { env, limit });
  process.exitCode = Math.max(process.exitCode ?? 0, code);
}
