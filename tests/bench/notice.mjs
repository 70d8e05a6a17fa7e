/**
 * What noticing a page costs, beside one plain TreeWalker pass over the same page in the same run
 * (page-cost.ts; over its text nodes alone in brackets), on the pages of the corpus; and what it weighs.
 *
 * Three measures a page. "fresh": a document that no script has touched, read by code that has run before, as a
 * reader meets a page, which is read once. "warm": the same document again and again.
 * "first": the very first call in a new tab, with code that the browser has yet to compile.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { decodePage, openBrowser, withSavedPage } from '../../scripts/inspect.mjs';
import { corpusPages, spread } from './corpus.mjs';
import { byTurns, clock, median, quantile, Samples } from './samples.mjs';

const zippedKb = (code) => gzipSync(code, { level: 9 }).length / 1_000;

/** What the scripts weigh that every page gets, and what reads a page. */
async function sizes(side) {
  const manifest = JSON.parse(readFileSync(path.join(side.extension, 'manifest.json'), 'utf8'));
  const scripts = manifest.content_scripts.flatMap(({ js }) => js);
  const bundled = async (entry) => zippedKb(await side.bundle(entry, { minify: true }));
  return {
    'script of every page, as built, kB gzipped': scripts
      .map((file) => zippedKb(readFileSync(path.join(side.extension, file))))
      .reduce((a, b) => a + b, 0),
    'reading, kB gzipped': await bundled('lib/page/notice.ts'),
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
  for (const side of sides) {
    const entry = existsSync(path.join(side.root, 'lib/page/glance.ts')) ? 'notice' : 'notice-told';
    scripts.set(side, await side.bundle(`tests/bench/${entry}-entry.ts`, { minify: true }));
  }
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
        'every page, fresh, ms': row.fresh.ours,
        'every page, warm, ms': row.warm.ours,
        'every page, first call, ms': row.first.ours,
        'to the report, fresh, ms': row.freshAll.ours,
        'reading, warm, ms': row.whole.ours,
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
      `  ${say('fresh: glance', 'fresh')}\n` +
      `  ${say('fresh: to the report', 'freshAll')}\n` +
      `  ${say('warm: glance', 'warm')}; ${say('reading', 'whole')}\n` +
      `  first call: glance ${first('ours')} ms, plain pass ${first('pass')} ms (medians)`,
  );
}
