/**
 * What is printed on every page and read on none: running heads and feet, page numbers, the numbers of lines. It is
 * found by comparing pages: the same words in the same place, or numbers that count pages or lines.
 */
import { median } from './numbers';
import type { Run } from './runs';

export interface PageRuns {
  height: number;
  runs: Run[];
}

/** Heads and feet are within this part of the page from its edges. */
const MARGIN = 0.14;
/** The same place on two pages, in points. */
const SAME_PLACE = 4;
/** The longest text that is compared between pages, in UTF-16 units. */
const LONGEST = 200;
/** A page has line numbers if so many numbers run down beside its text ... */
const FEWEST_NUMBERS = 12;
/** ... of which so many follow the one before, and so many of the lines beside them have one. */
const FOLLOWING = 0.85;
const BESIDE = 0.75;
/** So few go on from those of the column, or page, before. */
const FEWEST_ON = 2;
/** One column of numbers may be on either side of its lines. */
const BOTH_SIDES = -1;
/** The numbers of lines are in one column, in points. */
const ALIGNED = 3;

/** The beginning of the text of a run. */
export const textOfRun = (run: Run): string =>
  run.fragments
    .map((one) => one.text)
    .join('')
    .slice(0, LONGEST);

/** A caption begins alike on many pages, and is none of their furniture. */
const CAPTION = /^(?:fig|tab|abb|scheme|box)/;

interface Marginal {
  run: Run;
  page: number;
  /** The text without what changes from page to page. */
  key: string;
  /** The number that it consists of. */
  number: number | null;
}

/** "12", "Page 12", "12 of 20", "- 12 -", "S12": the number that a run consists of. */
const NUMBERED =
  /^(?:page|p\.|seite)?[-–—|•· ]{0,4}[a-z]?(\d{1,5})[-–—|•· ]{0,4}(?:(?:of|von|\/) ?\d{1,4})?$/i;
/** A number that is in one place on so many pages counts nothing: it is of a publisher's mark. */
const SAME_NUMBER = 3;
/** A number that is the same on every page is a year. */
const YEARS = 1_500;
const ROMAN = /^[ivxl]{1,6}$/i;

function marginals(pages: readonly PageRuns[]): Marginal[] {
  return pages.flatMap(({ height, runs }, page) =>
    runs
      .filter((run) => run.base < MARGIN * height || run.base > (1 - MARGIN) * height)
      .map((run) => {
        const text = textOfRun(run).replace(/\s+/g, ' ').trim();
        const number = NUMBERED.exec(text)?.[1];
        return {
          ...{ run, page, number: number ? Number(number) : null },
          key: text.replace(/\s/g, '').replace(/\d+/g, '#').toLowerCase(),
        };
      }),
  );
}

const isSamePlace = (one: Run, other: Run) => Math.abs(one.base - other.base) < SAME_PLACE;

/** The runs of heads and feet. */
export function headsAndFeet(pages: readonly PageRuns[]): Set<Run> {
  const all = marginals(pages);
  const repeated = new Set<Run>();
  const byKey = new Map<string, Marginal[]>();
  for (const one of all) {
    const alike = byKey.get(one.key);
    if (alike) alike.push(one);
    else byKey.set(one.key, [one]);
  }
  for (const [key, alike] of byKey) {
    // Numbers in brackets or with a point are of the text: years, labels.
    if (CAPTION.test(key) || (!/\p{L}{2}/u.test(key) && alike[0]?.number === null)) continue;
    for (const one of alike) {
      const same = alike.filter(
        ({ number, run }) => number === one.number && isSamePlace(run, one.run),
      );
      const again =
        same.length >= SAME_NUMBER ||
        alike.some(
          (other) =>
            other.page !== one.page &&
            isSamePlace(one.run, other.run) &&
            // Numbers count the pages, or they are of the text.
            (one.number === null ||
              (other.number === one.number && one.number > YEARS) ||
              (other.number !== null && other.number - one.number === other.page - one.page)),
        );
      if (again) repeated.add(one.run);
    }
  }
  const found = inWholeRows(pages, repeated);
  // What is beside a page number, at the very edge, is a head too, though its words are on one page only.
  for (const { run, page, key, number } of all) {
    if (found.has(run) || number !== null) continue;
    const { runs, height } = pages[page] as PageRuns;
    const top = run.base < height / 2;
    const outermost = !runs.some(
      (one) =>
        !found.has(one) &&
        (top ? one.base < run.base - SAME_PLACE : one.base > run.base + SAME_PLACE),
    );
    const beside = all.some(
      (one) => one.page === page && found.has(one.run) && isSamePlace(one.run, run),
    );
    if (outermost && (beside || ROMAN.test(key))) found.add(run);
  }
  return found;
}

/** Of a row that is mostly text, a word that other pages have in its place is of the text. */
function inWholeRows(pages: readonly PageRuns[], found: ReadonlySet<Run>): Set<Run> {
  const out = new Set<Run>();
  for (const { runs } of pages)
    for (const run of runs) {
      if (!found.has(run)) continue;
      const row = runs.filter((one) => isSamePlace(one, run));
      const letters = (of: readonly Run[]) => of.reduce((sum, one) => sum + one.letters, 0);
      if (2 * letters(row.filter((one) => found.has(one))) >= letters(row)) out.add(run);
    }
  return out;
}

/** Numbers that are printed one below the other. */
interface NumberColumn {
  runs: Run[];
  x0: number;
  x1: number;
  first: number;
  last: number;
  /** From one to the next, mostly. */
  every: number;
}

/** The columns of numbers on a page that count lines, one by one or in fives, from left to right. */
function countingColumns(runs: readonly Run[]): NumberColumn[] {
  const columns = new Map<number, { run: Run; number: number }[]>();
  for (const run of runs) {
    const text = textOfRun(run).trim();
    if (!/^\d{1,4}$/.test(text)) continue;
    const place = Math.round(run.x1 / ALIGNED);
    const key = [place, place - 1, place + 1].find((one) => columns.has(one)) ?? place;
    const column = columns.get(key) ?? [];
    column.push({ run, number: Number(text) });
    columns.set(key, column);
  }
  const out: NumberColumn[] = [];
  for (const column of columns.values()) {
    column.sort((a, b) => a.run.base - b.run.base);
    const [first, last] = [column[0], column.at(-1)] as [(typeof column)[0], (typeof column)[0]];
    const step = column.slice(1).map(({ number }, index) => number - (column[index]?.number ?? 0));
    const following = step.filter((by) => by === 1 || by === 5).length;
    if (column.length < FEWEST_ON || following < FOLLOWING * step.length) continue;
    out.push({
      runs: column.map(({ run }) => run),
      x0: Math.min(...column.map(({ run }) => run.x0)),
      x1: first.run.x1,
      ...{ first: first.number, last: last.number, every: median(step) },
    });
  }
  return out.sort((a, b) => a.x0 - b.x0);
}

/** How many lines are beside a column of numbers, up to the next one: two columns of text have two of numbers. */
function linesBeside(
  { runs: [first, ...rest], x1 }: NumberColumn,
  end: number,
  all: readonly Run[],
) {
  const top = first?.top ?? 0;
  const bottom = rest.at(-1)?.bottom ?? 0;
  const beside = all.filter(
    ({ base, letters, x0 }) =>
      letters > 3 && base > top && base < bottom && (end === BOTH_SIDES || (x0 > x1 && x0 < end)),
  );
  return new Set(beside.map(({ base }) => Math.round(base / SAME_PLACE))).size;
}

/**
 * The runs that number the lines of the pages. Few lines of a page may be numbered, if their numbers go on from those
 * before.
 */
export function lineNumbers(pages: readonly (readonly Run[])[]): Set<Run>[] {
  let last = 0;
  return pages.map((runs) => {
    const found = new Set<Run>();
    const columns = countingColumns(runs);
    for (const [index, column] of columns.entries()) {
      const goesOn = last > 0 && column.first === last + column.every;
      if (column.runs.length < FEWEST_NUMBERS && !goesOn) continue;
      const end = columns.length > 1 ? (columns[index + 1]?.x0 ?? Infinity) : BOTH_SIDES;
      const numbered = column.runs.length * column.every;
      const beside = linesBeside(column, end, runs);
      // What has no lines beside it counts something else: years in the last column of a table.
      if (beside === 0 || numbered < BESIDE * beside) continue;
      for (const run of column.runs) found.add(run);
      last = column.last;
    }
    return found;
  });
}
