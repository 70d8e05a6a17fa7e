/**
 * node tests/bench/anchor-scenes.mjs [--all] [--kinds]
 *
 * Plays the labelled scenes of `tests/support/anchor-scenes.ts` and counts the right answers of each kind; with
 * --all lists every wrong one, with --kinds counts by what was done to the page.
 */
import { bundleScript } from '../../scripts/bundle.mjs';
import { openBrowser, openSaved } from './anchor-quality.mjs';

const script = await bundleScript('tests/support/anchor-scenes-entry.ts');
const browser = await openBrowser();
const page = await openSaved(browser, '<body></body>', script);
const played = await page.evaluate(() => window.playAnchorScenes());
await browser.close();
const rows = {};
for (const { scene, right, grave, got } of played) {
  const kind = process.argv.includes('--kinds') && scene.kind ? `: ${scene.kind}` : '';
  rows[scene.group + kind] ??= { cases: 0, right: 0, grave: 0 };
  const row = rows[scene.group + kind];
  row.cases += 1;
  row.right += right ? 1 : 0;
  row.grave += grave ? 1 : 0;
  if (!right && (grave || process.argv.includes('--all')))
    console.log(`${grave ? 'GRAVE ' : ''}${scene.group} | ${scene.name} | ${got.slice(0, 160)}`);
}
console.table(rows);
