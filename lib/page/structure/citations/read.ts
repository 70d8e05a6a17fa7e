/**
 * The in-text citations of a page's blocks: links into the reference list first, then, where the page does not
 * link (most of) its markers, the patterns of `markers.ts` in the style that the page itself shows.
 */
import type { CitationStyle } from '../../types';
import type { Entry } from '../references/entry';
import type { Block, Mark } from '../text/blocks';
import type { CitationIndex } from './index-of-references';
import { findCitations, type MarkerOptions, type TextCitation } from './markers';
import { parseNumbers, refsOfNumbers, withoutBrackets } from './numeric-markers';

/** A citation in its block; `refs` are indexes of entries. */
export interface Found {
  block: Block;
  start: number;
  end: number;
  refs: number[];
  style: CitationStyle;
}

const NUMBER = /^[\s[(]*\d{1,4}[a-z]?(?:\s*[,;–—‐−-]\s*\d{1,4}[a-z]?)*[\s\]),.;]*$/;
const RANGE_GAP = /^[\])]?\s*[-–—−‐‑]\s*[[(]?$/;
const LIST_GAP = /^[,;]?$/;

/** The linked citations of one block: nested doubles dropped, ranges and lists of numbers joined to one marker. */
export function linkedCitations(
  block: Block,
  entries: readonly Entry[],
  index: CitationIndex,
): Found[] {
  const marks = outerMarks(block);
  const out: Found[] = [];
  for (let i = 0; i < marks.length; ) {
    const first = marks[i] as Mark;
    let end = first.end;
    const refs = [...first.refs];
    const numeric = NUMBER.test(block.text.slice(first.start, first.end));
    let j = i + 1;
    for (; numeric && j < marks.length; j++) {
      const next = marks[j] as Mark;
      if (!NUMBER.test(block.text.slice(next.start, next.end))) break;
      const gap = block.text.slice(end, next.start).trim();
      if (RANGE_GAP.test(gap)) {
        for (const r of between(refs.at(-1) as number, next.refs[0] as number, entries))
          add(refs, r);
      } else if (!LIST_GAP.test(gap)) break;
      for (const r of next.refs) add(refs, r);
      end = next.end;
    }
    i = j;
    out.push(
      numeric
        ? completed(block, first.start, end, refs, index)
        : { block, start: first.start, end, refs, style: 'link' },
    );
  }
  return out;
}

function add(refs: number[], ref: number): void {
  if (!refs.includes(ref)) refs.push(ref);
}

/** What "3" and "7" of "3–7" leave unsaid. */
function between(from: number, to: number, entries: readonly Entry[]): number[] {
  const a = entries[from]?.number ?? from;
  const b = entries[to]?.number ?? to;
  if (b - a < 2 || b - a > 200) return [];
  const out: number[] = [];
  // By number where the list has numbers; by place where the two agree.
  if (to - from === b - a) for (let i = from + 1; i < to; i++) out.push(i);
  else for (const [i, e] of entries.entries()) if (e.number > a && e.number < b) out.push(i);
  return out;
}

function outerMarks(block: Block): Mark[] {
  const sorted = block.marks
    .filter((m) => /[\p{L}\d]/u.test(block.text.slice(m.start, m.end)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Mark[] = [];
  for (const m of sorted) {
    const last = out.at(-1);
    if (last && m.start < last.end) {
      for (const r of m.refs) add(last.refs, r);
      continue;
    }
    out.push({ ...m, refs: [...m.refs] });
  }
  return out;
}

/** Takes in the brackets (or the whole superscript) around linked numbers, and the unlinked numbers in them. */
function completed(
  block: Block,
  start: number,
  end: number,
  refs: number[],
  index: CitationIndex,
): Found {
  const found: Found = { block, start, end, refs, style: 'link' };
  const sup = block.sups.find(([a, b]) => a <= start && b >= end);
  let from = start;
  let to = end;
  if (sup) [from, to] = sup;
  else {
    const open = block.text.slice(Math.max(0, start - 60), start);
    const at = Math.max(open.lastIndexOf('['), open.lastIndexOf('('));
    const close = at >= 0 ? block.text.indexOf(open[at] === '[' ? ']' : ')', end) : -1;
    if (at < 0 || close < 0 || close - end > 60 || /[\])]/.test(open.slice(at))) return found;
    from = start - (open.length - at);
    to = close + 1;
  }
  const all = refsOfNumbers(parseNumbers(withoutBrackets(block.text.slice(from, to))), index);
  if (all && refs.every((r) => all.includes(r)))
    return { block, start: from, end: to, refs: all, style: 'link' };
  return found;
}

/** How the page cites where it does not link; null when links say all. */
export function* patternStyle(
  blocks: readonly Block[],
  linked: readonly Found[],
  entries: readonly Entry[],
  index: CitationIndex,
): Generator<void, MarkerOptions | null> {
  if (entries.length === 0) return null;
  const cited = new Set(linked.flatMap((f) => f.refs));
  if (cited.size >= entries.length * 0.5) return null;
  const seen = {
    brackets: new Set<string>(),
    parens: new Set<string>(),
    sups: new Set<string>(),
    authorYear: new Set<string>(),
  };
  const collect = (into: Set<string>, found: TextCitation[]): void => {
    for (const f of found) for (const r of f.refs) into.add(r);
  };
  const none = { brackets: false, parens: false, authorYear: false };
  let budget = 600_000;
  let hits = 0;
  let misses = 0;
  for (const b of blocks) {
    budget -= b.text.length;
    if (budget < 0) break;
    yield;
    if (b.text.includes('[')) {
      for (const m of b.text.matchAll(/\[(\d[\d,;–\- ]{0,60})\]/g)) {
        if (refsOfNumbers(parseNumbers(m[1] as string), index)) hits++;
        else misses++;
      }
      collect(seen.brackets, findCitations(b.text, index, { ...none, brackets: true }));
    }
    if (/\(\s?\d/.test(b.text))
      collect(seen.parens, findCitations(b.text, index, { ...none, parens: true }));
    if (b.sups.length)
      collect(seen.sups, findCitations(b.text, index, { ...none, sups: superscripts(b) }));
    collect(seen.authorYear, findCitations(b.text, index, { ...none, authorYear: true }));
  }
  // Numbers need a numbered list: "(308)" in a humanities paper is a page, and a list that stops at 39 while the
  // text cites 60 is a preview whose places mean nothing.
  const labelled =
    entries.filter((e) => e.label !== null && /^\D{0,2}\d+\D?$/.test(e.label)).length >
    entries.length * 0.5;
  // References known from meta tags only have no label, and stand in the order of their numbers.
  const unseen = entries.every((e) => e.element === null);
  if ((!labelled && !unseen) || misses > hits * 0.25) {
    seen.parens.clear();
    seen.brackets.clear();
  }
  // A style is the page's own when it reaches a fair part of the list; the strongest wins.
  const enough = (set: Set<string>, share: number): number =>
    set.size >= Math.max(2, entries.length * share) ? set.size : 0;
  const brackets = enough(seen.brackets, 0.2);
  const sups = labelled ? enough(seen.sups, 0.3) : 0;
  const parens = enough(seen.parens, 0.5);
  const names = Math.max(
    enough(seen.authorYear, 0.15),
    seen.authorYear.size >= 3 ? seen.authorYear.size : 0,
  );
  const best = Math.max(brackets, sups, parens);
  if (names > best) return { brackets: false, parens: false, authorYear: true, sups: [] };
  if (best === 0) return null;
  if (brackets === best) return { brackets: true, authorYear: false };
  if (sups === best) return { brackets: false, authorYear: false, sups: [[0, 0]] };
  return { brackets: false, parens: true, authorYear: false };
}

/** Superscripts that can be markers: after a letter, a bracket or a stop, not an exponent or an ordinal. */
function superscripts(block: Block): [number, number][] {
  return block.sups.filter(([from, to]) => {
    if (to - from > 60) return false;
    const before = block.text.slice(Math.max(0, from - 12), from);
    if (
      /\d\s*$|(?:^|[\s\d/·])(?:[cmkµμnd]?m|km|cm|s|h|kg|g|L|l|Å|nm|ha|yr|min|d|K|W|V|Hz|mol|°)$/.test(
        before,
      )
    )
      return false;
    return /[\p{L})\]”"’.,;:?!%]\s?$/u.test(before);
  });
}

/** The citations of one block that no link says, in the page's style. */
export function patternCitations(
  block: Block,
  linked: readonly Found[],
  index: CitationIndex,
  style: MarkerOptions,
  byId: ReadonlyMap<string, number>,
): Found[] {
  const options: MarkerOptions = { ...style, taken: linked };
  if (style.sups?.length) options.sups = superscripts(block);
  else options.sups = [];
  return findCitations(block.text, index, options).map((c) => ({
    block,
    start: c.start,
    end: c.end,
    refs: c.refs.map((id) => byId.get(id) as number),
    style: c.style,
  }));
}
