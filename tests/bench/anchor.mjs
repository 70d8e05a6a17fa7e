/**
 * Locating 1,000 stored quotes on the largest corpus page: ours beside `dom-anchor-text-quote`, beside
 * `approx-string-match` run over the whole page for each quote, and beside plain XPath look-up, in one Chromium. And
 * painting and hit-testing 1,000 highlights.
 */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../support/anchor-page.mjs';
import { corpusFolder, openBrowser, openSaved } from './anchor-quality.mjs';

const QUOTES = 1_000;
const ROUNDS = 11;
const SCENES = ['page unchanged', 'banner inserted above', 'text edited here and there'];

/** The article whose text is longest, of the ten largest files. */
async function largestPage(browser, folder) {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.html') && !/^(neg|gscholar)/.test(file))
    .sort((a, b) => statSync(path.join(folder, b)).size - statSync(path.join(folder, a)).size)
    .slice(0, 10);
  let best = { file: '', html: '', length: -1 };
  for (const file of files) {
    const html = readFileSync(path.join(folder, file), 'utf8');
    const page = await openSaved(browser, html, 'undefined');
    const length = await page.evaluate(() => document.body.textContent.length);
    if (length > best.length) best = { file, html, length };
    await page.close();
  }
  return best;
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const round = (ms) => Math.round(ms * 10) / 10;

/** Runs the bench and prints its tables. Returns the figures. */
export async function benchAnchor() {
  const folder = path.join(corpusFolder(), 'html');
  if (!existsSync(folder)) {
    console.log('anchor: skipped, no corpus at ../shared/corpus nor $BEARING_CORPUS');
    return null;
  }
  const script = await bundle('tests/bench/anchor-page-entry.ts', 'anchorBenchScript');
  const browser = await openBrowser();
  try {
    const { file, html, length } = await largestPage(browser, folder);
    console.log(
      `anchor: ${QUOTES} quotes on ${file} (${length.toLocaleString('en')} characters of text)`,
    );
    const rows = {};
    for (const scene of SCENES) {
      const page = await openSaved(browser, html, script);
      await page.evaluate((count) => window.anchorBench.prepare(count), QUOTES);
      await page.evaluate((name) => window.anchorBench.scene(name), scene);
      const run = (way) => page.evaluate((one) => window.anchorBench.run(one), way);
      await run('ours');
      await run('xpath');
      const ours = [];
      const xpath = [];
      // Turn about, so that a busy machine slows both.
      for (let i = 0; i < ROUNDS; i += 1) {
        if (i % 2) xpath.push(await run('xpath'));
        ours.push(await run('ours'));
        if (i % 2 === 0) xpath.push(await run('xpath'));
      }
      const ratio = median(ours.map(({ ms }, i) => ms / xpath[i].ms));
      const quote = await run('quote');
      const naive = await run('naive');
      const mine = median(ours.map((one) => one.ms));
      const peer = Math.min(quote.ms, naive.ms * 10);
      rows[scene] = {
        'ours ms': round(mine),
        'ours found': ours[0].found,
        'XPath ms': round(median(xpath.map((one) => one.ms))),
        'XPath found': xpath[0].found,
        'ours / XPath': Math.round(ratio * 100) / 100,
        'dom-anchor-text-quote ms': round(quote.ms),
        'its found': quote.found,
        'naive approx ms (100 x 10)': round(naive.ms * 10),
        'times faster': Math.round(peer / mine),
      };
      await page.close();
    }
    console.table(rows);
    const page = await openSaved(browser, html, script);
    await page.evaluate((count) => window.anchorBench.prepare(count), QUOTES);
    const paint = await page.evaluate(() => window.anchorBench.paint());
    console.log(`paint: ${QUOTES} quotes drawn, hit at 1,000 points, removed; milliseconds`);
    for (const row of Object.values(paint))
      for (const [name, value] of Object.entries(row)) row[name] = round(value);
    console.table(paint);
    return { rows, paint };
  } finally {
    await browser.close();
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await benchAnchor();
