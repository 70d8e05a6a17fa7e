/** The glance that every page gets: what its script weighs as shipped, and that it misses no page of the corpus. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { PageReport } from '../../lib/model';
import { bundleScript } from '../../scripts/bundle.mjs';
import { decodePage } from '../../scripts/inspect.mjs';
import { corpusEntries, corpusFolder, NO_CORPUS } from '../support/corpus';
import { BUILT, expect, test } from '../support/extension';
import { stripMetadata } from '../support/strip-metadata.mjs';

/** What is more than this is for the reader, which comes where there may be a paper. */
const MOST_BYTES = 16_000;

test('the notice script, as built, weighs at most 16 kB gzipped', () => {
  const script = readFileSync(path.join(BUILT, 'notice.js'));
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(MOST_BYTES);
});

declare const bearingGlance: (
  html: string,
  url: string,
) => { glance: PageReport | null; read: PageReport };

const NOWHERE = 'https://unknown.invalid/page';

test('what the glance leaves of the corpus, intact and stripped, is nothing to the reader either', async ({
  bearing,
}) => {
  const folder = corpusFolder();
  test.skip(!folder, NO_CORPUS);
  test.setTimeout(300_000);
  const entries = ['article', 'citation-list', 'negative'].flatMap(corpusEntries);
  const page = await bearing.context.newPage();
  await page.evaluate(await bundleScript('tests/support/glance-entry.ts'));
  let read = 0;
  for (const { file, url } of entries.filter((entry) => entry.file.endsWith('.html'))) {
    const html = decodePage(readFileSync(path.join(folder ?? '', file)));
    for (const text of [html, stripMetadata(html)]) {
      const found = await page.evaluate(([source, address]) => bearingGlance(source, address), [
        text,
        url ?? NOWHERE,
      ] as const);
      if (found.glance) expect.soft(found.glance, file).toEqual(found.read);
      else read += 1;
    }
  }
  expect(read).toBeGreaterThan(0);
});
