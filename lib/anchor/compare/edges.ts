/**
 * The ends of a quote, and the numbers in it: what a match unit for unit cannot see. "significant" stands in
 * "insignificant", "Figure 5" in "Figure 58", and "12" is "1 2" once white space is dropped.
 */

import { apart, type Query, type Stretch, spoken } from '../find/query';
import type { Hunk } from '../find/seeds';
import type { Markers } from '../furniture/markers';
import { isSpace, type TextIndex } from '../text/text-index';
import { leadingPart, trailingPart } from './partial-words';

/** The readable text just before or after a place, cut at the nearest block edge. */
function around(index: TextIndex, offset: number, side: -1 | 1): string {
  if (index.isBlockEdge(offset)) return '';
  return side < 0
    ? index.readable(Math.max(0, offset - 60), offset)
    : index.readable(offset, Math.min(index.tree.raw.length, offset + 60));
}

const sameFolded = (a: string, b: string): boolean =>
  a
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-') ===
  b
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-');

/**
 * Whether the quote's ends fall on the page as they fell where it was taken: "significant" must not be found in
 * "insignificant", nor "Figure 5" in "Figure 58".
 */
export function edgesAgree(
  index: TextIndex,
  query: Query,
  start: number,
  end: number,
  markers: Markers,
): boolean {
  const { raw } = index.tree;
  const first = raw.slice(start, start + 2);
  const last = raw.slice(Math.max(start, end - 2), end);
  // A marker next to the quote is no part of its words; the rest of a marker that was cut in two is.
  const cut = (at: number): boolean => markers.sameLink(at - 1, at);
  const apart = (at: number): boolean => !cut(at) && (markers.covers(at - 1) || markers.covers(at));
  const left =
    isSpace(raw.charCodeAt(start - 1)) || apart(start)
      ? ''
      : trailingPart(around(index, start, -1), first);
  const right =
    isSpace(raw.charCodeAt(end)) || apart(end) ? '' : leadingPart(around(index, end, 1), last);
  return (
    (left === ''
      ? query.leftPart === '' || looseEdge(index, start)
      : sameFolded(left, query.leftPart)) &&
    (right === ''
      ? query.rightPart === '' || looseEdge(index, end)
      : sameFolded(right, query.rightPart))
  );
}

/** A block edge or an edge of markup, where a stored partial word may have been glued on by `textContent`. */
function looseEdge(index: TextIndex, offset: number): boolean {
  return index.isBlockEdge(offset) || index.tree.starts[index.nodeAt(offset)] === offset;
}

const NUMBER = /\p{N}+(?:[.,\u00b7]\p{N}+)*/gu;
/** Where a line may or may not break: nothing that a reader sees. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;
function numbersOf(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(UNSEEN, '')
      .replace(/(\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '$1')
      .match(NUMBER) ?? []
  ).join(' ');
}

/**
 * Folding drops white space, so two numbers side by side could pass for one ("1 2", "12"). True when the numbers
 * of the quote are those of the page, read with or without a blank at block edges, at markup and at citation markers.
 */
export function numbersAgree(
  index: TextIndex,
  query: Query,
  start: number,
  end: number,
  markers: Markers,
  skipped: readonly Hunk[] = [],
): boolean {
  const { raw } = index.tree;
  const page = raw.slice(start, end);
  if (skipped.length > 0) return numbersAgreeBeside(index, query, start, end, markers, skipped);
  const wanted = [numbersOf(spoken(query, false))];
  if (query.citations.length > 0) wanted.push(numbersOf(spoken(query, true)));
  const agrees = (text: string): boolean => wanted.includes(numbersOf(text));
  const apartOnPage = [
    ...index.joints(start, end).map((at) => ({ start: at, end: at })),
    ...markers
      .between(start, end)
      .map((link) => ({ start: link.start - start, end: link.end - start })),
  ];
  return (
    // Where it is not known how the quote's lines met, the page may glue its own the same way.
    (query.joints === undefined && agrees(page.replace(/\s+/g, ' '))) ||
    agrees(index.readable(start, end)) ||
    agrees(index.readable(start, end, true)) ||
    agrees(apart(page, apartOnPage))
  );
}

/** The same where harmless differences lie in between, which are left out of the comparison. */
function numbersAgreeBeside(
  index: TextIndex,
  query: Query,
  start: number,
  end: number,
  markers: Markers,
  skipped: readonly Hunk[],
): boolean {
  const { map } = query.folded;
  const mine: Stretch[] = [];
  const theirs: Stretch[] = [];
  for (const { qa, qb, pa, pb } of skipped) {
    if (qb > qa) mine.push({ start: map[qa] as number, end: (map[qb - 1] as number) + 1 });
    if (pb > pa)
      theirs.push({
        start: (index.folded.map[pa] as number) - start,
        end: index.endOf(pb - 1) - start,
      });
  }
  const { starts, unread, raw } = index.tree;
  const nodes: Stretch[] = [];
  for (let i = Math.max(0, index.nodeAt(start)); i < starts.length; i += 1) {
    const from = (starts[i] as number) - start;
    if (from >= end - start) break;
    const to = (i + 1 < starts.length ? (starts[i + 1] as number) : raw.length) - start;
    if (unread[i] && !index.formulaOver(starts[i] as number))
      theirs.push({ start: Math.max(0, from), end: to });
    else if (from > 0) nodes.push({ start: from, end: from });
  }
  for (const formula of index.formulasIn(start, end))
    theirs.push({
      start: formula.start - start,
      end: formula.end - start,
      instead: formula.text,
    });
  const joints = index.joints(start, end).map((at) => ({ start: at, end: at }));
  const links = markers
    .between(start, end)
    .map((link) => ({ start: link.start - start, end: link.end - start }));
  const page = raw.slice(start, end);
  const wanted = [false, true].map((apartToo) => numbersOf(spoken(query, apartToo, mine)));
  return [joints, [...joints, ...links], [...nodes, ...links]].some((spans) =>
    wanted.includes(numbersOf(apart(page, spans, theirs))),
  );
}

/** A changed place, widened to whole words and numbers where the quote had whole ones. */
export function widened(
  index: TextIndex,
  query: Query,
  start: number,
  end: number,
): { start: number; end: number } {
  const { raw } = index.tree;
  const left =
    query.leftPart === ''
      ? trailingPart(around(index, start, -1), raw.slice(start, start + 2))
      : '';
  const right =
    query.rightPart === '' ? leadingPart(around(index, end, 1), raw.slice(end - 2, end)) : '';
  return { start: start - left.length, end: end + right.length };
}
