/**
 * The full read of article pages (sections, sentences, references, citations): against one plain TreeWalker pass
 * over the same page (page-cost.ts), and the longest task when the read is done in steps. Medians, in one Chromium.
 *
 * Two reads a page. "until tagging": what has to be read before the reader can tag: sections, sentences, references with
 * their text and labels, and which of them each marker cites. "with all fields": the same, and then every field (title,
 * authors, year, journal, volume, DOI ...) of every reference, which otherwise are read one by one as they are asked for.
 *
 * Three measures a read. "fresh": a document that no script has touched, read by code that has run before, as a
 * reader meets a page, which is read once. "warm": the same document again and
 * again. "first": the very first read in a new tab, with code that the browser has yet to compile; no task of it
 * may last longer than 50 ms.
 */
import { readFileSync } from 'node:fs';
import { decodePage, openBrowser, withSavedPage } from '../../scripts/inspect.mjs';
import { corpusPages } from './corpus.mjs';
import { byTurns, clock, Samples } from './samples.mjs';

/** How far a page is read, and what that is called. */
const NAMES = { taggable: 'until tagging', whole: 'with all fields' };
const READS = Object.keys(NAMES);

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
      for (const read of READS)
        samples.add(side, {
          [`${NAMES[read]}: fresh, ms`]: row.fresh[read].ours,
          [`${NAMES[read]}: warm, ms`]: row.warm[read].ours,
          [`${NAMES[read]}: first, ms`]: row.first[read].sum,
          [`${NAMES[read]}: first, longest task, ms`]: row.first[read].longest,
        });
      if (side.name !== 'now') return;
      rows.push({ file, ...row });
      tell(file, row);
    });
  } finally {
    await browser.close();
  }
  const most = (of) => Math.max(...rows.map(of));
  for (const read of READS) {
    const fresh = most(({ fresh: { [read]: r } }) => r.ours / r.pass);
    const texts = most(({ fresh: { [read]: r } }) => r.ours / r.texts);
    // On a machine that does other things too, the long run waits more often than the short pass.
    const best = most(({ fresh: { [read]: r } }) => r.best.ours / r.best.pass);
    const warm = most(({ warm: { [read]: r } }) => r.ours / r.pass);
    const longest = most(({ first }) => first[read].longest);
    console.log(
      `structure, the ${rows.length} largest pages, ${NAMES[read]}: fresh at most ${fresh.toFixed(1)} plain passes ` +
        `(best rounds ${best.toFixed(1)}; ${texts.toFixed(1)} over text nodes alone), warm at most ${warm.toFixed(1)}; longest task of a first read ${longest.toFixed(0)} ms`,
    );
  }
  samples.print();
  return rows;
}

function tell(file, { fresh, warm, first, later }) {
  const passes = ({ ours, pass, texts, best }) =>
    `${ours.toFixed(1)} ms = ${(ours / pass).toFixed(1)} plain passes of ${pass.toFixed(2)} ms ` +
    `(best rounds ${(best.ours / best.pass).toFixed(1)}; ${(ours / texts).toFixed(1)} passes over text nodes alone)`;
  console.log(`structure: ${file} ${first.sentences} sentences`);
  for (const read of READS)
    console.log(
      `  ${NAMES[read]}: fresh ${passes(fresh[read])}; warm ${passes(warm[read])}; first read ` +
        `${first[read].sum.toFixed(0)} ms in tasks of at most ${first[read].longest.toFixed(0)} ms, later ones at most ${later[read].longest.toFixed(0)} ms`,
    );
}
