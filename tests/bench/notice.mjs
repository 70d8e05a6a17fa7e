/**
 * What noticing a page costs, beside one plain TreeWalker pass over the same page in the same run
 * (page-cost.ts; over its text nodes alone in brackets); and what it weighs. Over the corpus where it is present, else over our own small pages' worth: nothing.
 *
 * Three measures a page. "fresh": a document that no script has touched, read by code that has run before, as a
 * reader meets a page, which is read once. "warm": the same document again and again.
 * "first": the very first call in a new tab, with code that the browser has yet to compile.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  bundlePageScript,
  decodePage,
  openBrowser,
  withSavedPage,
} from '../../scripts/inspect.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const corpus = process.env.BEARING_CORPUS ?? path.resolve(root, '../shared/corpus');

const at = (values, share) =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;

/** Prints size and cost; @returns the numbers */
export async function benchNotice() {
  const size = {};
  const built = path.join(root, '.output/chrome-mv3/notice.js');
  if (existsSync(built))
    console.log(
      `notice: the script that every page gets is ${(gzipSync(readFileSync(built), { level: 9 }).length / 1000).toFixed(1)} kB gzipped, as built`,
    );
  for (const [name, entry] of [
    ['told (the notice script)', 'lib/page/told.ts'],
    ['whole (with the visible page)', 'lib/page/notice.ts'],
  ]) {
    const code = await bundlePageScript(path.join(root, entry), true);
    size[name] = gzipSync(code, { level: 9 }).length;
    console.log(
      `notice ${name}: ${(size[name] / 1000).toFixed(1)} kB gzipped, minified, with everything it needs`,
    );
  }
  if (!existsSync(path.join(corpus, 'manifest.json'))) {
    console.log('notice: cost skipped, no corpus (set BEARING_CORPUS)');
    return { size, rows: [] };
  }
  const pages = JSON.parse(readFileSync(path.join(corpus, 'manifest.json'), 'utf8')).filter((one) =>
    one.file.endsWith('.html'),
  );
  const script = await bundlePageScript(path.join(root, 'tests/bench/notice-entry.ts'), true);
  const browser = await openBrowser();
  const rows = [];
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    for (const [index, one] of pages.entries()) {
      const html = decodePage(readFileSync(path.join(corpus, one.file)));
      const url = /^https?:\/\/\S+$/.test(one.url ?? '') ? one.url : 'https://unknown.invalid/page';
      const row = await withSavedPage(context, html, url, (page) =>
        page.evaluate(`${script};bearingBench(${JSON.stringify(html)},${index % 2 === 0})`),
      );
      rows.push({ file: one.file, negative: one.kind === 'negative', ...row });
    }
  } finally {
    await browser.close();
  }
  for (const [name, some] of [
    ['all pages', rows],
    ['papers and lists', rows.filter((row) => !row.negative)],
    ['other pages', rows.filter((row) => row.negative)],
  ]) {
    const say = (what, of) => {
      const ratios = some.map((row) => row[of].ours / row[of].pass);
      const costs = some.map((row) => row[of].ours);
      const texts = some.map((row) => row[of].ours / row[of].texts);
      return `${what} median ${at(costs, 0.5).toFixed(3)} ms, p95 ${at(costs, 0.95).toFixed(2)} ms = ${at(ratios, 0.5).toFixed(2)} and ${at(ratios, 0.95).toFixed(2)} plain passes (${at(texts, 0.5).toFixed(2)} over text nodes alone)`;
    };
    const plain = (of) =>
      at(
        some.map((row) => row[of].pass),
        0.5,
      ).toFixed(3);
    const first = (of) =>
      at(
        some.map((row) => row.first[of]),
        0.5,
      ).toFixed(1);
    console.log(
      `notice on ${name} (${some.length}; a plain pass is ${plain('fresh')} ms fresh, ${plain('warm')} ms warm):\n` +
        `  ${say('fresh: told', 'fresh')}\n` +
        `  ${say('warm: told', 'warm')}; ${say('whole', 'whole')}; ${some.filter((row) => row.more).length} ask for a look\n` +
        `  first call: told ${first('told')} ms, plain pass ${first('pass')} ms (medians)`,
    );
  }
  return { size, rows };
}

if (process.argv[1] === import.meta.filename) {
  const { rows } = await benchNotice();
  if (process.argv.includes('--pages')) {
    for (const row of rows) {
      const numbers = [row.fresh, row.warm, row.whole].flatMap(({ ours, pass }) => [
        ours,
        ours / pass,
      ]);
      console.log(
        row.file,
        ...numbers.map((one) => one.toFixed(3)),
        row.more ? 'look' : '',
        row.negative ? 'negative' : '',
      );
    }
  }
}
