/** Passages for the anchoring cases: blocks of prose on a page, and quotes of every kind taken from them. */
import { pick, type Random } from './random';

export const INLINE = new Set(
  'A ABBR B BDI BDO BIG CITE CODE EM FONT I KBD LABEL MARK Q S SMALL SPAN STRONG SUB SUP U VAR WBR BR IMG'.split(
    ' ',
  ),
);

/** Blocks of prose: elements that hold text and inline elements only. */
export function proseBlocks(doc: Document): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const element of doc.body.querySelectorAll<HTMLElement>(
    'p,li,dd,blockquote,div,td,figcaption',
  )) {
    if (
      (element.textContent ?? '').trim().length < 90 ||
      element.closest('script,style,noscript,template')
    )
      continue;
    if ([...element.querySelectorAll('*')].every((child) => INLINE.has(child.tagName)))
      found.push(element);
  }
  return found;
}

export function pointAt(
  element: Element,
  offset: number,
  atEnd: boolean,
): { node: Text; offset: number } | null {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  let before = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const length = node.data.length;
    if (
      atEnd
        ? offset > before && offset <= before + length
        : offset >= before && offset < before + length
    ) {
      return { node, offset: offset - before };
    }
    before += length;
  }
  return null;
}

export function rangeIn(element: Element, start: number, end: number): Range | null {
  const from = pointAt(element, start, false);
  const to = pointAt(element, end, true);
  if (!from || !to) return null;
  const range = element.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

export interface Span {
  start: number;
  end: number;
}

export type QuoteKind = 'sentence' | 'half sentence' | 'phrase' | 'clause' | 'paragraph';

export function wordsOf(text: string): Span[] {
  return [...text.matchAll(/[^\s]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A stretch of a block's text of the wanted kind. */
export function quoteIn(text: string, kind: QuoteKind, random: Random): Span | null {
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)]
    .map(({ segment, index }) => {
      const lead = segment.length - segment.trimStart().length;
      return { start: index + lead, end: index + segment.trimEnd().length };
    })
    .filter((span) => span.end - span.start >= 30);
  if (kind === 'paragraph') {
    const lead = text.length - text.trimStart().length;
    return { start: lead, end: text.trimEnd().length };
  }
  if (sentences.length === 0) return null;
  const sentence = pick(random, sentences);
  if (kind === 'sentence') return sentence;
  const words = wordsOf(text.slice(sentence.start, sentence.end));
  const size =
    kind === 'phrase'
      ? 2 + Math.floor(random() * 3)
      : kind === 'clause'
        ? 5 + Math.floor(random() * 5)
        : Math.ceil(words.length / 2);
  if (words.length < size) return null;
  const from = Math.floor(random() * (words.length - size + 1));
  const first = words[from] as Span;
  const last = words[from + size - 1] as Span;
  const span = { start: sentence.start + first.start, end: sentence.start + last.end };
  while (span.end > span.start + 3 && /[.,;:)\]]/.test(text[span.end - 1] ?? '')) span.end -= 1;
  while (span.end > span.start + 3 && /[([]/.test(text[span.start] ?? '')) span.start += 1;
  return span;
}
