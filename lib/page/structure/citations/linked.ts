/** The in-text citations that a page links to its reference list. */
import type { Entry } from '../references/entry';
import type { Block, Mark } from '../text/blocks';
import { type CitationIndex, refsOfNumbers } from './index-of-references';
import { parseNumbers, withoutBrackets } from './numeric-markers';
import type { Found } from './read';

/** So many blocks with links are read between two yields. */
const BLOCKS_A_STEP = 40;
const NUMBER = /^[\s[(]*\d{1,4}[a-z]?(?:\s*[,;–—‐−-]\s*\d{1,4}[a-z]?)*[\s\]),.;]*$/;
const RANGE_GAP = /^[\])]?\s*[-–—−‐‑]\s*[[(]?$/;
const LIST_GAP = /^[,;]?$/;

/** The linked citations of all blocks, in reading order. */
export function* linkedCitations(
  blocks: readonly Block[],
  entries: readonly Entry[],
  index: CitationIndex,
): Generator<void, Found[]> {
  const all: Found[] = [];
  let n = 0;
  for (const block of blocks) {
    if (block.marks.length === 0) continue;
    all.push(...linkedIn(block, entries, index));
    if (++n % BLOCKS_A_STEP === 0) yield;
  }
  return all;
}

/** Nested doubles are dropped, ranges and lists of numbers joined to one marker. */
function linkedIn(block: Block, entries: readonly Entry[], index: CitationIndex): Found[] {
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
