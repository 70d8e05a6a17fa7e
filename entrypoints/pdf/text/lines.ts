/**
 * Which letter a point of a page means, whatever is there: text, the gap between two columns, a figure, the margin. What a
 * drag selects follows from it: everything between two letters in reading order.
 */
import { lettersBefore, type Placed, type PlacedPart } from './place';

interface Box {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

interface TextLine extends Box {
  runs: Placed[];
}

/** Runs of one line overlap so much of the lower one, from top to bottom. */
const SAME_LINE = 0.5;
/** Beside a text is further away than above it and below it, so many times: the point stays in its column. */
const BESIDE = 3;

const boxOf = ({ x, y, width, height, angle }: Placed): Box => {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const xs = [x, x + width * dx, x - height * dy, x + width * dx - height * dy];
  const ys = [y, y + width * dy, y + height * dx, y + width * dy + height * dx];
  return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
};

const around = (a: Box, b: Box): Box => ({
  x0: Math.min(a.x0, b.x0),
  x1: Math.max(a.x1, b.x1),
  y0: Math.min(a.y0, b.y0),
  y1: Math.max(a.y1, b.y1),
});

function linesOf(runs: readonly Placed[]): TextLine[] {
  const lines: TextLine[] = [];
  for (const run of runs) {
    const box = boxOf(run);
    const last = lines.at(-1);
    const shared = last ? Math.min(last.y1, box.y1) - Math.max(last.y0, box.y0) : 0;
    const lower = Math.min(box.y1 - box.y0, last ? last.y1 - last.y0 : 0);
    if (last && shared > SAME_LINE * lower && box.x0 > last.x0)
      Object.assign(last, around(last, box)).runs.push(run);
    else lines.push({ ...box, runs: [run] });
  }
  return lines;
}

const outside = (value: number, from: number, to: number): number =>
  Math.max(0, from - value, value - to);

interface PartLines {
  box: Box;
  /** From the left edge of what belongs to its column to the right edge. */
  band: readonly [number, number];
  lines: TextLine[];
}

/**
 * A band up to the middle of the gutter on either side, and to the edge of the page where there is none: who presses
 * there means the column beside it, and not what lies above or below both.
 */
function upToGutters(band: readonly [number, number], all: readonly PartLines[]): [number, number] {
  const [from, to] = band;
  const before = Math.max(
    ...all.map(({ band: [, right] }) => right).filter((right) => right <= from),
  );
  const behind = Math.min(...all.map(({ band: [left] }) => left).filter((left) => left >= to));
  return [(before + from) / 2, (to + behind) / 2];
}

/** The lines of a page. */
export class PageText {
  private readonly parts: PartLines[];

  constructor(parts: readonly PlacedPart[]) {
    const found = parts.flatMap(({ part, runs }): PartLines[] => {
      const lines = linesOf(runs);
      if (!lines.length) return [];
      const box = lines.reduce(around, lines[0] as Box);
      // The edges of the column are those of the page as it is read: a page that is turned has its own.
      const upright = runs.every(({ angle }) => angle === 0);
      const band: [number, number] = upright
        ? [Math.min(part.left, box.x0), Math.max(part.right, box.x1)]
        : [box.x0, box.x1];
      return [{ box, band, lines }];
    });
    this.parts = found.map((part) => ({ ...part, band: upToGutters(part.band, found) }));
  }

  /** The offset in the text of the letter that a point means, in points of the page; null for a page without text. */
  offsetAt(x: number, y: number): number | null {
    let best: PartLines | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const part of this.parts) {
      const { box, band } = part;
      const distance = BESIDE * outside(x, ...band) + outside(y, box.y0, box.y1);
      if (distance < least) [best, least] = [part, distance];
    }
    if (!best) return null;
    const line = nearestLine(best.lines, x, y);
    // Left of a line and right of it are its ends.
    const run = nearest(line.runs, (one) => {
      const { x0, x1 } = boxOf(one);
      return outside(x, x0, x1);
    });
    const along = (x - run.x) * Math.cos(run.angle) + (y - run.y) * Math.sin(run.angle);
    return run.run.start + lettersBefore(run, along);
  }
}

function nearestLine(lines: readonly TextLine[], x: number, y: number): TextLine {
  return nearest(
    lines,
    (line) => outside(y, line.y0, line.y1) + outside(x, line.x0, line.x1) / 1e3,
  );
}

function nearest<T>(all: readonly T[], distance: (one: T) => number): T {
  return all.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}
