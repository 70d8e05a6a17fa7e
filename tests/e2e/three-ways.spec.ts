/**
 * Statements of thirty saved articles, chosen by key, by click and by selection: their text is the same, and is what
 * is saved, looked for, painted and found again.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { bundleScript } from '../../scripts/bundle.mjs';
import { decodePage } from '../../scripts/inspect.mjs';
import { openBrowser, openSaved } from '../bench/anchor-quality.mjs';
import { corpusEntries, corpusFolder, NO_CORPUS } from '../support/corpus';
import type { Compared } from '../support/three-ways';

const ARTICLES = 30;
const SENTENCES = 20;
/** Browsers that share the articles, so that none is at work when all others have ended. */
const PARTS = 2;
/** A page with few sentences, or with much that hangs over them, still gives some: two thirds of what all would give. */
const FEWEST = ((ARTICLES / PARTS) * SENTENCES * 2) / 3;

declare global {
  function bearingWays(options: { count: number; seed: number }): Promise<Compared[]>;
}

/** Articles spread over the manifest, so that all publishers are among them: every other one for each of two parts. */
function articles(part: number) {
  const all = corpusEntries('article').filter((one) => one.page_scope_guess === 'full text');
  return Array.from({ length: ARTICLES }, (_, i) => all[Math.floor((i * all.length) / ARTICLES)])
    .filter((one) => one !== undefined)
    .filter((_, i) => i % PARTS === part);
}

/** In which ways a statement's texts differ from that of its sentence. */
function differences({ sentence, ways }: Compared): string[] {
  const wrong: string[] = [];
  for (const [way, texts] of Object.entries(ways)) {
    // What lies under a link or a banner cannot be clicked.
    if (!texts && way === 'click') continue;
    if (texts?.quote !== sentence) wrong.push(`${way}: ${texts?.quote}`);
    if (texts?.anchored !== sentence) wrong.push(`${way}, anchored: ${texts?.anchored}`);
    if (texts?.painted !== ways.key?.painted) wrong.push(`${way}, painted: ${texts?.painted}`);
    if (texts?.found !== texts?.painted) wrong.push(`${way}, found: ${texts?.found}`);
  }
  return wrong;
}

for (let part = 0; part < PARTS; part += 1)
  test(`a statement has one text, however it was chosen, on fifteen articles: part ${part + 1}`, async () => {
    if (!corpusFolder()) console.log(NO_CORPUS);
    test.skip(!corpusFolder(), NO_CORPUS);
    test.setTimeout(300_000);
    const script = await bundleScript('tests/support/three-ways-entry.ts');
    const browser = await openBrowser();
    // One window for all, which the first page keeps open: each new one costs a third of what its article does.
    const inWindow = await browser.newContext();
    await inWindow.newPage();
    const unequal: unknown[] = [];
    let compared = 0;
    let clicked = 0;
    for (const { file } of articles(part)) {
      const html = decodePage(readFileSync(path.join(corpusFolder() ?? '', file)));
      const page = await openSaved(inWindow, html, script);
      const statements = await page.evaluate((options) => bearingWays(options), {
        count: SENTENCES,
        seed: 7,
      });
      compared += statements.length;
      for (const one of statements) {
        if (one.ways.click) clicked += 1;
        const wrong = differences(one);
        if (wrong.length) unequal.push({ file, sentence: one.sentence, wrong });
      }
      await page.close();
    }
    await browser.close();
    console.log(
      `${compared} statements compared, ${clicked} of them clicked, ${unequal.length} unequal`,
    );
    expect(unequal).toEqual([]);
    expect(compared).toBeGreaterThan(FEWEST);
    expect(clicked).toBeGreaterThan(FEWEST);
  });
