/**
 * What noticing a page costs, beside one plain TreeWalker pass over the text nodes of the same page in the same
 * run; and what it weighs. Over the corpus where it is present, else over our own small pages' worth: nothing.
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
  const alone = await bundlePageScript(path.join(root, 'lib/page/notice.ts'), true);
  const size = gzipSync(alone, { level: 9 }).length;
  console.log(`notice: ${(size / 1000).toFixed(1)} kB gzipped, minified, with everything it needs`);
  if (!existsSync(path.join(corpus, 'manifest.json'))) {
    console.log('notice: cost skipped, no corpus (set BEARING_CORPUS)');
    return { size };
  }
  const pages = JSON.parse(readFileSync(path.join(corpus, 'manifest.json'), 'utf8')).filter((one) =>
    one.file.endsWith('.html'),
  );
  const script = await bundlePageScript(path.join(root, 'tests/bench/notice-entry.ts'), true);
  const browser = await openBrowser();
  const rows = [];
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    for (const one of pages) {
      const html = decodePage(readFileSync(path.join(corpus, one.file)));
      const url = /^https?:\/\/\S+$/.test(one.url ?? '') ? one.url : 'https://unknown.invalid/page';
      const row = await withSavedPage(context, html, url, (page) =>
        page.evaluate(`${script};bearingBench()`),
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
    const ratios = some.map((row) => row.notice / Math.max(row.walk, 0.001));
    const costs = some.map((row) => row.notice);
    console.log(
      `notice on ${name} (${some.length}): median ${at(costs, 0.5).toFixed(2)} ms, p95 ${at(costs, 0.95).toFixed(2)} ms; ` +
        `against one plain pass: median ${at(ratios, 0.5).toFixed(2)}, p95 ${at(ratios, 0.95).toFixed(2)}`,
    );
  }
  return { size, rows };
}

if (process.argv[1] === import.meta.filename) {
  const { rows } = await benchNotice();
  if (process.argv.includes('--pages')) {
    for (const row of rows ?? [])
      console.log(
        row.file,
        row.walk.toFixed(3),
        row.notice.toFixed(3),
        (row.notice / row.walk).toFixed(2),
        row.negative ? 'negative' : '',
      );
  }
}
