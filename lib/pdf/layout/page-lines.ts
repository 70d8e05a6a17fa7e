/** The lines of all pages in reading order, and what is set apart from them. */
import type { PdfPage } from '../source/types';
import { readingOrder } from './columns';
import { pageFragments } from './fragments';
import { headsAndFeet, lineNumbers } from './furniture';
import type { Line } from './line';
import { regionLines } from './lines';
import { mended } from './mend';
import { withoutOverlaid } from './overlaid';
import { runsOf } from './runs';
import { marginSpecks } from './specks';

export interface PageLines {
  width: number;
  height: number;
  lines: Line[];
  /** Running heads, feet, numbers of pages and lines, specks in the margins. */
  furniture: Line[];
  /** Items that run in another direction than the text. */
  turned: number[];
}

/** Reads the lines of every page. */
export function readLines(pages: readonly PdfPage[]): PageLines[] {
  const fragments = pages.map(pageFragments);
  const seen = withoutOverlaid(fragments.map(({ upright }) => runsOf(upright)));
  const numbered = lineNumbers(seen);
  const laid = fragments.map(({ width, height, turned }, page) => {
    const runs = seen[page] ?? [];
    const beside = new Set([...(numbered[page] ?? []), ...marginSpecks(runs)]);
    return { width, height, turned, beside, runs: runs.filter((run) => !beside.has(run)) };
  });
  const heads = headsAndFeet(laid);
  const read = laid.map(({ width, height, turned, beside, runs }, page) => {
    const aside = [...runs.filter((run) => heads.has(run)), ...beside];
    const regions = readingOrder(runs.filter((run) => !heads.has(run)));
    return {
      ...{ width, height, turned },
      lines: regions.flatMap((one) => regionLines(one, page)),
      furniture: regionLines({ runs: aside, x0: 0, x1: width }, page),
    };
  });
  const lines = mended(read.flatMap((page) => page.lines));
  return read.map((page, index) => ({
    ...page,
    lines: lines.filter((line) => line.page === index),
  }));
}
