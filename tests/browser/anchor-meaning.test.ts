/**
 * A property: whatever is done to what a sentence says, its tag never stays silently attached. Seeded, so
 * that a failing case comes back.
 */
import { afterEach, expect, test } from 'vitest';
import { describe, locate } from '../../lib/anchor';
import { PAGES, show } from '../fixtures/anchor/pages';
import { MEANING_EDITS, type MeaningEdit } from '../support/anchor-meaning';
import { proseBlocks, type QuoteKind, quoteIn, rangeIn } from '../support/anchor-quotes';
import { pick, seeded } from '../support/random';

const ROUNDS = 30;
const KINDS: readonly QuoteKind[] = [
  'sentence',
  'sentence',
  'clause',
  'half sentence',
  'paragraph',
];

afterEach(() => document.body.replaceChildren());

/**
 * Makes a stretch of the block's text into other words, leaving the markup around them; false within a
 * citation.
 */
function replaceIn(
  block: HTMLElement,
  start: number,
  end: number,
  words: string,
  within: MeaningEdit['within'],
): boolean {
  // An insertion goes where the character before it stands.
  const range = end > start ? rangeIn(block, start, end) : rangeIn(block, start - 1, start);
  if (!range) return false;
  // A stop or a blank next to a citation marker changes nothing.
  const wider = rangeIn(block, start - 1, Math.min(end + 1, block.textContent?.length ?? end));
  const cites = [...block.querySelectorAll('a[href^="#ref"]')];
  if (cites.some((link) => wider?.intersectsNode(link))) return false;
  if (end > start) range.deleteContents();
  else range.collapse(false);
  const { startContainer: node, startOffset: offset } = range;
  if (within) {
    const element = document.createElement(within[0]);
    element.className = within[1];
    element.textContent = words;
    range.insertNode(element);
  } else if (node.nodeType === 3) (node as Text).insertData(offset, words);
  else range.insertNode(document.createTextNode(words));
  return true;
}

for (const edit of MEANING_EDITS) {
  test(`${edit.name}: never silently attached`, () => {
    const silent: string[] = [];
    let cases = 0;
    PAGES.forEach((page, p) => {
      const random = seeded(31 * p + edit.name.length * 1_009 + 5);
      show(page);
      const blocks = proseBlocks(document);
      for (let i = 0; i < ROUNDS; i += 1) {
        const block = pick(random, blocks);
        const text = block.textContent ?? '';
        const span = quoteIn(text, pick(random, KINDS), random);
        const range = span && rangeIn(block, span.start, span.end);
        if (!span || !range || span.end - span.start > 3_000) continue;
        const selectors = describe(range);
        const quote = text.slice(span.start, span.end);
        const next = edit.change(quote, random);
        if (next === null) continue;
        let same = 0;
        while (quote[same] === next[same] && same < Math.min(quote.length, next.length)) same += 1;
        let tail = 0;
        const most = Math.min(quote.length, next.length) - same;
        while (tail < most && quote[quote.length - 1 - tail] === next[next.length - 1 - tail])
          tail += 1;
        const clone = block.cloneNode(true) as HTMLElement;
        const words = next.slice(same, next.length - tail);
        const from = span.start + same;
        // Words put in front of the quote or after it leave it as it is; letters glued to it do not.
        if (
          (same === quote.length && /^\s/.test(words)) ||
          (tail === quote.length && /\s$/.test(words))
        )
          continue;
        if (from === 0 || !replaceIn(clone, from, span.end - tail, words, edit.within)) continue;
        block.replaceWith(clone);
        const [found] = locate([JSON.parse(JSON.stringify(selectors))]);
        cases += 1;
        // A copy elsewhere on the page, in the words of the quote, may be found instead.
        const attached = found?.outcome === 'exact' || found?.outcome === 'normalised';
        if (attached && clone.contains(found?.range?.startContainer ?? null))
          silent.push(`${page.name}: ${quote} -> ${found?.text}`);
        clone.replaceWith(block);
      }
    });
    expect(silent).toEqual([]);
    expect(cases).toBeGreaterThanOrEqual(edit.least ?? 30);
  });
}
