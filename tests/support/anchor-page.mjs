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
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

/** Bundles one entry of tests/ into a classic script. */
export async function bundle(entry, name = 'bearingAnchorScript') {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: path.resolve(root, entry), formats: ['iife'], name },
    },
  });
  const outputs = [result].flat().flatMap((one) => one.output);
  const chunk = outputs.find((one) => one.type === 'chunk');
  if (!chunk) throw new Error(`nothing was built from ${entry}`);
  return chunk.code;
}

export const anchorScript = () => bundle('tests/support/anchor-entry.ts');

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
