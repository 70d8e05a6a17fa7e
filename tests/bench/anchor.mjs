/**
 * Locating 1,000 stored quotes on the largest corpus page: ours beside `dom-anchor-text-quote`, beside
 * `approx-string-match` run over the whole page for each quote, and beside plain XPath look-up, in one Chromium. And
 * painting and hit-testing 1,000 highlights.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { openBrowser, openSaved } from './anchor-quality.mjs';
import { inCorpus } from './corpus.mjs';
import { byTurns, clock, median, Samples } from './samples.mjs';

const QUOTES = 1_000;
const ROUNDS = 11;
const TIME_A_SCENE_MS = 20_000;
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

const round = (ms) => Math.round(ms * 10) / 10;

/** One scene: ours of every side by turns with the XPath look-up, then the other two once, on today's side. */
async function play(scene, pages, samples) {
  const run = (side, way) => pages.get(side).evaluate((one) => window.anchorBench.run(one), way);
  const sides = [...pages.keys()];
  const now = sides.at(-1);
  for (const [side, page] of pages) {
    await page.evaluate(
      ([count, peers]) => window.anchorBench.prepare(count, peers),
      [QUOTES, side === now],
    );
    await page.evaluate((name) => window.anchorBench.scene(name), scene);
    await run(side, 'ours');
    await run(side, 'xpath');
  }
  const ours = [];
  const xpath = [];
  await byTurns(sides, ROUNDS, clock(TIME_A_SCENE_MS), async (side) => {
    const one = await run(side, 'ours');
    samples.add(side, { [`${scene}, ms`]: one.ms });
    if (side !== now) return;
    ours.push(one);
    xpath.push(await run(side, 'xpath'));
  });
  const quote = await run(now, 'quote');
  const naive = await run(now, 'naive');
  const mine = median(ours.map((one) => one.ms));
  return {
    'ours ms': round(mine),
    'ours found': ours[0].found,
    'XPath ms': round(median(xpath.map((one) => one.ms))),
    'XPath found': xpath[0].found,
    'ours / XPath': Math.round(median(ours.map(({ ms }, i) => ms / xpath[i].ms)) * 100) / 100,
    'dom-anchor-text-quote ms (100 x 10)': round(quote.ms * 10),
    'its found, of 100': quote.found,
    'naive approx ms (100 x 10)': round(naive.ms * 10),
    'times faster': Math.round((10 * Math.min(quote.ms, naive.ms)) / mine),
  };
}

/** Runs the bench and prints its tables. */
export async function benchAnchor(sides) {
  const folder = inCorpus('anchor', 'html');
  if (!folder) return;
  const scripts = new Map();
  for (const side of sides)
    scripts.set(side, await side.bundle('tests/bench/anchor-page-entry.ts'));
  const browser = await openBrowser();
  try {
    const { file, html, length } = await largestPage(browser, folder);
    console.log(
      `anchor: ${QUOTES} quotes on ${file} (${length.toLocaleString('en')} characters of text)`,
    );
    const open = async () => {
      const pages = new Map();
      for (const side of sides) pages.set(side, await openSaved(browser, html, scripts.get(side)));
      return pages;
    };
    const samples = new Samples();
    const rows = {};
    for (const scene of SCENES) {
      const pages = await open();
      rows[scene] = await play(scene, pages, samples);
      for (const page of pages.values()) await page.close();
    }
    console.table(rows);
    for (const [side, page] of await open()) {
      await page.evaluate((count) => window.anchorBench.prepare(count, false), QUOTES);
      const paint = await page.evaluate(() => window.anchorBench.paint());
      const { set, remove } = paint['highlights (ours)'];
      samples.add(side, { 'paint, ms': set, 'remove the paint, ms': remove });
      if (side.name !== 'now') continue;
      console.log(`paint: ${QUOTES} quotes drawn, hit at 1,000 points, removed; milliseconds`);
      for (const row of Object.values(paint))
        for (const [name, value] of Object.entries(row)) row[name] = round(value);
      console.table(paint);
    }
    if (sides.length > 1) samples.print();
  } finally {
    await browser.close();
  }
}
