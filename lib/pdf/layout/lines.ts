/**
 * Lines of a part of a page: runs on one baseline from left to right, with the blanks that the file does not paint, and
 * with what is raised. A line keeps for each of its letters the item that it is of.
 */
import type { Region } from './columns';
import type { Fragment } from './fragments';
import { joinSpaced } from './letter-spacing';
import type { Line, Piece } from './line';
import { mostCounted, tally } from './numbers';
import { lettersOf, type Run } from './runs';

/** Baselines of one line differ by so much, in parts of the size. */
const SAME_LINE = 0.3;
/** How far a small run may be above and below the baseline of the line that it touches. */
const RAISED = 0.75;
const LOWERED = 0.4;
/** A script is smaller than this part of its line. */
const SCRIPT = 0.88;
/** A script begins within this distance of its line's other runs, in parts of the size. */
const TOUCHING = 0.8;
/** From here on a gap is a blank, in parts of the size; half the narrowest that typesetters allow. */
const BLANK = 0.13;
/** A wider gap is not one between words. */
const WIDE_GAP = 1.5;
/** A superscript's baseline is so much higher, in parts of the line's size. */
const LIFT = 0.14;

/** Capitals of small capitals are so many of a line's letters, at least. */
const CAPITALS = 0.08;

interface OpenLine {
  base: number;
  size: number;
  /** The size of its capitals: where the others are small capitals, most letters are smaller. */
  full: number;
  runs: Run[];
}

/** The largest size on the baseline of a run, of more than a letter or two. */
function fullSize({ fragments, base, size, letters }: Run): number {
  const sizes = new Map<number, number>();
  for (const one of fragments)
    if (Math.abs(one.base - base) < LIFT * size && /\p{Lu}/u.test(one.text))
      tally(sizes, one.size, lettersOf(one.text));
  const large = [...sizes].filter(([, count]) => count > CAPITALS * letters).map(([of]) => of);
  return Math.max(size, ...large);
}

function overlaps(run: Run, line: OpenLine): boolean {
  const half = (run.x1 - run.x0) / 2;
  return line.runs.some((one) => Math.min(one.x1, run.x1) - Math.max(one.x0, run.x0) > half);
}

function touches(run: Run, { runs, size }: OpenLine): boolean {
  const near = TOUCHING * size;
  return runs.some((one) => Math.abs(run.x0 - one.x1) < near || Math.abs(one.x0 - run.x1) < near);
}

function fits(run: Run, line: OpenLine): boolean {
  const shift = run.base - line.base;
  const near =
    run.size >= SCRIPT * line.full
      ? Math.abs(shift) <= SAME_LINE * Math.min(run.size, line.size)
      : Math.abs(shift) <= SAME_LINE * run.size ||
        (shift >= -RAISED * line.full && shift <= LOWERED * line.full && touches(run, line));
  return near && !overlaps(run, line);
}

/** Puts the runs of a region on lines, the most letters first: a superscript finds its line, and not the other way. */
function linesOf(runs: readonly Run[]): OpenLine[] {
  const lines: OpenLine[] = [];
  const weight = (run: Run) => run.letters * run.size;
  for (const run of [...runs].sort((a, b) => weight(b) - weight(a))) {
    let best: OpenLine | undefined;
    for (const line of lines)
      if (
        fits(run, line) &&
        (!best || Math.abs(run.base - line.base) < Math.abs(run.base - best.base))
      )
        best = line;
    if (best) best.runs.push(run);
    else lines.push({ base: run.base, size: run.size, full: fullSize(run), runs: [run] });
  }
  return lines.sort((a, b) => a.base - b.base);
}

const SUPERIOR = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Dashes and quotation marks at their places in the same fonts. */
const DASHES: Readonly<Record<string, string>> = {
  '\u0010': '“',
  '\u0011': '”',
  '\u0015': '–',
  '\u0016': '—',
};
/** Signs that are kept letter for letter, as a reader would type them. */
function plainSign(sign: string): string {
  const superior = SUPERIOR.indexOf(sign);
  if (superior >= 0) return String(superior);
  const dash = DASHES[sign];
  if (dash) return dash;
  return sign === '\u00a0' || sign === '\t' || sign === '\u2002' || sign === '\u2003' ? ' ' : sign;
}

/**
 * Ligatures at their places in TeX's fonts: a font without names for its glyphs (Type 3) gives no more than the places.
 * TeX's older fonts have the first three at places that pdf.js takes for blanks.
 */
const PLACES: Readonly<Record<string, string>> = {
  '\u000e': 'ffi',
  '\u000f': 'ffl',
  '\u001b': 'ff',
  '\u001c': 'fi',
  '\u001d': 'fl',
  '\u001e': 'ffi',
  '\u001f': 'ffl',
};
/** The letters that a ligature is of; none of another sign. What such a font has at these places beside blanks is a bullet. */
function ligatureAt(text: string, at: number): string | undefined {
  const sign = text[at] as string;
  if (sign >= '\ufb00' && sign <= '\ufb06') return sign.normalize('NFKC');
  const letters = PLACES[sign];
  return letters && /\p{L}/u.test(text.slice(Math.max(0, at - 1), at + 2)) ? letters : undefined;
}

class Writer {
  text = '';
  readonly pieces: Piece[] = [];
  readonly sups: [number, number][] = [];

  /** Writes an item's letters; of a ligature the letters that it is of. */
  write(text: string, piece: Omit<Piece, 'at' | 'length' | 'offset'>, raised: boolean): void {
    const from = this.text.length;
    let start = 0;
    const flush = (end: number) => {
      if (end > start)
        this.pieces.push({
          ...piece,
          at: this.text.length - (end - start),
          length: end - start,
          offset: start,
        });
      start = end;
    };
    for (let i = 0; i < text.length; i++) {
      const sign = text[i] as string;
      if (SUPERIOR.includes(sign)) this.sup(this.text.length, this.text.length + 1);
      const letters = ligatureAt(text, i);
      if (letters) {
        flush(i);
        this.pieces.push({
          ...piece,
          at: this.text.length,
          length: letters.length,
          offset: i,
          whole: true,
        });
        this.text += letters;
        start = i + 1;
      } else this.text += plainSign(sign);
    }
    flush(text.length);
    if (raised) {
      const inside = this.text.slice(from);
      const lead = inside.length - inside.trimStart().length;
      this.sup(from + lead, from + inside.trimEnd().length);
    }
  }

  blank(): void {
    if (this.text !== '' && !this.text.endsWith(' ')) this.text += ' ';
  }

  private sup(from: number, to: number): void {
    const last = this.sups.at(-1);
    if (last && this.text.slice(last[1], from).trim() === '') last[1] = to;
    else if (to > from) this.sups.push([from, to]);
  }
}

/**
 * Fragments from left to right. A mark that combines has no width, and may begin behind the letter after its own: it
 * comes right behind what is painted before it.
 */
function inOrder(fragments: readonly Fragment[]): Fragment[] {
  const marks = fragments.filter(({ text }) => /^\p{M}+$/u.test(text));
  const out = fragments.filter((one) => !marks.includes(one)).sort((a, b) => a.x0 - b.x0);
  for (const mark of marks) {
    const letter = out.findLastIndex((one) => one.item === mark.item - 1);
    const before = letter < 0 ? out.findLastIndex((one) => one.x0 <= mark.x0) : letter;
    out.splice(before + 1, 0, mark);
  }
  return out;
}

function finish(open: OpenLine, page: number, region: Region): Line {
  const fragments = inOrder(open.runs.flatMap((run) => run.fragments));
  const fonts = new Map<string, number>();
  const writer = new Writer();
  let gaps = 0;
  let end: number | undefined;
  for (const one of fragments) {
    tally(fonts, one.font, lettersOf(one.text));
    const gap = end === undefined ? 0 : one.x0 - end;
    if (gap > BLANK * Math.max(open.size, one.size) || /^\s/.test(one.text)) writer.blank();
    if (gap > WIDE_GAP * open.size) gaps++;
    const raised = one.size < SCRIPT * open.full && open.base - one.base > LIFT * open.size;
    const { item, x0, x1, size, font } = one;
    writer.write(one.text, { item, x0, x1, size, font }, raised);
    end = Math.max(end ?? one.x1, one.x1);
  }
  const font = mostCounted(fonts) ?? '';
  const letters = [...fonts.values()].reduce((sum, count) => sum + count, 0);
  return joinSpaced({
    page,
    text: writer.text,
    pieces: writer.pieces,
    sups: writer.sups,
    x0: Math.min(...fragments.map((one) => one.x0)),
    x1: Math.max(...fragments.map((one) => one.x1)),
    top: open.base - 0.75 * open.size,
    bottom: open.base + 0.22 * open.size,
    base: open.base,
    size: open.size,
    font,
    share: (fonts.get(font) ?? 0) / Math.max(1, letters),
    gaps,
    left: region.x0,
    right: region.x1,
  });
}

/** The lines of a region, from the top down. */
export function regionLines(region: Region, page: number): Line[] {
  return linesOf(region.runs).map((line) => finish(line, page, region));
}
