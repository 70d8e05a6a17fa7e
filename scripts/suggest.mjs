#!/usr/bin/env node
/**
 * Suggests influences for sentences with the extension's own code: one JSON line for each line of the file.
 *
 *   npm run -s suggest -- FILE.jsonl [--codebook ID_OR_FILE]... [--asked]
 *
 * A line in: `{ "text": ... }`. A line out: `{ "influences": [{ id, label, why }] }`, the best first, at most three.
 *     --codebook   a built-in codebook by its id, or a JSON file of one; several may be given. Default: the starter codebook
 *     --asked      as on request; without it only what is sure enough to be shown by itself
 */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleScript } from './bundle.mjs';
import { stopForUsage } from './usage.mjs';

const USAGE =
  'Usage: npm run -s suggest -- FILE.jsonl [--codebook ID_OR_FILE] [--asked]; a line of the file is {"text": ...}.';
const OPTIONS = {
  codebook: { type: 'string', multiple: true, default: ['psw-core'] },
  asked: { type: 'boolean', default: false },
};

/** The product's suggestions: `builtIn`, `codebookFrom` and `suggestions`. */
export async function loadSuggest(bundle = bundleScript) {
  new Function(await bundle('scripts/suggest-entry.ts', { minify: true }))();
  return globalThis.bearingSuggest;
}

/** @throws {Error} with a sentence, where a name is neither a built-in codebook nor a file of one */
async function codebookOf(suggest, name) {
  const shipped = await suggest.builtIn(name);
  if (shipped) return shipped;
  if (!existsSync(name)) throw new Error(`There is no codebook ${name}, and no file of that name.`);
  try {
    return suggest.codebookFrom(JSON.parse(readFileSync(name, 'utf8')));
  } catch (error) {
    throw new Error(`${name} is not a codebook: ${error.message}`);
  }
}

/** The texts of a file of JSON lines. @throws {Error} with a sentence, naming the line */
function textsOf(file) {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const lines = readFileSync(file, 'utf8').replace(/\s+$/, '').split(/\r?\n/);
  return lines.map((line, i) => {
    let text;
    try {
      text = JSON.parse(line).text;
    } catch {
      throw new Error(`Line ${i + 1} of ${file} is not JSON.`);
    }
    if (typeof text !== 'string') throw new Error(`Line ${i + 1} of ${file} has no text.`);
    return text;
  });
}

async function main(args) {
  stopForUsage(args, { usage: USAGE, options: Object.keys(OPTIONS).map((name) => `--${name}`) });
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
    if (positionals.length !== 1) throw new Error(`One file is needed. ${USAGE}`);
    const texts = textsOf(positionals[0]);
    const suggest = await loadSuggest();
    const codebooks = await Promise.all(values.codebook.map((name) => codebookOf(suggest, name)));
    for (const text of texts)
      console.log(
        JSON.stringify({ influences: suggest.suggestions(text, codebooks, values.asked) }),
      );
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await main(process.argv.slice(2));
