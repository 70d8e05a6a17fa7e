/**
 * What noticing a page costs, beside one plain TreeWalker pass over the same page in the same run
 * (page-cost.ts; over its text nodes alone in brackets), on the pages of the corpus; and what it weighs.
 *
 * Three measures a page. "fresh": a document that no script has touched, read by code that has run before, as a
 * reader meets a page, which is read once. "warm": the same document again and again.
 * "first": the very first call in a new tab, with code that the browser has yet to compile.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { decodePage, openBrowser, withSavedPage } from '../../scripts/inspect.mjs';
import { corpusPages, spread } from './corpus.mjs';
import { byTurns, clock, median, quantile, Samples } from './samples.mjs';

const zippedKb = (code) => gzipSync(code, { level: 9 }).length / 1_000;

/** What the script weighs that every page gets, and what reads a page without and with its visible text. */
async function sizes(side) {
  const manifest = JSON.parse(readFileSync(path.join(side.extension, 'manifest.json'), 'utf8'));
  const scripts = manifest.content_scripts.flatMap(({ js }) => js);
  const bundled = async (entry) => zippedKb(await side.bundle(entry, { minify: true }));
  return {
    'script of every page, as built, kB gzipped': scripts
      .map((file) => zippedKb(readFileSync(path.join(side.extension, file))))
      .reduce((a, b) => a + b, 0),
    'told, kB gzipped': await bundled('lib/page/told.ts'),
    'whole, kB gzipped': await bundled('lib/page/notice.ts'),
  };
}

/** Prints size and cost; @returns one row a page, of the project as it is now */
export async function benchNotice(sides) {
  const samples = new Samples();
  for (const side of sides) samples.add(side, await sizes(side));
  const pages = corpusPages('notice: cost');
  const rows = pages ? await costs(sides, spread(pages), samples) : [];
  samples.print();
  return rows;
}

async function costs(sides, pages, samples) {
  const scripts = new Map();
  for (const side of sides)
    scripts.set(side, await side.bundle('tests/bench/notice-entry.ts', { minify: true }));
  const browser = await openBrowser();
  const rows = [];
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await byTurns(sides, pages.length, clock(), async (side, i) => {
      const { file, kind, path: at, url } = pages[i];
      const html = decodePage(readFileSync(at));
      const row = await withSavedPage(context, html, url, (page) =>
        page.evaluate(`${scripts.get(side)};bearingBench(${JSON.stringify(html)},${i % 2 === 0})`),
      );
      samples.add(side, {
        'told, fresh, ms': row.fresh.ours,
        'told, warm, ms': row.warm.ours,
        'whole, warm, ms': row.whole.ours,
        'told, first call, ms': row.first.told,
      });
      if (side.name === 'now') rows.push({ file, negative: kind === 'negative', ...row });
    });
  } finally {
    await browser.close();
  }
  if (rows.length < pages.length)
    console.log(`notice: time for ${rows.length} of ${pages.length} pages, spread over the corpus`);
  for (const [name, some] of [
    ['all pages', rows],
    ['papers and lists', rows.filter((row) => !row.negative)],
    ['other pages', rows.filter((row) => row.negative)],
  ])
    tellPasses(name, some);
  return rows;
}

/** Cost in plain passes over the same page: what does not depend on the machine. */
function tellPasses(name, rows) {
  const say = (what, of) => {
    const ratios = rows.map((row) => row[of].ours / row[of].pass);
    const costs = rows.map((row) => row[of].ours);
    const texts = rows.map((row) => row[of].ours / row[of].texts);
    return `${what} median ${median(costs).toFixed(3)} ms, p95 ${quantile(costs, 0.95).toFixed(2)} ms = ${median(ratios).toFixed(2)} and ${quantile(ratios, 0.95).toFixed(2)} plain passes (${median(texts).toFixed(2)} over text nodes alone)`;
  };
  const plain = (of) => median(rows.map((row) => row[of].pass)).toFixed(3);
  const first = (of) => median(rows.map((row) => row.first[of])).toFixed(1);
  console.log(
    `notice on ${name} (${rows.length}; a plain pass is ${plain('fresh')} ms fresh, ${plain('warm')} ms warm):\n` +
      `  ${say('fresh: told', 'fresh')}\n` +
      `  ${say('warm: told', 'warm')}; ${say('whole', 'whole')}; ${rows.filter((row) => row.more).length} ask for a look\n` +
      `  first call: told ${first('told')} ms, plain pass ${first('pass')} ms (medians)`,
  );
}
