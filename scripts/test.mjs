/**
 * `npm test`: installs what is missing, then runs every check, also after one has failed, so that one
 * run tells everything. Ends with `N passed, N failed`; exit code 1 when anything failed.
 *
 * `npm test -- unit` runs one check (several names may be given); any other word is handed to the test
 * runners as a file filter: `npm test -- e2e popup`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser, ensureDeps, findFirefox, root } from './browser.mjs';

const OUT = path.join(root, 'out', 'test');
const MINUTE = 60_000;
const bin = (...parts) => path.join(root, 'node_modules', ...parts);
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
function run(args, { capture = false, env = {}, limit = 5 * MINUTE } = {}) {
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

/** A check that either holds or does not: it counts as one test. */
const single = async (args, options) => {
  const { code } = await run(args, options);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};

/** A runner that reports nothing, or no test at all, has failed, whatever its exit code says. */
function fromReport(code, { passed, failed, skipped, flaky = 0 }) {
  if (flaky) console.log(`${flaky} passed only on a second try: a fault to mend`);
  const broken = failed === 0 && (code !== 0 || passed === 0);
  if (broken) console.error(`The runner ended with ${code} after ${passed} passed tests.`);
  return { passed, failed: broken ? 1 : failed, skipped };
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

async function vitest(project, filters) {
  const file = path.join(OUT, `${project}.json`);
  const { code } = await run([
    bin('vitest', 'vitest.mjs'),
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...filters,
  ]);
  const report = readReport(file);
  return fromReport(code, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  });
}

/** @param {string} name of the check; the tests are those of its config */
async function playwright(name, config, limit, filters) {
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
    { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file }, limit },
  );
  const stats = readReport(file)?.stats;
  return fromReport(code, {
    // Only CI tries twice: what passes then is told apart below, and wants mending.
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    flaky: stats?.flaky ?? 0,
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  });
}

const e2e = (filters) => playwright('e2e', 'tests/playwright.config.ts', 12 * MINUTE, filters);

/** Firefox is never installed: without it the check counts as skipped, and says so. */
async function firefox(filters) {
  if (findFirefox()) return playwright('firefox', 'tests/firefox.config.ts', 5 * MINUTE, filters);
  console.log(
    'Skipped: no Firefox here. Install firefox-esr, or set FIREFOX_PATH, to test the Firefox build.',
  );
  return { passed: 0, failed: 0, skipped: 1 };
}

/**
 * The import rules. A cruise that silently saw nothing would pass: so every source file must be among
 * the modules it reports.
 */
async function architecture() {
  const { code, output } = await run(
    [
      bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      'entrypoints',
      'components',
      'lib',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
    ],
    { capture: true },
  );
  let report;
  try {
    report = JSON.parse(output);
  } catch {
    console.error(output || `dependency-cruiser ended with ${code}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const seen = new Set(report.modules.map((module) => module.source));
  const missed = sources().filter((name) => !seen.has(name));
  for (const { rule, from, to } of report.summary.violations)
    console.error(`${rule.severity} ${rule.name}: ${from} → ${to}`);
  if (missed.length) console.error(`Not looked at: ${missed.join(', ')}`);
  console.log(`${seen.size} modules, ${report.summary.totalDependenciesCruised} imports`);
  const good = seen.size > 0 && missed.length === 0 && report.summary.violations.length === 0;
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 };
}

const wxt = bin('wxt', 'bin', 'wxt.mjs');
const CHECKS = [
  { name: 'types', run: () => single([bin('typescript', 'bin', 'tsc'), '--noEmit']) },
  { name: 'lint', run: () => single([bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']) },
  { name: 'unused', run: () => single([bin('knip', 'bin', 'knip.js')]) },
  { name: 'architecture', run: architecture },
  { name: 'expressions', run: () => single(['scripts/expressions.mjs', '--committed']) },
  { name: 'build', run: () => single([wxt, 'build']) },
  { name: 'build-firefox', run: () => single([wxt, 'build', '-b', 'firefox', '--mv3']) },
  { name: 'unit', run: (filters) => vitest('unit', filters) },
  { name: 'browser', run: (filters) => vitest('browser', filters) },
  { name: 'e2e', run: e2e, needs: 'build' },
  { name: 'firefox', run: firefox, needs: 'build-firefox' },
];

const words = process.argv.slice(2);
const names = CHECKS.map((check) => check.name);
const asked = words.filter((word) => names.includes(word));
const filters = words.filter((word) => !names.includes(word));
const needed = CHECKS.filter((check) => asked.includes(check.name)).map((check) => check.needs);
const chosen = CHECKS.filter(
  ({ name }) => asked.length === 0 || asked.includes(name) || needed.includes(name),
);

const tests = readdirSync(path.join(root, 'tests'), { recursive: true }).map(String);
const unknown = filters.filter(
  (word) => !word.startsWith('-') && !tests.some((name) => name.includes(path.basename(word))),
);
if (unknown.length) {
  console.error(
    `No check and no test file is called ${unknown.join(', ')}. The checks: ${names.join(' ')}.`,
  );
  process.exit(2);
}

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

const total = { passed: 0, failed: 0, skipped: 0 };
const failed = new Set();
const lines = [];
for (const check of chosen) {
  console.log(`\n── ${check.name}`);
  const started = Date.now();
  let result = { passed: 0, failed: 1, skipped: 0 };
  if (failed.has(check.needs)) {
    console.error(`Not run: ${check.needs} failed, and an older result would be tested instead.`);
  } else {
    try {
      result = await check.run(filters);
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
  );
}
console.log(`\n${lines.join('\n')}`);
if (total.skipped) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
// Not process.exit: what was printed must reach a pipe first.
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
