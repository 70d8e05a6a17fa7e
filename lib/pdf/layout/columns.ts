/**
 * The order in which the parts of a page are read. A gutter is a vertical stretch of white between two texts that run
 * side by side; what crosses it (a title, a wide figure) divides the page into bands. Bands are read from the top down,
 * in a band its left side before its right one, and each side in the same way again: so three columns, or a column
 * beside a box, need no rule of their own.
 */
import { splitLevels } from './levels';
import { median } from './numbers';
import type { Run } from './runs';

/** A part of a page that is read line by line. */
export interface Region {
  runs: Run[];
  x0: number;
  x1: number;
}

/** A gutter is a line that few runs cross. */
type Gutter = number;

/** Steps in which gutters are looked for, in points. */
const STEP = 2;
/** A gutter is as wide, in parts of the text's size: wider than any gap within a run. */
const NARROWEST = 0.62;
/** Around it so few lines reach in, in parts of the text's size. */
const NEARLY = 3.5;
/** Or so few of the lines of the page: a wide table or figure has cells in the gutter of the text below it. */
const NEARLY_OF_ALL = 0.2;
const MOST_CANDIDATES = 8;
/** A side is at least so wide, in parts of the whole: narrower are numbers in a list, or in a margin. */
const NARROWEST_SIDE = 0.14;
/** Both sides run side by side for so many lines. */
const FEWEST_LINES = 3;
/** Within a column more, unless all begin at one edge: gaps of justified lines may happen to lie below each other. */
const FEWEST_WITHIN = 6;
const ALL_FLUSH = 0.75;
/** The very same edge, in points. */
const SAME_EDGE = 1;
/** So few lines have no second edge. */
const FEW_LINES = 8;
/** Lines of text fill so much of their column; cells of a table do not. */
const FILLED = 0.45;
/** Lines of a column begin at its edge, or at its indent; the words behind wide gaps of justified lines begin anywhere. */
const FLUSH = 0.45;
/** The same edge, in points. */
const EDGE = 3;
/** A line of text has so many letters on average; numbers and cells have fewer. */
const LETTERS_IN_LINE = 12;
const DEEPEST = 6;

const crosses = (run: Run, gutter: Gutter): boolean => run.x0 < gutter - 1 && run.x1 > gutter + 1;

/** Wider pages than posters are read as their left part: a file chooses where its text is. */
const MOST_STEPS = 5_000;

const mostOf = (list: Float64Array): number => list.reduce((most, one) => Math.max(most, one), 0);

/** Lines in a stretch of white that few runs cross, the fewest first. */
function candidates(runs: readonly Run[], x0: number, x1: number, size: number): Gutter[] {
  const steps = Math.min(MOST_STEPS, Math.ceil((x1 - x0) / STEP));
  const cover = new Float64Array(steps + 1);
  for (const run of runs) {
    const first = Math.max(0, Math.floor((run.x0 - x0) / STEP));
    const last = Math.min(steps, Math.floor((run.x1 - x0) / STEP));
    for (let i = first; i <= last; i++) cover[i] = (cover[i] ?? 0) + run.bottom - run.top;
  }
  const few = NEARLY * size;
  const found = (nearly: number) =>
    lowest(cover, nearly, NARROWEST * size).map((place) => x0 + place * STEP);
  const some = found(few);
  const more = found(Math.max(few, NEARLY_OF_ALL * mostOf(cover)));
  return [...new Set([...some, ...more])];
}

/**
 * Where fewest runs are, the fewest first: places in steps.
 * @param nearly a stretch is as white as its whitest place within so much
 */
function lowest(cover: Float64Array, nearly: number, narrowest: number): number[] {
  const steps = cover.length - 1;
  const at = (i: number) => cover[i] ?? 0;
  const side = NARROWEST_SIDE * steps;
  const end = Math.floor(steps - side);
  const out: { place: number; crossed: number }[] = [];
  for (let i = Math.ceil(side); i <= end; ) {
    // A stretch that is covered as little all along, and the nearly white one around it.
    let j = i;
    while (j + 1 <= end && at(j + 1) === at(i)) j++;
    let from = i;
    let to = j;
    while (from > 0 && Math.abs(at(from - 1) - at(i)) < nearly) from--;
    while (to < steps && Math.abs(at(to + 1) - at(i)) < nearly) to++;
    const lower = at(i) < at(from - 1) && at(j) < at(to + 1);
    const least = at(i) <= at(i - 1) && at(j) <= at(j + 1);
    if (lower && least && (to - from + 1) * STEP >= narrowest)
      out.push({ place: (i + j + 1) / 2, crossed: at(i) });
    i = j + 1;
  }
  return out
    .sort((a, b) => a.crossed - b.crossed)
    .slice(0, MOST_CANDIDATES)
    .map(({ place }) => place);
}

/** Lines of one side, in the stretch where the other side has text too. */
function sideOf(runs: readonly Run[], top: number, bottom: number) {
  const lines = new Map<number, { letters: number; width: number; begins: number }>();
  let x0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    if (run.bottom < top || run.top > bottom) continue;
    x0 = Math.min(x0, run.x0);
    x1 = Math.max(x1, run.x1);
    const key = Math.round(run.base / Math.max(2, run.size / 2));
    const line = lines.get(key) ?? { letters: 0, width: 0, begins: run.x0 };
    line.begins = Math.min(line.begins, run.x0);
    line.letters += run.letters;
    line.width += run.x1 - run.x0;
    lines.set(key, line);
  }
  const all = [...lines.values()];
  const width = x1 - x0;
  return {
    lines: all.length,
    flush: flushOf(
      all.map(({ begins }) => begins),
      EDGE,
    ),
    aligned: flushOf(
      all.map(({ begins }) => begins),
      SAME_EDGE,
    ),
    filled: all.reduce((sum, one) => sum + one.width, 0) / (width * all.length),
    letters: all.reduce((sum, one) => sum + one.letters, 0) / all.length,
  };
}

/** How many lines begin where most do, and where most others do, from 0 to 1. */
function flushOf(begins: readonly number[], within: number): number {
  const near = (edge: number, of: readonly number[]) =>
    of.filter((one) => Math.abs(one - edge) < within);
  const most = (of: readonly number[]) =>
    of.map((edge) => near(edge, of)).sort((a, b) => b.length - a.length)[0] ?? [];
  const edge = most(begins);
  const indent = begins.length < FEW_LINES ? [] : most(begins.filter((one) => !edge.includes(one)));
  return (edge.length + indent.length) / begins.length;
}

/** How well two texts run side by side in a band; 0 where they do not, undefined where there is too little of them. */
function bandWorth(
  runs: readonly Run[],
  gutter: Gutter,
  fewest = FEWEST_LINES,
): number | undefined {
  const { left, right } = sides(runs, gutter);
  if (left.length === 0 || right.length === 0) return undefined;
  const top = Math.max(topOf(left), topOf(right));
  const bottom = Math.min(bottomOf(left), bottomOf(right));
  if (bottom <= top) return undefined;
  const a = sideOf(left, top, bottom);
  const b = sideOf(right, top, bottom);
  const lines = Math.min(a.lines, b.lines);
  const few = lines < fewest && !(lines > FEWEST_LINES && b.aligned >= ALL_FLUSH);
  if (lines < FEWEST_LINES || few) return undefined;
  if (b.flush < FLUSH) return 0;
  const filled = Math.min(a.filled, b.filled);
  if (filled < FILLED || Math.min(a.letters, b.letters) < LETTERS_IN_LINE) return 0;
  // Columns of text are fuller than those of tables.
  return (bottom - top) * filled ** 2;
}

const worth = (runs: readonly Run[], gutter: Gutter, fewest: number): number =>
  bandsOf(runs, gutter).reduce(
    (sum, band) => sum + (band.kind === 'sides' ? (bandWorth(band.runs, gutter, fewest) ?? 0) : 0),
    0,
  );

const topOf = (runs: readonly Run[]) => Math.min(...runs.map((run) => run.top));
const bottomOf = (runs: readonly Run[]) => Math.max(...runs.map((run) => run.bottom));

function sides(runs: readonly Run[], gutter: Gutter) {
  const left = runs.filter((run) => (run.x0 + run.x1) / 2 < gutter);
  return { left, right: runs.filter((run) => !left.includes(run)) };
}

interface Band {
  kind: 'full' | 'sides';
  runs: Run[];
}

/** The bands of a part of the page: where something crosses the gutter, and where nothing does. */
function bandsOf(runs: readonly Run[], gutter: Gutter): Band[] {
  const wide = runs.filter((run) => crosses(run, gutter)).sort((a, b) => a.top - b.top);
  const beside = (run: Run) =>
    wide.find(
      (one) => one.top < run.base - run.size * 0.3 && one.bottom > run.base - run.size * 0.3,
    );
  const sorted = [...runs].sort((a, b) => a.top - b.top || a.x0 - b.x0);
  const bands: Band[] = [];
  for (const run of sorted) {
    const kind = crosses(run, gutter) || beside(run) ? 'full' : 'sides';
    const last = bands.at(-1);
    if (last?.kind === kind) last.runs.push(run);
    else bands.push({ kind, runs: [run] });
  }
  // What is on one side only, below or above what crosses, belongs to it: the last line of a wide paragraph.
  const out: Band[] = [];
  for (const [index, band] of bands.entries()) {
    const { left, right } = sides(band.runs, gutter);
    const alone = left.length === 0 || right.length === 0;
    const last = out.at(-1);
    const between = bands.length > 1 && index < bands.length - 1;
    const kind = band.kind === 'sides' && alone && between ? 'full' : band.kind;
    if (last && last.kind === kind) last.runs.push(...band.runs);
    else {
      const rest = last?.kind === 'full' && kind === 'sides' ? restOf(last.runs, band.runs) : [];
      last?.runs.push(...rest);
      out.push({ kind, runs: band.runs.filter((run) => !rest.includes(run)) });
    }
  }
  return out;
}

/** From line to line of a paragraph, in parts of the size. */
const NEXT_LINE = 1.5;
/** Sizes of one paragraph, within this part. */
const ONE_SIZE = 0.05;

/** The last line of a wide title or paragraph, where it is too short to cross the gutter of the columns below it. */
function restOf(wide: readonly Run[], below: readonly Run[]): Run[] {
  const last = [...wide].sort((a, b) => b.base - a.base)[0];
  if (!last) return [];
  const top = Math.min(...below.map((run) => run.base));
  const line = below.filter((run) => run.base - top < last.size / 2);
  const next = below.filter((run) => !line.includes(run));
  const [first] = line;
  if (!first || line.length > 1 || next.length === 0) return [];
  const follows =
    first.base > last.base &&
    first.base - last.base < NEXT_LINE * last.size &&
    Math.abs(first.size - last.size) < ONE_SIZE * last.size;
  // Columns go on at the same distance; what is below the end of a paragraph is apart.
  const apart = topOf(next) - first.base > last.base - wideTop(wide, last);
  return follows && apart ? line : [];
}

/** The ink of the line above a wide text's last one. */
const wideTop = (wide: readonly Run[], last: Run): number =>
  Math.max(
    ...wide.filter((run) => run.base < last.base - last.size / 2).map((run) => run.bottom),
    last.top,
  );

function regionOf(runs: Run[]): Region {
  return {
    runs,
    x0: Math.min(...runs.map((run) => run.x0)),
    x1: Math.max(...runs.map((run) => run.x1)),
  };
}

/**
 * The parts of a page in reading order.
 * @param fewest lines that run side by side, at least
 */
export function readingOrder(runs: readonly Run[], depth = 0, fewest = FEWEST_LINES): Region[] {
  if (runs.length === 0) return [];
  const whole = regionOf([...runs]);
  if (runs.length < 2 * FEWEST_LINES || depth >= DEEPEST) return [whole];
  const size = median(runs.map((run) => run.size));
  let best: Gutter | undefined;
  let most = 0;
  for (const gutter of candidates(runs, whole.x0, whole.x1, size)) {
    const points = worth(runs, gutter, fewest);
    if (points > most) {
      most = points;
      best = gutter;
    }
  }
  if (!best) return [whole];
  const gutter = best;
  return joined(bandsOf(runs, gutter), gutter).flatMap((band) => {
    if (band.kind === 'full')
      return band.runs.length < runs.length
        ? readingOrder(band.runs, depth + 1, fewest)
        : [regionOf(band.runs)];
    const { left: before, right: after } = sides(band.runs, gutter);
    return splitLevels(before, after).flatMap((level) => {
      const { left, right } = sides(level, gutter);
      return [left, right].flatMap((side) => readingOrder(side, depth + 1, FEWEST_WITHIN));
    });
  });
}

/** Bands whose sides are not texts side by side are read as one, with those that touch them. */
function joined(bands: readonly Band[], gutter: Gutter): Band[] {
  const out: Band[] = [];
  for (const band of bands) {
    const kind = band.kind === 'sides' && bandWorth(band.runs, gutter) === 0 ? 'full' : band.kind;
    const last = out.at(-1);
    if (last?.kind === 'full' && kind === 'full') last.runs.push(...band.runs);
    else out.push({ kind, runs: [...band.runs] });
  }
  return out;
}
