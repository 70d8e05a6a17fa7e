/** What the running text of a document looks like: headings, notes and captions are told apart from it by how they differ. */
import type { Line } from './line';
import { median, mostCounted, tally } from './numbers';
import { lettersOf } from './runs';

export interface BodyStyle {
  size: number;
  font: string;
  /** From baseline to baseline, in points. */
  leading: number;
  /** How wide its lines are, in points. */
  width: number;
  /** From baseline to baseline of text in some size. */
  leadingOf(size: number): number;
  /** Whether running text of a size is printed in a font: some files have several that look the same. */
  isPlain(font: string, size: number): boolean;
  /** How many of a line's letters are in fonts of running text, from 0 to 1. */
  plainShare(line: Line): number;
  /** Whether a font is one that words within lines are set in, as italics are, and not whole lines. */
  runsThrough(font: string): boolean;
}

/** A line with so many letters is of running text: titles of columns and cells are shorter. */
const LETTERS_OF_TEXT = 25;
/** Where lines of a size never follow each other: usual in books, in parts of the size. */
const USUAL_LEADING = 1.2;
/** Baselines further apart than this are of two paragraphs at least. */
const WIDEST_LEADING = 2.2;

/** Running text is in the fonts that have so much of its letters; italics and bold have less. */
const PLAIN = 0.12;
/** And running text of a size is so much of all: titles are less. */
const OF_TEXT = 0.04;
/** Sizes within this part of each other are one size. */
const NEAR_SIZE = 0.06;
/** A font of words within lines has so much of its letters there. */
const THROUGH = 0.3;

/** Sizes are counted in steps of this, in points. */
const step = (size: number): number => Math.round(size * 4) / 4;

/** Whether two lines follow each other in one column. */
export function isBelow(line: Line, next: Line): boolean {
  return (
    line.page === next.page &&
    line.left === next.left &&
    line.right === next.right &&
    next.base > line.base
  );
}

/**
 * What most of the text looks like.
 * @param text those of the lines that are before the reference list, which may be longer than the text
 */
export function bodyStyle(lines: readonly Line[], text: readonly Line[] = lines): BodyStyle {
  const sizes = new Map<number, number>();
  const long = text.filter((line) => lettersOf(line.text) >= LETTERS_OF_TEXT);
  for (const line of long.length ? long : lines)
    tally(sizes, step(line.size), lettersOf(line.text));
  const size = mostCounted(sizes) ?? 10;
  const fonts = fontsOf(lines);
  const width = median(
    long.filter((line) => step(line.size) === size).map(({ x0, x1 }) => x1 - x0),
  );
  const gaps = new Map<number, number[]>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (!next || step(next.size) !== step(line.size) || !isBelow(line, next)) continue;
    const gap = next.base - line.base;
    if (gap > WIDEST_LEADING * line.size) continue;
    const known = gaps.get(step(line.size));
    if (known) known.push(gap);
    else gaps.set(step(line.size), [gap]);
  }
  const leadings = new Map([...gaps].map(([of, all]) => [of, median(all)]));
  const { mixed, letters } = fontsWithin(lines);
  const leadingOf = (of: number) => leadings.get(step(of)) ?? USUAL_LEADING * of;
  const everything = lines.reduce((sum, line) => sum + lettersOf(line.text), 0);
  const isPlain = (font: string, of: number): boolean => {
    let own = 0;
    let all = 0;
    for (const [one, counts] of fonts) {
      if (Math.abs(one - of) > NEAR_SIZE * of) continue;
      own += counts.get(font) ?? 0;
      for (const count of counts.values()) all += count;
    }
    return own > PLAIN * all && all > OF_TEXT * everything;
  };
  return {
    ...{ size, leading: leadingOf(size), width, leadingOf, isPlain },
    font: mostCounted(fonts.get(size) ?? new Map()) ?? '',
    plainShare(line) {
      let all = 0;
      let plain = 0;
      for (const { at, length, font } of line.pieces) {
        const letters = lettersOf(line.text.slice(at, at + length));
        all += letters;
        if (isPlain(font, line.size)) plain += letters;
      }
      return all ? plain / all : 1;
    },
    runsThrough: (font) => (mixed.get(font) ?? 0) > THROUGH * (letters.get(font) ?? 0),
  };
}

/** How many letters of each font are in lines that begin in another one. */
function fontsWithin(lines: readonly Line[]) {
  const mixed = new Map<string, number>();
  const letters = new Map<string, number>();
  for (const line of lines) {
    const first = line.pieces[0]?.font;
    for (const { font, length } of line.pieces) {
      tally(letters, font, length);
      if (font !== first) tally(mixed, font, length);
    }
  }
  return { mixed, letters };
}

/** Letters by size and font. */
function fontsOf(lines: readonly Line[]): Map<number, Map<string, number>> {
  const out = new Map<number, Map<string, number>>();
  for (const line of lines) {
    const counts = out.get(step(line.size)) ?? new Map<string, number>();
    tally(counts, line.font, line.share * lettersOf(line.text));
    out.set(step(line.size), counts);
  }
  return out;
}
