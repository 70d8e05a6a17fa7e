/**
 * node tests/bench/anchor-quality.mjs [--quotes N] [--seed N] [--only TEXT] [--misses N] [--kinds]
 *
 * Hunts for anchoring failures: thousands of changed pages made from the corpus articles (../shared/corpus or
 * $BEARING_CORPUS), every answer judged. What it finds becomes a case in tests/browser/anchor*.
 * With --kinds the answers are also counted by what was done to the page.
 */
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { bundleScript } from '../../scripts/bundle.mjs';
import { inCorpus } from './corpus.mjs';

/** A Chromium whose pages are answered from memory and reach no network. */
export async function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Shows a saved page with its scripts off, and runs `script` in it. */
export async function openSaved(browser, html, script) {
  const page = await browser.newPage();
  await page.route('**/*', (route) =>
    route.request().url() === 'http://page.test/'
      ? route.fulfill({
          body: html,
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': "script-src 'none'; frame-src 'none'" },
        })
      : route.abort(),
  );
  await page.goto('http://page.test/', { waitUntil: 'domcontentloaded' });
  await page.evaluate(script);
  return page;
}

/** Verdicts, counted by what `nameOf` gives for an answer. */
function tally(results, nameOf) {
  const groups = new Map();
  for (const result of results) {
    const name = nameOf(result);
    const row = groups.get(name) ?? { cases: 0 };
    row.cases += 1;
    row[result.verdict] = (row[result.verdict] ?? 0) + 1;
    groups.set(name, row);
  }
  return groups;
}

async function main() {
  const option = (name, fallback) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? fallback : process.argv[at + 1];
  };
  const folder = inCorpus('anchor-quality', 'html');
  if (!folder) return;
  const quotes = Number(option('quotes', 12));
  const seed = Number(option('seed', 1));
  const only = option('only', '');
  const misses = Number(option('misses', 40));
  const kind = option('kind', '');
  const script = await bundleScript('tests/support/anchor-cases-entry.ts');
  const browser = await openBrowser();
  const all = [];
  const files = readdirSync(folder).filter(
    (file) => file.includes(only) && !/^(neg|gscholar)/.test(file),
  );
  for (const file of files) {
    const page = await openSaved(browser, readFileSync(path.join(folder, file), 'utf8'), script);
    const results = await page.evaluate(([n, s]) => window.runAnchorCases(n, s), [quotes, seed]);
    all.push(...results.map((result) => ({ ...result, file })));
    await page.close();
  }
  await browser.close();
  const right = new Set(['right']);
  const bad = all.filter((one) => !right.has(one.verdict) && one.kind.includes(kind));
  const order = { silent: 0, attached: 1, decided: 2, 'wrong place': 3, unsure: 4 };
  bad.sort((a, b) => (order[a.verdict] ?? 9) - (order[b.verdict] ?? 9));
  const short = (text) =>
    text === null
      ? 'null'
      : JSON.stringify(text.length > 300 ? `${text.slice(0, 200)} ... ${text.slice(-80)}` : text);
  for (const one of bad
    .filter((x) => !(x.group === 'meaning' && x.verdict === 'unsure'))
    .slice(0, misses)) {
    console.log(
      `${one.verdict.toUpperCase()} ${one.outcome} | ${one.group}: ${one.kind} | ${one.file}`,
    );
    console.log(
      `   quote ${short(one.quote)}\n   got   ${short(one.got)}\n   want  ${short(one.want)}`,
    );
  }
  const byKind = new Map();
  for (const one of bad) {
    const key = `${one.group}: ${one.kind.replace(/ \(.*/, '')} -> ${one.verdict} (${one.outcome})`;
    byKind.set(key, (byKind.get(key) ?? 0) + 1);
  }
  for (const [key, count] of [...byKind].sort((a, b) => b[1] - a[1]).slice(0, 40))
    console.log(String(count).padStart(5), key);
  const kindOf = ({ group, kind: done }) => `${group}: ${done.replace(/ \(.*/, '')}`;
  if (process.argv.includes('--kinds'))
    console.table(Object.fromEntries([...tally(all, kindOf)].sort()));
  console.table(Object.fromEntries(tally(all, ({ group }) => group)));
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await main();
