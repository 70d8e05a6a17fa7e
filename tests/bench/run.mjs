/**
 * npm run bench: what Bearing costs, and what its readers get right, beside peers or a plain baseline in
 * the same run. `npm run bench -- notice anchor` runs some of it. Installs what is missing; needs the
 * corpus for the pages that it measures on, and says so where it is absent.
 */
import { ensureBrowser, ensureDeps } from '../../scripts/browser.mjs';

const BENCHES = [
  [
    'notice',
    'the notice script: size, and cost a page',
    async () => (await import('./notice.mjs')).benchNotice(),
  ],
  [
    'structure',
    'the full reading of a page',
    async () => (await import('./structure.mjs')).benchStructure(),
  ],
  [
    'citelinks',
    'in-text citations linked to references',
    async () => (await import('./citelinks.mjs')).benchCitelinks(),
  ],
  [
    'anchor',
    'finding, painting and hitting 1,000 quotes',
    async () => (await import('./anchor.mjs')).benchAnchor(),
  ],
  [
    'panel',
    'a paper with 5,000 tags: restored, painted, and listed in the side panel',
    async () => (await import('./panel.mjs')).benchPanel(),
  ],
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHES.some(([known]) => known === name));
if (unknown.length) {
  console.error(
    `No bench is called ${unknown.join(', ')}. There are: ${BENCHES.map(([n]) => n).join(', ')}.`,
  );
  process.exit(2);
}
ensureDeps();
process.env.CHROMIUM_PATH = await ensureBrowser();
for (const [name, what, run] of BENCHES) {
  if (wanted.length && !wanted.includes(name)) continue;
  console.log(`\n${name}: ${what}`);
  await run();
}
