/**
 * The full read of article pages (sections, sentences, references, citations): against one plain TreeWalker pass
 * over the same page's text, and the longest task when the read is done in steps. Medians, in one Chromium.
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
        page.evaluate(`${script};benchStructure()`),
      );
      rows.push({ file: one.file, ...row });
      console.log(
        `structure: ${one.file} ${row.sentences} sentences: read ${row.read.toFixed(1)} ms = ` +
          `${(row.read / Math.max(row.plain, 0.01)).toFixed(0)} plain passes of ${row.plain.toFixed(2)} ms; ` +
          `first read ${row.cold.toFixed(0)} ms; longest task in steps ${row.longest.toFixed(0)} ms`,
      );
    }
  } finally {
    await browser.close();
  }
  return rows;
}

if (process.argv[1] === import.meta.filename) await benchStructure(Number(process.argv[2] ?? 8));
