/**
 * Runs: items that the file paints one after the other and beside each other, so that a word with its superscript, or a
 * line whose fonts change, is one thing before any column is looked for.
 */
import type { Fragment } from './fragments';

export interface Run {
  fragments: Fragment[];
  x0: number;
  x1: number;
  top: number;
  bottom: number;
  /** Baseline and size of most of its letters. */
  base: number;
  size: number;
  letters: number;
}

/** Ink reaches so far above and below a baseline, in parts of the size; as most fonts of text. */
const ASCENT = 0.75;
const DESCENT = 0.22;
/** The widest space between words of one line, in parts of the size: the gap between columns is wider. */
const WIDEST_SPACE = 0.62;
/** Kerning and italics overlap by so much. */
const OVERLAP = 0.5;
/** A superscript or subscript is moved by at most so much; letters of one size are on one line only within the second. */
const SCRIPT_SHIFT = 0.62;
const SAME_LINE = 0.18;
/** Sizes are alike within this ratio: small capitals and formulas aside. */
const ALIKE = 0.88;

/** Letters of a text, white space aside. */
export const lettersOf = (text: string): number => text.replace(/\s+/g, '').length;

function continues(last: Fragment, next: Fragment): boolean {
  const size = Math.max(last.size, next.size);
  const gap = next.x0 - last.x1;
  if (gap < -OVERLAP * size || gap > WIDEST_SPACE * size) return false;
  const alike = Math.min(last.size, next.size) >= ALIKE * size;
  return Math.abs(next.base - last.base) <= (alike ? SAME_LINE : SCRIPT_SHIFT) * size;
}

/** The run that some fragments are. */
export function runOf(fragments: Fragment[]): Run {
  let letters = 0;
  const byLine = new Map<string, { base: number; size: number; letters: number }>();
  let x0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  for (const one of fragments) {
    const count = lettersOf(one.text);
    letters += count;
    x0 = Math.min(x0, one.x0);
    x1 = Math.max(x1, one.x1);
    const key = `${Math.round(one.size * 4)} ${Math.round(one.base * 2)}`;
    const line = byLine.get(key) ?? { base: one.base, size: one.size, letters: 0 };
    // A letter of a large font counts more: a word is not a superscript of its footnote marks.
    line.letters += count * one.size;
    byLine.set(key, line);
  }
  const [main] = [...byLine.values()].sort((a, b) => b.letters - a.letters);
  const { base = 0, size = 0 } = main ?? {};
  return {
    ...{ fragments, x0, x1, base, size, letters },
    top: base - ASCENT * size,
    bottom: base + DESCENT * size,
  };
}

/** The runs of a page, in the order in which they are painted. */
export function runsOf(fragments: readonly Fragment[]): Run[] {
  const out: Run[] = [];
  let open: Fragment[] = [];
  for (const fragment of fragments) {
    const last = open.at(-1);
    if (last && continues(last, fragment)) open.push(fragment);
    else {
      if (open.length) out.push(runOf(open));
      open = [fragment];
    }
  }
  if (open.length) out.push(runOf(open));
  return out;
}
