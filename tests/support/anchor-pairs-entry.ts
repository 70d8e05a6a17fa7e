/**
 * Page script of the bench over two representations of one paper: what both say in the same letters and digits,
 * where it stands in each, and our anchoring. It knows nothing of how anchoring folds or reads a page.
 */
import { describe, locate } from '../../lib/anchor';
import type { Selectors } from '../../lib/model';
import { renderJats } from './jats-page';
import { lettersOf, lower } from './letters';

function rangeAt(start: number, end: number): Range {
  const walker = document.createTreeWalker(document.body, 4);
  const range = document.createRange();
  let at = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const next = at + node.data.length;
    if (start >= at && start < next) range.setStart(node, start - at);
    if (end > at && end <= next) {
      range.setEnd(node, end - at);
      break;
    }
    at = next;
  }
  return range;
}

interface Sentence {
  key: string;
  /** The same with its citation markers. */
  full: string;
  selectors: Selectors;
}

/** Sentences of the page's paragraphs that stand there once, described. */
function sentences(): Sentence[] {
  const whole = lettersOf(document.body);
  const all = lettersOf(document.body, true);
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const found: Sentence[] = [];
  const text = document.body.textContent ?? '';
  const seen = new Set<string>();
  const blocks = [...document.querySelectorAll<HTMLElement>('p, .textLayer')];
  for (const block of blocks) {
    if (block.closest('nav,header,footer,aside,form,ol,[class*="bib" i],[class*="ref" i]'))
      continue;
    const before = document.createRange();
    before.setStart(document.body, 0);
    before.setEndBefore(block);
    const base = before.toString().length;
    const length = (block.textContent ?? '').length;
    const shown = text.slice(base, base + length).replace(/\s/g, ' ');
    for (const { segment, index } of segmenter.segment(shown)) {
      const lead = segment.length - segment.trimStart().length;
      const start = base + index + lead;
      const end = base + index + segment.trimEnd().length;
      if (end - start < 40 || end - start > 1_200) continue;
      const own = { from: lower(whole.map, start), to: lower(whole.map, end) };
      const key = whole.key.slice(own.from, own.to);
      if (key.length < 30 || seen.has(key)) continue;
      seen.add(key);
      const first = whole.key.indexOf(key);
      if (first !== own.from || whole.key.indexOf(key, first + 1) >= 0) continue;
      const full = all.key.slice(lower(all.map, start), lower(all.map, end));
      found.push({ key, full, selectors: describe(rangeAt(start, end)) });
    }
  }
  return found;
}

/** `place`: unique, many or none of the key's places here; `right`: the answer covers the same letters. */
function judge(list: readonly Sentence[]) {
  const whole = lettersOf(document.body);
  const all = lettersOf(document.body, true);
  const answers = locate(list.map((one) => one.selectors));
  return list.map(({ key, full, selectors }, i) => {
    const got = answers[i];
    const at = whole.key.indexOf(key);
    const many = at >= 0 && whole.key.indexOf(key, at + 1) >= 0;
    const text = document.body.textContent ?? '';
    const want =
      at < 0 ? null : [whole.map[at] as number, (whole.map[at + key.length - 1] as number) + 1];
    const same =
      want !== null &&
      got !== undefined &&
      got.start !== null &&
      got.end !== null &&
      // Where only one of the two knows a marker for one, the stretches may differ by it.
      Math.min(lower(whole.map, got.end), at + key.length) -
        Math.max(lower(whole.map, got.start), at) >
        key.length * 0.6 &&
      got.end - got.start < (key.length + full.length) * 1.2 + 200;
    return {
      place: at < 0 ? (all.key.includes(full) ? 'marked' : 'none') : many ? 'many' : 'unique',
      outcome: got?.outcome ?? 'lost',
      right: same,
      quote: selectors.quote.exact,
      got: got?.text ?? null,
      diff: got?.diff.filter((part) => part.op !== 'same') ?? [],
      want: want ? text.slice(want[0], want[1]) : null,
    };
  });
}

declare global {
  interface Window {
    anchorPairs?: {
      sentences: typeof sentences;
      judge: typeof judge;
      renderJats: (xml: string) => void;
    };
  }
}

window.anchorPairs = { sentences, judge, renderJats };
