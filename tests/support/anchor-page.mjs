/**
 * node tests/support/anchor-page.mjs OUT.js
 *
 * Writes a self-contained page script that sets `window.bearingAnchor`:
 *   describe(range)          -> the stored selectors, plain JSON
 *   locate([selectors, ...]) -> [{ outcome, text, start, end, flags }, ...] in the same order; start and end are
 *                               offsets in document.body.textContent, null where there is no place
 */
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleScript } from '../../scripts/bundle.mjs';

export const anchorScript = () => bundleScript('tests/support/anchor-entry.ts');

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const out = process.argv[2];
  if (!out) {
    console.error('usage: node tests/support/anchor-page.mjs OUT.js');
    process.exit(2);
  }
  mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
  writeFileSync(out, await anchorScript());
  console.log(`wrote ${out}`);
}
