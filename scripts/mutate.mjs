/**
 * `npm run mutate -- FOLDER ...`: changes the code of these folders of lib/ in small ways, one at a time (StrykerJS),
 * and prints which changes no unit test notices. Without a folder: the eight whose rules are held by tests in Node.
 *
 * `--sample N` mutants of a folder are run where it has more, drawn anew on each run; `--seed N` draws the same ones
 * again; `--tests FOLDER` runs the unit tests of one folder of tests/unit/ alone, while they are written; `--workers N`
 * test runners work side by side. Exit code 1 when the score of a folder is below 90 %.
 */
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDeps, root } from './browser.mjs';
import { MINUTE, run } from './runners.mjs';
import { stopForUsage } from './usage.mjs';

const FOLDERS = ['model', 'store', 'map', 'codebook', 'exchange', 'messaging', 'text', 'tagging'];
/** As many as two busy cores run in 20 minutes where a change is the dearest: lib/text, which the store's tests reach. */
const SAMPLE = 150;
/** One for each core of a small machine. */
const WORKERS = 2;
/** Three times what a sample takes: longer only if something hangs. */
const LIMIT = 60 * MINUTE;
/** The largest seed that random() of mutants/draw.mjs tells from the others. */
const MOST_SEED = 2 ** 32 - 1;

/** The copy of the project whose code is changed: each run has its own, and removes it however it ends. */
const SANDBOX = path.join('out', `mutants-${process.pid}`);

function positive(option, word) {
  const value = Number(word);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${option} takes a whole number above 0, not "${word}".`);
}

/**
 * The name inside `base` of a folder that is given as `text` or, as a shell completes it, as `lib/text/`.
 * @throws {Error} with a sentence for whoever called
 */
function folderOf(base, word) {
  const inside = [path.resolve(root, word), path.resolve(root, base, word)].find(
    (folder) =>
      folder.startsWith(path.join(root, base, path.sep)) &&
      statSync(folder, { throwIfNoEntry: false })?.isDirectory(),
  );
  if (!inside) throw new Error(`There is no folder "${word}" in ${base}/.`);
  return path.relative(path.join(root, base), inside).split(path.sep).join('/');
}

const OPTIONS = {
  sample: { type: 'string', default: String(SAMPLE) },
  seed: { type: 'string', default: String(1 + Math.floor(Math.random() * MOST_SEED)) },
  workers: { type: 'string', default: String(WORKERS) },
  tests: { type: 'string' },
};

const USAGE =
  'Usage: npm run mutate -- [FOLDER ...] [--sample N] [--seed N] [--tests FOLDER] [--workers N]; without a folder: ' +
  `${FOLDERS.join(' ')}.`;

/** @throws {Error} with a sentence for whoever called */
function parse(args) {
  stopForUsage(args, { usage: USAGE, options: Object.keys(OPTIONS).map((name) => `--${name}`) });
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  return {
    folders: positionals.length ? positionals.map((word) => folderOf('lib', word)) : FOLDERS,
    env: {
      MUTANTS: String(positive('sample', values.sample)),
      MUTANT_SEED: String(positive('seed', values.seed)),
      MUTANT_WORKERS: String(positive('workers', values.workers)),
      MUTANT_TESTS: values.tests ? `${folderOf('tests/unit', values.tests)}/` : '',
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
ensureDeps();
process.on('exit', () =>
  // A process that was just ended may be writing its last file.
  rmSync(path.join(root, SANDBOX), { recursive: true, force: true, maxRetries: 5 }),
);
for (const folder of folders) {
  // A process of its own, so that nothing that it started outlives an interrupted run: a mutant may loop for ever.
  const { code } = await run(['scripts/mutants/run.mjs', folder], { env, limit: LIMIT });
  process.exitCode = Math.max(process.exitCode ?? 0, code);
}
