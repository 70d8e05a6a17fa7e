/**
 * How a check is run: as a process of its own, with a time limit, and what it reports counted. Used by `npm test`
 * and `npm run soak`.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './browser.mjs';

export const OUT = path.join(root, 'out', 'test');
export const MINUTE = 60_000;
export const bin = (...parts) => path.join(root, 'node_modules', ...parts);
const node = process.execPath;

/** Processes started here and not yet ended. */
const running = new Set();

/** Ends a process we started, with everything it started (browsers among them). */
function end(child) {
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL'); // its own group: see `detached`
  } catch {
    // it has ended by itself
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    for (const child of running) end(child);
    process.exit(1);
  });

/**
 * @returns {Promise<{code: number, output: string}>} `output` is empty unless `capture` was asked for
 */
export function run(args, { capture = false, env = {}, limit = 5 * MINUTE } = {}) {
  return new Promise((resolve) => {
    const child = spawn(node, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', capture ? 'pipe' : 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
    });
    running.add(child);
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    const timer = setTimeout(() => {
      console.error(`Stopped after ${limit / MINUTE} minutes.`);
      end(child);
    }, limit);
    child.on('close', (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** A check that either holds or does not: it counts as one test. With `capture`, what it printed follows in one piece. */
export const single = async (args, options) => {
  const { code, output } = await run(args, options);
  if (output) console.log(output);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};

/** A runner that reports nothing, or no test at all, has failed, whatever its exit code says. */
function fromReport(code, { passed, failed, skipped, flaky = 0, names = [] }) {
  if (flaky) console.log(`${flaky} passed only on a second try: a fault to mend`);
  const broken = failed === 0 && (code !== 0 || passed === 0);
  if (broken) console.error(`The runner ended with ${code} after ${passed} passed tests.`);
  return { passed, failed: broken ? 1 : failed, skipped, names };
}

/** `file › test` of each failed test in a Vitest report, with the first line of its error. */
function failedInVitest(report) {
  return (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => inLine(name, fullName, failureMessages[0])),
  );
}

/** The same of a Playwright report, whose suites lie within each other. */
function failedInPlaywright(report, suites = report?.suites ?? []) {
  return suites.flatMap(({ specs = [], suites: within = [] }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, title, tests }) =>
        inLine(file, title, tests.at(-1)?.results.at(-1)?.error?.message),
      ),
    ...failedInPlaywright(report, within),
  ]);
}

const inLine = (file, title, error) =>
  `${path.relative(root, path.resolve(root, file))} › ${title}: ${stripVTControlCharacters(String(error ?? '')).split('\n')[0]}`;

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** What a machine of two cores bears; more gain nothing there. */
const WORKERS = 2;

/** @param {string} project of tests/vitest.config.ts */
export async function vitest(project, filters, limit) {
  const file = path.join(OUT, `${project}.json`);
  const { code } = await run(
    [
      bin('vitest', 'vitest.mjs'),
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      // Left to itself the runner spares a core, which on a machine of two is half of the machine.
      `--maxWorkers=${WORKERS}`,
      ...filters,
    ],
    { limit },
  );
  const report = readReport(file);
  return fromReport(code, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    names: failedInVitest(report),
  });
}

/** @param {string} name of the check; the tests are those of its config */
export async function playwright(name, config, limit, filters) {
  const file = path.join(OUT, `${name}.json`);
  const { code } = await run(
    [
      bin('@playwright', 'test', 'cli.js'),
      'test',
      '--config',
      config,
      '--reporter=list,json',
      ...filters,
    ],
    {
      env: {
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        // Pictures are for whoever runs some files and looks at them; SHOTS=1 takes them in a run of everything too.
        SHOTS: process.env.SHOTS ?? (filters.length ? '1' : ''),
      },
      limit,
    },
  );
  const report = readReport(file);
  const stats = report?.stats;
  return fromReport(code, {
    // Only CI tries twice: what passes then is told apart below, and wants mending.
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    flaky: stats?.flaky ?? 0,
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
    names: failedInPlaywright(report),
  });
}
