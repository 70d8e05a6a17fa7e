/**
 * The full read of article pages (sections, sentences, references, citations): against one plain TreeWalker pass
 * over the same page (page-cost.ts), and the longest task when the read is done in steps. Medians, in one Chromium.
 *
 * Three measures a page. "fresh": a document that no script has touched, read by code that has run before, as a
 * reader meets a page, which is read once. "warm": the same document again and
 * again. "first": the very first read in a new tab, with code that the browser has yet to compile; no task of it
 * may last longer than 50 ms.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  bundlePageScript,
  decodePage,
  openBrowser,
  withSavedPage,
} from '../../scripts/inspect.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const corpus = process.env.BEARING_CORPUS ?? path.resolve(root, '../shared/corpus');

/** Prints the cost on the largest pages; @returns one row a page, the largest first */
export async function benchStructure(count = 8) {
  if (!existsSync(path.join(corpus, 'manifest.json'))) {
    console.log('structure: skipped, no corpus (set BEARING_CORPUS)');
    return [];
  }
  const pages = JSON.parse(readFileSync(path.join(corpus, 'manifest.json'), 'utf8'))
    .filter((one) => one.kind === 'article' && one.file.endsWith('.html'))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, count);
  const script = await bundlePageScript(path.join(root, 'tests/bench/structure-entry.ts'), true);
  const browser = await openBrowser();
  const rows = [];
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    for (const one of pages) {
      const html = decodePage(readFileSync(path.join(corpus, one.file)));
      const url = /^https?:\/\/\S+$/.test(one.url ?? '') ? one.url : 'https://unknown.invalid/page';
      const row = await withSavedPage(context, html, url, (page) =>
        page.evaluate(`${script};benchStructure(${JSON.stringify(html)})`),
      );
      rows.push({ file: one.file, ...row });
      const passes = ({ ours, pass, texts, best }) =>
        `${ours.toFixed(1)} ms = ${(ours / pass).toFixed(1)} plain passes of ${pass.toFixed(2)} ms ` +
        `(best rounds ${(best.ours / best.pass).toFixed(1)}; ${(ours / texts).toFixed(1)} passes over text nodes alone)`;
      console.log(
        `structure: ${one.file} ${row.first.sentences} sentences: fresh ${passes(row.fresh)}; warm ${passes(row.warm)}; ` +
          `first read ${row.first.sum.toFixed(0)} ms in tasks of at most ${row.first.longest.toFixed(0)} ms, later ones at most ${row.later.longest.toFixed(0)} ms`,
      );
    }
  } finally {
    await browser.close();
  }
  const most = (of) => Math.max(...rows.map(of));
  console.log(
    `structure, the ${rows.length} largest pages: fresh at most ${most((r) => r.fresh.ours / r.fresh.pass).toFixed(1)} plain passes (${most((r) => r.fresh.ours / r.fresh.texts).toFixed(1)} over text nodes alone), ` +
      `warm at most ${most((r) => r.warm.ours / r.warm.pass).toFixed(1)}; longest task of a first read ${most((r) => r.first.longest).toFixed(0)} ms`,
  );
  return rows;
}

if (process.argv[1] === import.meta.filename) await benchStructure(Number(process.argv[2] ?? 8));
