#!/usr/bin/env node
/**
 * Prints a review's tables from a list of tags, through the extension's own importer, store and counting, as one JSON object:
 *
 *   npm run -s reprint -- FILE.tags.json
 *
 * `rows` has one entry for each influence, `rounds` one for each round of coding; scripts/reprint-entry.ts makes their fields.
 */
import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleScript } from './bundle.mjs';
import { stopForUsage } from './usage.mjs';

const USAGE = 'Usage: npm run -s reprint -- FILE.tags.json';

/** The product's own way from a list of tags to the numbers of its tables. */
export async function loadReprint(bundle = bundleScript) {
  new Function(await bundle('scripts/reprint-entry.ts', { minify: true }))();
  return globalThis.bearingReprint;
}

async function main(args) {
  stopForUsage(args, { usage: USAGE, options: [] });
  try {
    const [file, ...others] = args;
    if (!file || others.length) throw new Error(USAGE);
    if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
    const reprint = await loadReprint();
    const printed = await reprint(readFileSync(file, 'utf8'), path.basename(file));
    process.stdout.write(`${JSON.stringify(printed)}\n`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await main(process.argv.slice(2));
