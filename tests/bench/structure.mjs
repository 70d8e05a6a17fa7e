/**
 * The full read of article pages (sections, sentences, references, citations): against one plain TreeWalker pass
 * over the same page (page-cost.ts), and the longest task when the read is done in steps. Medians, in one Chromium.
 *
 * Three measures a page. "fresh": a document that no script has touched, read by code that has run before, as a
 * reader meets a page, which is read once. "warm": the same document again and
 * again. "first": the very first read in a new tab, with code that the browser has yet to compile; no task of it
 * may last longer than 50 ms.
 */
import { readFileSync } from 'node:fs';
import { decodePage, openBrowser, withSavedPage } from '../../scripts/inspect.mjs';
import { corpusPages } from './corpus.mjs';
import { byTurns, clock, Samples } from './samples.mjs';

/** How many of the largest pages are read. */
const PAGES = 8;

/** Prints the cost on the largest pages; @returns one row a page, the largest first */
export async function benchStructure(sides) {
  const pages = corpusPages('structure')
    ?.filter((one) => one.kind === 'article')
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, PAGES);
  if (!pages) return [];
  const scripts = new Map();
  for (const side of sides)
    scripts.set(side, await side.bundle('tests/bench/structure-entry.ts', { minify: true }));
  const samples = new Samples();
  const browser = await openBrowser();
  const rows = [];
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await byTurns(sides, pages.length, clock(), async (side, i) => {
      const { file, path, url } = pages[i];
      const html = decodePage(readFileSync(path));
      const row = await withSavedPage(context, html, url, (page) =>
        page.evaluate(`${scripts.get(side)};benchStructure(${JSON.stringify(html)})`),
      );
      samples.add(side, {
        'fresh, ms': row.fresh.ours,
        'warm, ms': row.warm.ours,
        'first, ms': row.first.sum,
        'first, longest task, ms': row.first.longest,
      });
      if (side.name !== 'now') return;
      rows.push({ file, ...row });
      tell(file, row);
    });
  } finally {
    await browser.close();
  }
  const most = (of) => Math.max(...rows.map(of));
  console.log(
    `structure, the ${rows.length} largest pages: fresh at most ${most((r) => r.fresh.ours / r.fresh.pass).toFixed(1)} plain passes (${most((r) => r.fresh.ours / r.fresh.texts).toFixed(1)} over text nodes alone), ` +
      `warm at most ${most((r) => r.warm.ours / r.warm.pass).toFixed(1)}; longest task of a first read ${most((r) => r.first.longest).toFixed(0)} ms`,
  );
  samples.print();
  return rows;
}

function tell(file, { fresh, warm, first, later }) {
  const passes = ({ ours, pass, texts, best }) =>
    `${ours.toFixed(1)} ms = ${(ours / pass).toFixed(1)} plain passes of ${pass.toFixed(2)} ms ` +
    `(best rounds ${(best.ours / best.pass).toFixed(1)}; ${(ours / texts).toFixed(1)} passes over text nodes alone)`;
  console.log(
    `structure: ${file} ${first.sentences} sentences: fresh ${passes(fresh)}; warm ${passes(warm)}; ` +
      `first read ${first.sum.toFixed(0)} ms in tasks of at most ${first.longest.toFixed(0)} ms, later ones at most ${later.longest.toFixed(0)} ms`,
  );
}
