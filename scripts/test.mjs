/**
 * `npm test`: installs what is missing, then runs every check, also after one has failed, so that one
 * run tells everything. Ends with `N passed, N failed`; exit code 1 when anything failed.
 *
 * `npm test -- unit` runs one check (several names may be given); any other word is handed to the test
 * runners as a file filter: `npm test -- e2e popup`.
 */
import { findFirefox } from './browser.mjs';
import { runChecks } from './checks.mjs';
import { bin, MINUTE, playwright, run, single, vitest } from './runners.mjs';
import { sources } from './sources.mjs';
import { stopForUsage } from './usage.mjs';

const e2e = (filters) => playwright('e2e', 'tests/playwright.config.ts', 25 * MINUTE, filters);

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
/** The random walks alone are a minute and a half of work, and a busy machine takes four times as long. */
const UNIT_LIMIT = 10 * MINUTE;

const CHECKS = [
  { name: 'lint', run: () => single([bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']) },
  { name: 'unused', run: () => single([bin('knip', 'bin', 'knip.js')]) },
  { name: 'architecture', run: architecture },
  { name: 'expressions', run: () => single(['scripts/expressions.mjs', '--committed']) },
  { name: 'build', run: () => single([wxt, 'build']) },
  { name: 'build-firefox', run: () => single([wxt, 'build', '-b', 'firefox', '--mv3']) },
  {
    name: 'types',
    early: true,
    run: () => single([bin('typescript', 'bin', 'tsc'), '--noEmit'], { capture: true }),
  },
  { name: 'unit', run: (filters) => vitest('unit', filters, UNIT_LIMIT) },
  { name: 'browser', run: (filters) => vitest('browser', filters) },
  { name: 'e2e', run: e2e, needs: 'build' },
  { name: 'firefox', run: firefox, needs: 'build-firefox' },
];

const words = process.argv.slice(2);
stopForUsage(words, {
  usage:
    'Usage: npm test -- [CHECK ...] [WORD ...]; the checks: ' +
    `${CHECKS.map(({ name }) => name).join(' ')}; any other word filters the test files by name.`,
});
await runChecks(CHECKS, words);
