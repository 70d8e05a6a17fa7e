/**
 * One statement chosen in three ways: as the next sentence (key), by a click on its text, and by a selection from
 * its first to its last visible letter, or a little beyond. Runs in a page that is shown.
 */
import { htmlPage } from '../../entrypoints/tagging.content/source/html';
import {
  PageText,
  type Passage,
  selectedPassage,
} from '../../entrypoints/tagging.content/source/page-text';
import { describe, locate } from '../../lib/anchor';
import type { Sentence } from '../../lib/page/types';
import { seeded } from './random';

/** The three ways, and a selection that begins and ends in the white space around the sentence. */
export const WAYS = ['key', 'click', 'selection', 'sloppy'] as const;
export type Way = (typeof WAYS)[number];

/** The texts of one statement, chosen in one way. */
export interface Texts {
  /** What is saved and exported. */
  quote: string;
  /** What is looked for next time. */
  anchored: string;
  /** What is under the highlight, by the letters that have a place on the screen. */
  painted: string;
  /** What is found again on the same page. */
  found: string;
}

export interface Compared {
  sentence: string;
  /** Null where the page could not be clicked or selected there. */
  ways: Record<Way, Texts | null>;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Has a letter a place on the screen? Found without Bearing's own reader, so that it cannot agree with itself. */
function hasPlace(node: Text, at: number): boolean {
  if (/\s/.test(node.data[at] ?? ' ')) return false;
  if (!node.parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    return false;
  const letter = document.createRange();
  letter.setStart(node, at);
  letter.setEnd(node, at + 1);
  const { width, height, right, bottom } = letter.getBoundingClientRect();
  return width > 0 && height > 1 && right > 0 && bottom + scrollY > 0 && !isClipped(node);
}

/** Text for screen readers is cut to a pixel. */
function isClipped(node: Node): boolean {
  for (let at = node.parentElement; at && at !== document.body; at = at.parentElement) {
    const { position, overflow, clip, clipPath } = getComputedStyle(at);
    if (position !== 'absolute' && position !== 'fixed') continue;
    const { width, height } = at.getBoundingClientRect();
    if (overflow === 'hidden' && width <= 1.5 && height <= 1.5) return true;
    if (/rect\((?:0|1)px/.test(clip) || /inset\((?:50|100)%/.test(clipPath)) return true;
  }
  return false;
}

type Point = [Node, number];

/** First and last visible letter of a range; null where nothing of it is visible. */
function visibleEnds(range: Range): { first: Point; last: Point } | null {
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let first: Point | null = null;
  let last: Point | null = null;
  const within: [node: Text, from: number, to: number][] = [];
  for (
    let node = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode();
    node;
    node = walker.nextNode()
  ) {
    if (!range.intersectsNode(node)) continue;
    const text = node as Text;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : text.length;
    within.push([text, from, to]);
  }
  // From both ends: whether a letter has a place is a matter of layout, and what is between is not asked for.
  for (const [text, from, to] of within) {
    for (let at = from; at < to && !first; at += 1) if (hasPlace(text, at)) first = [text, at];
    if (first) break;
  }
  for (const [text, from, to] of within.reverse()) {
    for (let at = to - 1; at >= from && !last; at -= 1)
      if (hasPlace(text, at)) last = [text, at + 1];
    if (last) break;
  }
  // A formula that is drawn has no letters.
  if (range.startContainer.nodeType === Node.ELEMENT_NODE)
    first = [range.startContainer, range.startOffset];
  if (range.endContainer.nodeType === Node.ELEMENT_NODE)
    last = [range.endContainer, range.endOffset];
  return first && last ? { first, last } : null;
}

function select(start: Point, end: Point): Passage | null {
  const selection = document.getSelection() as Selection;
  selection.setBaseAndExtent(...start, ...end);
  const passage = selectedPassage(document);
  selection.removeAllRanges();
  return passage;
}

/** As a hand does it that begins before the first letter and ends behind the blank that follows. */
function sloppy([first, start]: Point, [last, end]: Point): [Point, Point] {
  const blank = (node: Node, at: number) => /\s/.test(node.nodeValue?.[at] ?? '.');
  let from = start;
  while (blank(first, from - 1)) from -= 1;
  let to = end;
  while (blank(last, to)) to += 1;
  return [
    [first, from],
    [last, to],
  ];
}

/** Chooses the sentence by a click on some letter of it. */
function click(text: PageText, range: Range): Passage | null {
  const element = range.startContainer.parentElement;
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  for (const rect of [...range.getClientRects()].sort((a, b) => b.width - a.width).slice(0, 8)) {
    for (const share of [0.5, 0.25, 0.75]) {
      const [x, y] = [rect.left + rect.width * share, rect.top + rect.height / 2];
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight || rect.width < 4) continue;
      const passage = text.sentenceAt(x, y, document);
      // The click is on the sentence only where its own letters are on top.
      if (passage && overlaps(passage.range, range)) return passage;
    }
  }
  return null;
}

const overlaps = (a: Range, b: Range): boolean =>
  a.compareBoundaryPoints(Range.END_TO_START, b) < 0 &&
  a.compareBoundaryPoints(Range.START_TO_END, b) > 0;

/** The texts that a passage gives. `paint` are the ranges that the painter would draw. */
export function textsOf(passage: Passage, paint: (range: Range) => Range[]): Texts {
  const selectors = describe(passage.range);
  const [found] = locate([selectors]);
  return {
    quote: passage.quote,
    anchored: selectors.quote.exact,
    painted: paint(passage.range).map(lettersOf).join(''),
    found:
      found?.range && found.outcome === 'exact' ? paint(found.range).map(lettersOf).join('') : '',
  };
}

/** The letters of a range, white space left out. */
const lettersOf = (range: Range): string => range.toString().replace(/\s+/g, '');

/** Chooses up to `count` sentences of the page, drawn with `seed`, in every way. */
export async function compareWays(
  { count, seed }: { count: number; seed: number },
  paint: (range: Range) => Range[],
): Promise<Compared[]> {
  const text = new PageText(
    htmlPage(document, new AbortController().signal),
    new AbortController().signal,
    () => [],
  );
  await text.ready();
  const citing = text.sentences.filter(({ citations }) => citations.length > 0);
  const sentences: readonly Sentence[] = citing.length ? citing : text.sentences;
  const next = seeded(seed);
  const order = sentences.map((_, i) => ({ i, at: next() })).sort((a, b) => a.at - b.at);
  const compared: Compared[] = [];
  for (const { i } of order) {
    if (compared.length >= count) break;
    const sentence = sentences[i] as Sentence;
    const range = sentence.range();
    const ends = visibleEnds(range);
    if (!ends) continue;
    const before = sentences[i - 1]?.range() ?? upTo(range);
    const key = text.neighbour(before, 1);
    const clicked = click(text, range);
    const selected = select(ends.first, ends.last);
    const roughly = select(...sloppy(ends.first, ends.last));
    const texts = (passage: Passage | null) => passage && textsOf(passage, paint);
    compared.push({
      sentence: flat(sentence.text),
      ways: {
        key: texts(key),
        click: texts(clicked),
        selection: texts(selected),
        sloppy: texts(roughly),
      },
    });
  }
  return compared;
}

function upTo(range: Range): Range {
  const before = document.createRange();
  before.setStart(document.body, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return before;
}
