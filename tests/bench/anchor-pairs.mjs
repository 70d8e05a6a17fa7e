/**
 * node tests/bench/anchor-pairs.mjs [--only TEXT] [--misses N]
 *
 * One paper, two representations: sentences described on the publisher's saved page and looked for in the paper's JATS
 * text as PubMed Central would show it, and the other way round (../shared/corpus or $BEARING_CORPUS). A sentence whose
 * letters and digits, citation markers left out, stand once in both must be found there; one whose letters are not
 * there must never be called exact or normalised.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleScript } from '../../scripts/bundle.mjs';
import { openBrowser, openSaved } from './anchor-quality.mjs';
import { corpusFolder, inCorpus } from './corpus.mjs';

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};

const short = (text) =>
  text === null
    ? 'null'
    : JSON.stringify(text.length > 400 ? `${text.slice(0, 300)} ... ${text.slice(-80)}` : text);

/** The files of two representations: a saved page and the JATS text of the same paper. */
function pairs(folder) {
  return readdirSync(path.join(folder, 'gold'))
    .filter((file) => file.endsWith('.jats.xml'))
    .map((file) => ({
      name: file.replace('.jats.xml', ''),
      html: path.join(folder, 'html', file.replace('.jats.xml', '.html')),
      jats: path.join(folder, 'gold', file),
    }))
    .filter(({ html }) => existsSync(html));
}

async function main() {
  if (!inCorpus('anchor-pairs', 'gold')) return;
  const folder = corpusFolder();
  const script = await bundleScript('tests/support/anchor-pairs-entry.ts');
  const browser = await openBrowser();
  const rows = {};
  let misses = Number(option('misses', 30));
  for (const { name, html, jats } of pairs(folder)) {
    if (!name.includes(option('only', ''))) continue;
    const saved = await openSaved(browser, readFileSync(html, 'utf8'), script);
    const plain = await openSaved(browser, '<body></body>', script);
    await plain.evaluate((xml) => window.anchorPairs.renderJats(xml), readFileSync(jats, 'utf8'));
    for (const [way, from, to] of [
      ['page to JATS', saved, plain],
      ['JATS to page', plain, saved],
    ]) {
      const list = await from.evaluate(() => window.anchorPairs.sentences());
      const answers = await to.evaluate((sentences) => window.anchorPairs.judge(sentences), list);
      const row = { same: 0, right: 0, otherWords: 0, silent: 0, changed: 0 };
      for (const one of answers) {
        const attached = one.outcome === 'exact' || one.outcome === 'normalised';
        let told = '';
        if (one.place === 'unique') {
          row.same += 1;
          if (one.right && attached) row.right += 1;
          else told = 'MISSED';
        } else if (one.place === 'none') {
          row.otherWords += 1;
          if (one.outcome === 'changed') row.changed += 1;
          if (attached) {
            row.silent += 1;
            told = 'SILENT';
          }
        }
        if (told && misses > 0) {
          misses -= 1;
          console.log(
            `${told} ${one.outcome} | ${name}, ${way}\n   quote ${short(one.quote)}\n   got   ${short(one.got)}\n   want  ${short(one.want)}\n   diff  ${JSON.stringify(one.diff)}`,
          );
        }
      }
      rows[`${name}, ${way}`] = row;
    }
    await saved.close();
    await plain.close();
  }
  await browser.close();
  console.table(rows);
}

await main();
