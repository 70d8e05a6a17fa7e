/**
 * npm run bench: what Bearing costs, and what its readers get right, beside peers or a plain baseline in
 * the same run. `npm run bench -- notice anchor` runs some of it.
 *
 * `--base [COMMIT]` builds that commit aside and measures both, by turns in one run, and prints the ratio. Without
 * a name it is the commit before HEAD; for work that is not committed, the one where the branch left main.
 *
 * Installs what is missing; some benches need the corpus for the pages that they measure on, and report where it
 * is absent.
 */
import { ensureBrowser, ensureDeps } from '../../scripts/browser.mjs';

const BENCHES = [
  [
    'notice',
    'the notice script: size, and cost a page',
    async () => (await import('./notice.mjs')).benchNotice,
  ],
  [
    'rules',
    'what each rule of page reading is worth',
    async () => (await import('./rules.mjs')).benchRules,
  ],
  [
    'structure',
    'the full reading of a page',
    async () => (await import('./structure.mjs')).benchStructure,
  ],
  [
    'citelinks',
    'in-text citations linked to references',
    async () => (await import('./citelinks.mjs')).benchCitelinks,
  ],
  [
    'references',
    'printed references taken apart',
    async () => (await import('./references.mjs')).benchReferences,
  ],
  [
    'suggest',
    'influences suggested for sentences',
    async () => (await import('./suggest.mjs')).benchSuggest,
  ],
  [
    'anchor',
    'finding, painting and hitting 1,000 quotes',
    async () => (await import('./anchor.mjs')).benchAnchor,
  ],
  [
    'save',
    'one tag saved in a review of 4,600 tags',
    async () => (await import('./save.mjs')).benchSave,
  ],
  [
    'popup',
    'the popup over a review of 4,600 tags',
    async () => (await import('./popup.mjs')).benchPopup,
  ],
  [
    'panel',
    'a paper with 5,000 tags: painted, and listed in the side panel',
    async () => (await import('./panel.mjs')).benchPanel,
  ],
  [
    'map',
    'popup, map, tables, statements and papers over 1,000, 10,000 and 100,000 tags',
    async () => (await import('./map.mjs')).benchMap,
  ],
  [
    'statements',
    'the statements room over 400 and 10,000 statements',
    async () => (await import('./statements.mjs')).benchStatements,
  ],
  [
    'picker',
    'codebooks of 60 and 500 influences: searched while tagging, and edited',
    async () => (await import('./picker.mjs')).benchPicker,
  ],
  [
    'pdf',
    'PDFs in the reader, beside the viewer components of pdf.js alone',
    async () => (await import('./pdf.mjs')).benchPdf,
  ],
  ['restore', 'a backup of 5,000 tags', async () => (await import('./restore.mjs')).benchRestore],
  [
    'exchange',
    '10,000 tags on 1,000 papers into each format, and 10,000 references in',
    async () => (await import('./exchange.mjs')).benchExchange,
  ],
  [
    'tabs',
    'a save beside 20 other tabs, what those grow by, and what our scripts cost a page',
    async () => (await import('./tabs.mjs')).benchTabs,
  ],
];
const NAMES = BENCHES.map(([name]) => name);

/** @throws {Error} with a sentence for whoever called */
function parse(words) {
  const names = [];
  let base;
  for (let i = 0; i < words.length; i++) {
    if (words[i] === '--base') {
      const next = words[i + 1];
      // A bench's name after --base is a bench: no commit is called so by chance.
      const named = next !== undefined && !next.startsWith('-') && !NAMES.includes(next);
      base = { commit: named ? words[++i] : undefined };
    } else if (words[i].startsWith('--base=')) base = { commit: words[i].slice(7) };
    else if (NAMES.includes(words[i])) names.push(words[i]);
    else throw new Error(`No bench is called ${words[i]}. There are: ${NAMES.join(', ')}.`);
  }
  return { names: names.length ? names : NAMES, base };
}

/** What was asked for; a wrong word ends the run with a sentence. */
async function asked() {
  try {
    const { names, base } = parse(process.argv.slice(2));
    ensureDeps();
    const { baseCommit, nameOf } = await import('./sides.mjs');
    const sha = base && baseCommit(base.commit);
    if (sha) console.log(`Base: ${nameOf(sha)}`);
    return { names, sha };
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

const { names, sha } = await asked();
process.env.CHROMIUM_PATH = await ensureBrowser();
const { prepareSides } = await import('./sides.mjs');
const sides = await prepareSides(sha);
for (const [name, what, load] of BENCHES) {
  if (!names.includes(name)) continue;
  console.log(`\n${name}: ${what}`);
  const run = await load();
  const start = performance.now();
  try {
    await run(sides);
  } catch (error) {
    // One that fails, perhaps because the base has no such code, does not keep the others from running.
    console.error(error);
    process.exitCode = 1;
  }
  console.log(`${name}: ${((performance.now() - start) / 1_000).toFixed(0)} s`);
}
