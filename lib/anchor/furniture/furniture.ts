/**
 * Page furniture: figures, advertisements, asides, running heads. It stands between the words of a passage
 * without being part of it, and may come and go silently, so whatever is not plainly furniture is text.
 */
import * as dom from '../../dom';
import { SEPARATOR } from '../text/fold';
import type { TextIndex } from '../text/text-index';
import { inSentence, isFigure, isFurniture, isPlain } from './kinds';
import { runningHeads } from './running-heads';

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
    while (element && !outside.some((other) => other && dom.contains(element, other))) {
      if (isFurniture(element, inSentence(element, before, after))) furniture = element;
      element = dom.parentElement(element);
    }
    if (!furniture) return false;
    from += 1;
    while (from <= to && dom.contains(furniture, nodes[from] ?? null)) from += 1;
  }
  return true;
}

/**
 * The folded unit after the furniture that begins exactly at unit `at`; `at` itself when none begins there.
 * Several pieces in a row are taken as one.
 */
export function furnitureEnd(index: TextIndex, at: number): number {
  const known = index.furnitureEnds.get(at);
  if (known !== undefined) return known;
  const end = endOfFurniture(index, at);
  index.furnitureEnds.set(at, end);
  return end;
}

function endOfFurniture(index: TextIndex, at: number): number {
  const { nodes, starts, raw, unread } = index.tree;
  const { map, text } = index.folded;
  let unit = at;
  for (;;) {
    // Where another document begins, nothing goes on.
    if (unit >= map.length || text[unit] === SEPARATOR) return unit;
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
    for (let element = node.parentElement; element; element = dom.parentElement(element)) {
      if (before && dom.contains(element, before)) break;
      if (dom.tagName(element) === 'BODY') break;
      if (isFurniture(element, inSentence(element, before, readableAfter(index, element, i))))
        furniture = element;
    }
    if (!furniture) return unit;
    while (i < nodes.length && (unread[i] || dom.contains(furniture, nodes[i] ?? null))) i += 1;
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

/** The first readable text node behind an element that holds node `i`. */
function readableAfter(index: TextIndex, element: Element, i: number): Text | null {
  const { nodes } = index.tree;
  let to = i + 1;
  while (to < nodes.length && dom.contains(element, nodes[to] ?? null)) to += 1;
  return lastReadable(index, to, 1);
}

/**
 * Whether a sentence goes on from the text before `start` to the text behind `end`: neither a stop nor a
 * capital between.
 */
function goesOn(index: TextIndex, from: number, start: number, end: number, to: number): boolean {
  return (
    /[\p{L}\p{N},;(\u2013-]\s*$/u.test(index.readable(from, start)) &&
    /^\s*[\p{Ll}\p{N}(]/u.test(index.readable(end, to))
  );
}

/**
 * The furniture that [start, end) of the page's text merely crosses, as offsets from `start`: an
 * advertisement, a menu, a running head, or a figure in the midst of a sentence. A caption at the end of a
 * sentence may be what the reader means, and stays.
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
    let plain = false;
    for (let one = nodes[i]?.parentElement ?? null; one; one = dom.parentElement(one)) {
      if (outside.some((other) => other && dom.contains(one, other))) break;
      const inside = inSentence(one, lastReadable(index, i - 1, -1), readableAfter(index, one, i));
      const sure = isPlain(one, inside);
      if (!sure && !isFigure(one)) continue;
      outer = one;
      plain = sure;
    }
    if (!outer) continue;
    let to = i;
    while (to + 1 < last && dom.contains(outer, nodes[to + 1] ?? null)) to += 1;
    if (plain || goesOn(index, start, starts[i] as number, nodeEnd(to), end))
      put(starts[i] as number, nodeEnd(to));
    i = to;
  }
  return found;
}
