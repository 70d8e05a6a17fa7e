/**
 * Drags over pages in two columns, and a judge of what they select, who knows the page from poppler alone: every selected
 * line lies in a column in which the drag began, passed whole, or ended; below its beginning and above its end.
 */
import type { PopplerLine, PopplerPage } from './pdf-commands';
import type { LaidFile, LaidPage } from './pdf-placed';

/** A gutter is in the middle part of the page. */
const MIDDLE = [0.35, 0.65] as const;
/** A line of a column is as wide as that, in parts of the page; those of tables and figures are shorter. */
const FULL = 0.3;
/** A page in two columns has so many full lines on either side of its gutter. */
const LEAST_LINES = 15;
/** And so few lines that cross it, in parts of the full ones. */
const MOST_CROSS = 0.1;
/** So far a line may reach into what is looked at as a gutter, in points. */
const LOOSE = 1;

interface Point {
  page: number;
  x: number;
  y: number;
}

export interface Drag {
  name: string;
  from: Point;
  to: Point;
}

type Side = 'left' | 'right' | 'wide';

/** White over the whole width that is so high, in parts of a line's height, ends a part of a page in columns. */
const BAND_GAP = 1.6;

/** A page in two columns. */
export interface ColumnPage {
  page: number;
  width: number;
  gutter: number;
  /** `band`: which of the parts that are one above the other the line is in; columns of one are read before the next. */
  lines: (PopplerLine & { side: Side; isFull: boolean; band: number })[];
}

/** The bands of lines: what is wide is one of its own, and white over the whole width divides others. */
function bandsOf(lines: readonly (PopplerLine & { side: Side })[]): Map<PopplerLine, number> {
  const heights = lines.map(({ y0, y1 }) => y1 - y0).sort((a, b) => a - b);
  const gap = BAND_GAP * (heights[heights.length >> 1] ?? 0);
  const bands = new Map<PopplerLine, number>();
  let band = 0;
  let bottom: number | null = null;
  let wide = false;
  for (const line of [...lines].sort((a, b) => a.y0 - b.y0)) {
    const isWide = line.side === 'wide';
    if (bottom !== null && (isWide !== wide || line.y0 - bottom > gap)) band++;
    bands.set(line, band);
    bottom = Math.max(bottom ?? line.y1, line.y1);
    wide = isWide;
  }
  return bands;
}

/** The page with its gutter; null for one that is not in two columns. */
export function columnPage({ width, lines }: PopplerPage, page: number): ColumnPage | null {
  const sideOf = (line: PopplerLine, at: number): Side =>
    line.x1 <= at + LOOSE ? 'left' : line.x0 >= at - LOOSE ? 'right' : 'wide';
  const full = lines.filter(({ x0, x1 }) => x1 - x0 >= FULL * width);
  let best = { at: [] as number[], cross: Number.POSITIVE_INFINITY };
  for (let at = width * MIDDLE[0]; at <= width * MIDDLE[1]; at += 1) {
    const count = (side: Side) => full.filter((line) => sideOf(line, at) === side).length;
    const cross = count('wide');
    if (Math.min(count('left'), count('right')) < LEAST_LINES) continue;
    if (cross > MOST_CROSS * full.length || cross > best.cross) continue;
    best = { at: [...(best.cross === cross ? best.at : []), at], cross };
  }
  const gutter = best.at[Math.floor(best.at.length / 2)];
  if (gutter === undefined) return null;
  const isFull = (line: PopplerLine) => line.x1 - line.x0 >= FULL * width;
  const sided = lines.map((line) => ({
    ...line,
    side: sideOf(line, gutter),
    isFull: isFull(line),
  }));
  const bands = bandsOf(sided);
  return {
    ...{ page, width, gutter },
    lines: sided.map((line) => ({ ...line, band: bands.get(line) ?? 0 })),
  };
}

const middleOf = (from: number, to: number) => (from + to) / 2;

/** A line of a column, so far down it. */
function lineAt({ lines }: ColumnPage, side: Side, share: number): PopplerLine {
  const mine = lines
    .filter((line) => line.side === side && line.isFull)
    .sort((a, b) => a.y0 - b.y0);
  return mine[Math.floor(share * (mine.length - 1))] as PopplerLine;
}

/** Drags on a page, and over to the next one if that is in columns, too. */
export function dragsOn(one: ColumnPage, next: ColumnPage | undefined): Drag[] {
  const at = (of: ColumnPage, side: Side, share: number, x?: number): Point => {
    const line = lineAt(of, side, share);
    return { page: of.page, x: x ?? middleOf(line.x0, line.x1), y: middleOf(line.y0, line.y1) };
  };
  return [
    { name: 'over the gap', from: at(one, 'left', 0.6), to: at(one, 'right', 0.4) },
    { name: 'from the gutter', from: at(one, 'left', 0.3, one.gutter), to: at(one, 'right', 0.7) },
    { name: 'into the margin', from: at(one, 'left', 0.2), to: at(one, 'left', 0.8, 4) },
    {
      name: 'into the outer margin',
      from: at(one, 'left', 0.7),
      to: at(one, 'right', 0.6, one.width - 4),
    },
    ...(next
      ? [{ name: 'over the page', from: at(one, 'right', 0.6), to: at(next, 'left', 0.4) }]
      : []),
  ];
}

interface Line {
  page: ColumnPage;
  line: ColumnPage['lines'][number];
  /** Letters of the text that it has, as [start, end). */
  letters: [number, number][];
}

/** The lines of pages with the letters of our text that lie in them; lines without any cannot be selected. */
function linesWithLetters(
  pages: readonly ColumnPage[],
  laid: ReadonlyMap<number, LaidPage>,
): Line[] {
  return pages.flatMap((page) => {
    const all: Line[] = page.lines.map((line) => ({ page, line, letters: [] }));
    for (const { runs } of laid.get(page.page)?.parts ?? [])
      for (const { run, x, y, width, height, angle } of runs) {
        if (angle) continue;
        const length = run.element.textContent?.length ?? 0;
        const [cx, cy] = [x + width / 2, y + height / 2];
        const holder = all.find(
          ({ line: { x0, x1, y0, y1 } }) => cx >= x0 && cx <= x1 && cy >= y0 && cy <= y1,
        );
        if (length) holder?.letters.push([run.start, run.start + length]);
      }
    return all.filter(({ letters }) => letters.length);
  });
}

export interface Outcome {
  /** Lines with a selected letter. */
  selected: JudgedLine[];
  /** Where a drag from text to text selects nothing, that is a fault, too. */
  isEmpty: boolean;
}

export interface JudgedLine {
  text: string;
  /** As wide as a line of the columns, and not one of a table or figure. */
  isFull: boolean;
  /** In a column in which the drag neither began nor ended, and which it did not pass whole. */
  isAstray: boolean;
  /** The same of the columns of one band: a page may have the end of one text above the two columns of another. */
  isAstrayInBand: boolean;
  /** Above the beginning of the drag, in its column, or below its end. */
  isBeyond: boolean;
}

const NOTHING: Outcome = { selected: [], isEmpty: true };

/** So far above its beginning and below its end a selected line may reach, in parts of its height. */
const TOLERANCE = 0.9;

/** What a drag selects, judged; null where poppler has no line at its beginning or end, as in some scans. */
export async function judgeDrag(
  file: LaidFile,
  pages: readonly ColumnPage[],
  { from, to }: Drag,
): Promise<Outcome | null> {
  const mine = pages.filter(({ page }) => page >= from.page && page <= to.page);
  const laid = new Map<number, LaidPage>();
  for (const { page } of mine) laid.set(page, await file.page(page));
  const [a, b] = [from, to].map(({ page, x, y }) => laid.get(page)?.text.offsetAt(x, y) ?? null);
  if (a === null || b === null || a === undefined || b === undefined || a === b) return NOTHING;
  const [start, end] = [Math.min(a, b), Math.max(a, b)];
  const lines = linesWithLetters(mine, laid);
  const touches = ({ letters }: Line) => letters.some(([s, e]) => s < end && e > start);
  const holds = ({ letters }: Line, at: number) => letters.some(([s, e]) => s <= at && at <= e);
  const first = lines.find((one) => holds(one, start));
  const last = lines.findLast((one) => holds(one, end));
  if (!first || !last) return null;
  const sameColumn = (one: Line, other: Line) =>
    one.page === other.page && one.line.side === other.line.side;
  const sameInBand = (one: Line, other: Line) =>
    sameColumn(one, other) && one.line.band === other.line.band;
  const isAstray = (one: Line, same: typeof sameColumn): boolean => {
    const isWhole = lines.every((other) => !same(other, one) || touches(other));
    return !(same(one, first) || same(one, last) || isWhole);
  };
  const isBeyond = (one: Line): boolean => {
    const slack = TOLERANCE * (one.line.y1 - one.line.y0);
    const isAbove = sameColumn(one, first) && one.line.y1 < first.line.y0 - slack;
    const isBelow = sameColumn(one, last) && one.line.y0 > last.line.y1 + slack;
    return isAbove || isBelow;
  };
  const selected = lines.filter(touches).map((one) => ({
    text: `page ${one.page.page + 1}, ${one.line.side}: ${one.line.text}`,
    isFull: one.line.isFull,
    isAstray: isAstray(one, sameColumn),
    isAstrayInBand: isAstray(one, sameInBand),
    isBeyond: isBeyond(one),
  }));
  return { selected, isEmpty: false };
}
