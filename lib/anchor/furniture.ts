/**
 * Page furniture: figures, advertisements, asides, running heads. It stands between the words of a passage without being
 * part of it, and may come and go silently, so whatever is not plainly furniture is text.
 */
import { runningHeads } from './running-heads';
import type { TextIndex } from './text-index';

const FURNITURE_TAGS = new Set(
  'ASIDE FIGURE NAV TABLE IFRAME INS FORM BUTTON FOOTER HEADER SVG IMG PICTURE VIDEO AUDIO OBJECT CANVAS DIALOG DETAILS MENU SELECT'.split(
    ' ',
  ),
);
const FURNITURE_NAME =
  /(?:^|[-_\s])(?:ads?|adv|advert\w*|adslot|adunit|banner|sponsor\w*|promo\w*|recommend\w*|related|share|sharing|social|newsletter|subscribe|signup|toolbar|tooltip|popover|popup|modal|widget|furniture|sidebar|callout|pull-?quote|figure|fig|figure-?wrap|table-?wrap|tbl|image|img|media|box|running-?head|page-?(?:number|header|footer|break)|header|footer|cookie|paywall|metrics?|download|viewer|goto|back-?to-?top|toc|nav\w*)(?:[-_\s\d]|$)/i;
const PROSE = new Set('P LI BLOCKQUOTE DD DT H1 H2 H3 H4 H5 H6 PRE TD TH'.split(' '));

function named(element: Element): boolean {
  const name = `${element.getAttribute('class') ?? ''} ${element.id} ${element.getAttribute('role') ?? ''}`;
  return (
    FURNITURE_NAME.test(name.slice(0, 300)) ||
    /complementary|presentation|banner/.test(element.getAttribute('role') ?? '')
  );
}

/** Inline elements are furniture only if their name says that they are advertisements. */
const ADVERT = /(?:^|[-_\s])(?:ads?|advert\w*|adslot|adunit|sponsor\w*|promo\w*)(?:[-_\s\d]|$)/i;
const INLINE = new Set(
  'A ABBR B BDI BDO BIG CITE CODE EM FONT I KBD MARK Q S SMALL SPAN STRONG SUB SUP U VAR'.split(
    ' ',
  ),
);

function isFurniture(element: Element): boolean {
  const tag = element.tagName.toUpperCase();
  if (INLINE.has(tag))
    return ADVERT.test(`${element.getAttribute('class') ?? ''} ${element.id}`.slice(0, 300));
  if (FURNITURE_TAGS.has(tag) || named(element)) return true;
  if (PROSE.has(tag)) return false;
  if (tag === 'DIV' || tag === 'SECTION' || tag.includes('-')) {
    // A block in the midst of a paragraph is not the author's; between paragraphs it is furniture only if it
    // does not look like the paragraphs around it.
    if (element.parentElement?.closest('p')) return true;
    if (element.querySelector('p') && tag === 'SECTION') return false;
    const parent = element.parentElement;
    if (!parent) return false;
    const inline = [...parent.childNodes].some(
      (node) => node.nodeType === 3 && (node as Text).data.trim().length > 20,
    );
    if (inline) return true;
    const alike = [...parent.children].filter(
      (other) => other.tagName === element.tagName && other.className === element.className,
    );
    return alike.length === 1;
  }
  return false;
}

/**
 * Whether [start, end) of the page's text is nothing but whole pieces of furniture (white space and citation
 * markers between them allowed).
 */
export function isFurnitureOnly(index: TextIndex, start: number, end: number): boolean {
  const { nodes, starts, raw, unread } = index.tree;
  let from = index.nodeAt(start);
  const to = index.nodeAt(end - 1);
  const before = lastReadable(index, from - 1, -1);
  const after = lastReadable(index, to + 1, 1);
  const outside = [before, after];
  const first = nodes[from];
  if (!first || raw.slice(starts[from] as number, start).trim() !== '') return false;
  const nodeEnd = to + 1 < starts.length ? (starts[to + 1] as number) : raw.length;
  if (raw.slice(end, nodeEnd).trim() !== '') return false;
  const heads = runningHeads(index);
  while (from <= to) {
    const node = nodes[from];
    if (!node) return false;
    if (unread[from] || heads.has(from) || node.data.trim() === '') {
      from += 1;
      continue;
    }
    let element = node.parentElement;
    let furniture: Element | null = null;
    while (element && !outside.some((other) => other && element?.contains(other))) {
      if (isFurniture(element)) furniture = element;
      element = element.parentElement;
    }
    if (!furniture) return false;
    from += 1;
    while (from <= to && furniture.contains(nodes[from] ?? null)) from += 1;
  }
  return true;
}

/**
 * The folded unit after the furniture that begins exactly at unit `at`; `at` itself when none begins there. Several
 * pieces in a row are taken as one.
 */
export function furnitureEnd(index: TextIndex, at: number): number {
  const { nodes, starts, raw, unread } = index.tree;
  const { map } = index.folded;
  let unit = at;
  for (;;) {
    if (unit >= map.length) return unit;
    const offset = map[unit] as number;
    let i = index.nodeAt(offset);
    const node = nodes[i];
    if (runningHeads(index).has(i)) {
      while (i < nodes.length && (unread[i] || runningHeads(index).has(i))) i += 1;
      if (i >= nodes.length) return unit;
      unit = index.unitAt(starts[i] as number);
      continue;
    }
    if (!node || raw.slice(starts[i] as number, offset).trim() !== '') return unit;
    const before = lastReadable(index, i - 1, -1);
    let furniture: Element | null = null;
    for (let element = node.parentElement; element; element = element.parentElement) {
      if (before && element.contains(before)) break;
      if (element.tagName === 'BODY') break;
      if (isFurniture(element)) furniture = element;
    }
    if (!furniture) return unit;
    while (i < nodes.length && (unread[i] || furniture.contains(nodes[i] ?? null))) i += 1;
    if (i >= nodes.length) return unit;
    unit = index.unitAt(starts[i] as number);
  }
}

function lastReadable(index: TextIndex, from: number, step: number): Text | null {
  const { nodes, unread } = index.tree;
  for (let i = from; i >= 0 && i < nodes.length; i += step) {
    const node = nodes[i];
    if (node && !unread[i] && node.data.trim() !== '') return node;
  }
  return null;
}

/** Furniture that no author writes, whatever stands around it. */
const PLAIN = new Set('ASIDE NAV BUTTON INS FORM IFRAME SELECT MENU'.split(' '));

/** Whether an element is plainly not the author's: an advertisement, a menu, a box beside the text. */
function isPlain(element: Element): boolean {
  return (
    PLAIN.has(element.tagName) ||
    /complementary|navigation|banner/.test(element.getAttribute('role') ?? '') ||
    ADVERT.test(`${element.getAttribute('class') ?? ''} ${element.id}`.slice(0, 300))
  );
}

/** Whether a sentence goes on from the text before `start` to the text behind `end`: neither a stop nor a capital between. */
function goesOn(index: TextIndex, from: number, start: number, end: number, to: number): boolean {
  return (
    /[\p{L}\p{N},;(\u2013-]\s*$/u.test(index.readable(from, start)) &&
    /^\s*[\p{Ll}\p{N}(]/u.test(index.readable(end, to))
  );
}

/**
 * The furniture that [start, end) of the page's text merely crosses, as offsets from `start`: an advertisement, a menu, a running
 * head, or a figure in the midst of a sentence. A caption at the end of a sentence may be what the reader means, and stays.
 */
export function crossedFurniture(
  index: TextIndex,
  start: number,
  end: number,
): { start: number; end: number }[] {
  const { nodes, starts, raw } = index.tree;
  const found: { start: number; end: number }[] = [];
  const heads = runningHeads(index);
  const first = Math.max(0, index.nodeAt(start));
  const last = index.nodeAt(end - 1);
  const outside = [nodes[first], nodes[last]];
  const nodeEnd = (i: number): number =>
    i + 1 < starts.length ? (starts[i + 1] as number) : raw.length;
  const put = (from: number, to: number): void => {
    const before = found[found.length - 1];
    if (before && before.end === from - start) before.end = to - start;
    else found.push({ start: from - start, end: to - start });
  };
  for (let i = first + 1; i < last; i += 1) {
    if (heads.has(i)) {
      put(starts[i] as number, nodeEnd(i));
      continue;
    }
    let outer: Element | null = null;
    for (let one = nodes[i]?.parentElement ?? null; one; one = one.parentElement) {
      if (outside.some((other) => other && one?.contains(other))) break;
      if (isPlain(one) || one.tagName === 'FIGURE') outer = one;
    }
    if (!outer) continue;
    let to = i;
    while (to + 1 < last && outer.contains(nodes[to + 1] ?? null)) to += 1;
    if (isPlain(outer) || goesOn(index, start, starts[i] as number, nodeEnd(to), end))
      put(starts[i] as number, nodeEnd(to));
    i = to;
  }
  return found;
}
