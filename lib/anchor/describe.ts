/**
 * Turning a selected range into what finds it again: W3C quote and position selectors, and the heading
 * above.
 */
import * as dom from '../dom';
import type { Selectors } from '../model';
import {
  type Formula,
  lastAtOrBefore,
  type Passage,
  type Run,
  readPassage,
  readRun,
} from '../page/reading';
import { type Context, quickScore, score } from './find/context';
import { MAX_JOINTS } from './find/query';
import { chains } from './find/seeds';
import { crossedFurniture } from './furniture/furniture';
import { isCitationLink, Markers } from './furniture/markers';
import { raisedNumbers } from './furniture/printed-markers';
import { fold } from './text/fold';
import { TextIndex } from './text/text-index';

/** Units of context kept on either side of a quote that appears once on its page. */
const CONTEXT = 32;
/** Contexts tried, in folded units, for a quote that appears more than once. */
const GROWN = [64, 96, 128, 192, 256, 384, 512, 700, 2_000];
/** Longest stored context (`TextQuoteSelector`). */
const LONGEST = 1_000;
const MAX_ASIDES = 200;

/** The root whose text holds the range: the one given, or the shadow root or frame body the range is in. */
function rootOf(range: Range, root: Element): Element | ShadowRoot {
  const container = range.commonAncestorContainer;
  if (dom.contains(root, container)) return root;
  const top = dom.getRootNode(container);
  if (dom.nodeType(top) === 11) return top as ShadowRoot;
  return dom.ownerDocument(container)?.body ?? root;
}

/** Offset in `root.textContent` of a boundary point. */
function offsetOf(root: Element | ShadowRoot, container: Node, offset: number): number {
  const before = (dom.ownerDocument(root) as Document).createRange();
  before.setStart(root, 0);
  before.setEnd(container, offset);
  return before.toString().length;
}

let last: { root: WeakRef<object>; index: TextIndex } | null = null;

/**
 * An index of the root's text. Only its text is used here, so it may be kept while the text stays the same.
 */
function textOf(root: Element | ShadowRoot): TextIndex {
  if (
    last?.root.deref() === root &&
    last.index.tree.raw.slice(0, last.index.tree.mainLength) === dom.textContent(root)
  ) {
    return last.index;
  }
  const index = new TextIndex(root);
  last = { root: new WeakRef(root), index };
  return index;
}

function contextOf(
  index: TextIndex,
  start: number,
  end: number,
  units: number,
): { prefix: string; suffix: string } {
  const { map, text } = index.folded;
  const first = index.unitAt(start);
  const after = index.unitAt(end);
  const from = Math.max(0, first - units);
  const to = Math.min(text.length, after + units);
  // A blank where a block ends, or its last word would seem to go on in the next block.
  const before = index.isBlockEdge(start) ? ' ' : '';
  const behind = index.isBlockEdge(end) ? ' ' : '';
  const prefix = first > from ? index.readable(map[from] as number, start) + before : '';
  const suffix = to > after ? behind + index.readable(end, index.endOf(to - 1)) : '';
  return {
    prefix: prefix.replace(/ {2}$/, ' ').slice(-LONGEST),
    suffix: suffix.replace(/^ {2}/, ' ').slice(0, LONGEST),
  };
}

/**
 * Agreement (0..2) of context that no other copy may reach: well below what `locate` asks of a repeated
 * quote.
 */
const TOO_ALIKE = 1.45;
/** With more copies than this, only equal text next to the quote is compared. */
const MANY = 40;

/** A copy or near-copy elsewhere, in folded units of the page. */
interface Copy {
  from: number;
  to: number;
}

/** Share of a quote that must stand elsewhere for that place to be mistakable for it. */
const NEAR_COPY = 0.6;

const EDGE_STOPS = /^[.,;:()[\]'"]{1,2}|[.,;:()[\]'"]{1,2}$/g;

/**
 * Places that could be taken for the quote once it is gone: its copies, and passages that nearly say the
 * same (the legend repeated below a figure, the abstract in the summary).
 */
function copiesOf(index: TextIndex, quote: string, own: Copy): { equal: Copy[]; near: Copy[] } {
  const elsewhere = (copy: Copy): boolean => copy.to <= own.from || copy.from >= own.to;
  // A title in a list of contents has no full stop, and would pass for the sentence that has one
  // (`judge.ts`).
  const words = quote.replace(EDGE_STOPS, '') || quote;
  const equal = index.grams.occurrences(words).map((at) => ({ from: at, to: at + words.length }));
  const near: Copy[] = [];
  if (quote.length >= 24) {
    for (const { runs } of chains(quote, index.grams, quote.length * NEAR_COPY)) {
      const first = runs[0];
      const last = runs[runs.length - 1];
      if (!first || !last) continue;
      near.push({
        from: Math.max(0, first.p0 - first.q0),
        to: last.p0 + quote.length - last.q0,
      });
    }
  }
  return { equal: equal.filter(elsewhere), near: near.filter(elsewhere) };
}

/** Whether a copy elsewhere agrees with this context, in full or nearly. */
function hasTwin(index: TextIndex, others: Copy[], context: Context): boolean {
  const page = index.folded.text;
  return others.some(({ from, to }) => {
    const quick = quickScore(context, page, from, to);
    if (quick.full || quick.prefix + quick.suffix > TOO_ALIKE) return true;
    if (others.length > MANY) return false;
    const { prefix, suffix } = score(context, page, from, to);
    return prefix + suffix > TOO_ALIKE;
  });
}

/** A stretch of the page's text, and what a statement has of it. */
interface Stretch {
  index: TextIndex;
  start: number;
  end: number;
  run: Run;
}

/** Where an offset of the page's text is in the statement. */
function inStatement({ run, start }: Stretch, offset: number): number {
  return offset <= start ? 0 : lastAtOrBefore(run.from, offset - 1) + 1;
}

/** Citation markers and furniture inside the range, as offsets in the quote. */
function asidesOf(range: Range, stretch: Stretch): NonNullable<Selectors['asides']> {
  const { index, start, end } = stretch;
  const asides: NonNullable<Selectors['asides']> = [];
  const put = (from: number, to: number, kind: 'furniture' | 'citation'): void => {
    const [first, last] = [inStatement(stretch, from), inStatement(stretch, to)];
    if (last > first) asides.push({ start: first, end: last, kind });
  };
  for (const span of crossedFurniture(index, start, end))
    put(start + span.start, start + span.end, 'furniture');
  const citing = new Markers(index);
  if (citing.listsReferences)
    for (const one of raisedNumbers(index, start, end))
      if (one.end <= end) put(one.start, one.end, 'citation');
  const common = range.commonAncestorContainer;
  const scope = dom.nodeType(common) === 1 ? (common as Element) : dom.parentElement(common);
  if (!scope) return asides;
  const own = dom.closest(scope, 'a[href*="#"]');
  const links = own
    ? [own]
    : [...dom.querySelectorAll(scope, 'a[href*="#"]')].filter((link) => range.intersectsNode(link));
  const root = rootOf(range, dom.ownerDocument(scope).body);
  const { raw } = index.tree;
  for (const link of links.slice(0, 400)) {
    const from = offsetOf(root, link, 0);
    const to = from + (dom.textContent(link) ?? '').length;
    if (from < start || to > end || !isCitationLink(link, raw.slice(Math.max(0, from - 24), from)))
      continue;
    // A raised link is known already.
    if (!asides.some((one) => one.kind === 'citation' && one.start === inStatement(stretch, from)))
      put(from, to, 'citation');
  }
  return asides.sort((a, b) => a.start - b.start).slice(0, MAX_ASIDES);
}

/** The nearest heading before an offset of the page's text, as shown. */
export function headingAt(index: TextIndex, start: number): string | undefined {
  let nearest = -1;
  let text: string | undefined;
  for (const heading of index.tree.headings) {
    if (heading.start <= start && heading.start > nearest) {
      nearest = heading.start;
      text = index.readable(heading.start, heading.end).trim();
    }
  }
  return text ? text.slice(0, 500) : undefined;
}

/** Where a passage is in the text of its root. */
function stretchOf(root: Element | ShadowRoot, { text, range }: Passage): Stretch {
  const start = offsetOf(root, range.startContainer, range.startOffset);
  const end = start + range.toString().length;
  const read = (index: TextIndex): Stretch => {
    const touches = (formula: Formula) => range.intersectsNode(formula.element);
    return { index, start, end, run: readRun(index.tree, start, end, touches) };
  };
  const stretch = read(textOf(root));
  // A passage within what does not count elsewhere, such as the label of a control.
  return stretch.run.text === text ? stretch : read(new TextIndex(root, { everything: true }));
}

/**
 * Describes a range of the page so that `locate` finds it again, here or on another representation.
 *
 * The quote is the statement's text (`readPassage`). Context is 32 folded units on either side, or, for a quote that appears
 * more than once, as much as makes it unlike its copies (at most 1,000 characters). The position is in
 * `root.textContent`, with the fingerprint of that text; it is left out for a range in a shadow root or a
 * frame. Throws a RangeError for a range without text.
 */
export function describe(range: Range, root: Element = document.body): Selectors {
  const passage = readPassage(range);
  if (!passage) throw new RangeError('The selection holds no text.');
  const own = rootOf(range, root);
  const exact = passage.text;
  const stretch = stretchOf(own, passage);
  const { index, start, end } = stretch;
  const known = stretch.run.text === exact;
  const asides = known ? asidesOf(passage.range, stretch) : [];
  const quote = fold(
    exact,
    asides.filter((aside) => aside.kind === 'furniture'),
  );
  if (quote.text.length === 0) throw new RangeError('The selection holds no text.');
  let context = contextOf(index, start, end, CONTEXT);
  const from = index.unitAt(start);
  const { equal, near } = copiesOf(index, quote.text, { from, to: index.unitAt(end) });
  if (equal.length + near.length > 0) {
    for (const units of GROWN) {
      context = contextOf(index, start, end, units);
      // A near-copy asks for more context, a copy for as much as tells it apart.
      if (equal.length === 0) break;
      const folded = { prefix: fold(context.prefix).text, suffix: fold(context.suffix).text };
      if (!hasTwin(index, [...equal, ...near], folded)) break;
    }
  }
  const heading = headingAt(index, start);
  return {
    quote: { type: 'TextQuoteSelector', exact, prefix: context.prefix, suffix: context.suffix },
    ...(own === root
      ? {
          position: {
            type: 'TextPositionSelector' as const,
            start,
            end,
            textHash: index.fingerprint,
          },
        }
      : {}),
    ...(heading === undefined ? {} : { heading }),
    copies: equal.length + 1,
    joints: known
      ? index
          .joints(start, end)
          .map((at) => inStatement(stretch, start + at))
          .slice(0, MAX_JOINTS)
      : [],
    ...(asides.length > 0 ? { asides } : {}),
  };
}
