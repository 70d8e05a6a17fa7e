/** Saved pages of real journals, which are not part of the project: a bench that needs them says when there are none. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/browser.mjs';

/** Where the pages are looked for. */
export const corpusFolder = () =>
  process.env.BEARING_CORPUS ?? path.resolve(root, '../shared/corpus');

/** A file or folder of the corpus; undefined, and a line for the reader, where it is absent. */
export function inCorpus(bench, part) {
  const place = path.join(corpusFolder(), part);
  if (existsSync(place)) return place;
  console.log(`${bench}: skipped, there is no corpus in ../shared/corpus nor in $BEARING_CORPUS`);
  return undefined;
}

/** The corpus's web pages: `{ file, url, kind, bytes }`, and `path` of the file. Undefined where it is absent. */
export function corpusPages(bench) {
  const manifest = inCorpus(bench, 'manifest.json');
  return (
    manifest &&
    JSON.parse(readFileSync(manifest, 'utf8'))
      .filter((one) => one.file.endsWith('.html'))
      .map((one) => ({
        ...one,
        path: path.join(corpusFolder(), one.file),
        url: /^https?:\/\/\S+$/.test(one.url ?? '') ? one.url : 'https://unknown.invalid/page',
      }))
  );
}

/** The same list in an order in which any beginning of it is a fair sample of the whole. */
export function spread(list) {
  const GOLDEN = (Math.sqrt(5) - 1) / 2;
  return list
    .map((one, i) => ({ one, at: (i * GOLDEN) % 1 }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
