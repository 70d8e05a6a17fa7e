/**
 * Runs checks one after the other, also after one has failed, so that one run tells everything. Prints what each
 * took and ends with `N passed, N failed`; exit code 1 when anything failed.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser, ensureDeps, root } from './browser.mjs';
import { OUT } from './runners.mjs';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {(filters: string[]) => Promise<{passed: number, failed: number, skipped: number, names?: string[]}>} run
 * @property {string} [needs] another check that has to pass first
 * @property {boolean} [early] begun at once, beside those before it, which leave a core idle; printed in its turn
 */

/** Which of the checks the words name, and what is left of the words: filters for the test files. */
function choose(checks, words) {
  const names = checks.map((check) => check.name);
  const asked = words.filter((word) => names.includes(word));
  const filters = words.filter((word) => !names.includes(word));
  const needed = checks.filter((check) => asked.includes(check.name)).map((check) => check.needs);
  const chosen = checks.filter(
    ({ name }) => asked.length === 0 || asked.includes(name) || needed.includes(name),
  );

  const tests = readdirSync(path.join(root, 'tests'), { recursive: true }).map(String);
  const unknown = filters.filter(
    (word) => !tests.some((name) => name.includes(path.basename(word))),
  );
  if (unknown.length) {
    console.error(
      `No check and no test file is called ${unknown.join(', ')}. The checks: ${names.join(' ')}.`,
    );
    process.exit(2);
  }
  return { chosen, filters };
}

/** Installs what is missing. */
async function prepare() {
  try {
    ensureDeps();
    process.env.CHROMIUM_PATH = await ensureBrowser();
  } catch (error) {
    console.error(error.message);
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
}

/**
 * @param {Check[]} checks
 * @param {string[]} words names of some checks, and filters for the files of the test runners; none = everything
 */
export async function runChecks(checks, words) {
  const { chosen, filters } = choose(checks, words);
  await prepare();
  const total = { passed: 0, failed: 0, skipped: 0 };
  const begun = Date.now();
  const failed = new Set();
  const lines = [];
  const early = new Map(
    chosen.filter((check) => check.early).map((check) => [check.name, check.run(filters)]),
  );
  for (const check of chosen) {
    console.log(`\n── ${check.name}`);
    const started = Date.now();
    let result = { passed: 0, failed: 1, skipped: 0 };
    if (failed.has(check.needs)) {
      console.error(`Not run: ${check.needs} failed, and an older result would be tested instead.`);
    } else {
      try {
        result = await (early.get(check.name) ?? check.run(filters));
      } catch (error) {
        console.error(error);
      }
    }
    if (result.failed > 0) failed.add(check.name);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    for (const key of Object.keys(total)) total[key] += result[key];
    lines.push(
      `${result.failed ? 'FAILED' : 'ok    '} ${check.name.padEnd(14)} ${String(result.passed).padStart(5)} passed` +
        `${result.failed ? `, ${result.failed} failed` : ''}${result.skipped ? `, ${result.skipped} skipped` : ''}` +
        `  ${seconds} s`,
      // Last of all, so that the end of a long log names what to look at.
      ...(result.names ?? []).map((name) => `         ${name}`),
    );
  }
  console.log(`\n${lines.join('\n')}`);
  console.log(`${((Date.now() - begun) / 60_000).toFixed(1)} minutes`);
  if (total.skipped) console.log(`${total.skipped} skipped`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  // Not process.exit: what was printed must reach a pipe first.
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}
