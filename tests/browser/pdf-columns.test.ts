/** What drags over columns select in given PDFs. Where the columns are is told by poppler, which shares no code with us. */
import { expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { columnPage, dragsOn, type JudgedLine, judgeDrag } from '../support/column-drags';
import { NO_CORPUS } from '../support/no-corpus';
import { LaidFile } from '../support/pdf-placed';

/** One file of so many is looked at: those of one publisher are next to each other. */
const EVERY = 3;

const files = (await commands.pdfsInColumns()).filter((_, i) => i % EVERY === 0);
const missing = files.length ? '' : `: ${NO_CORPUS}`;
const without = (await commands.hasPoppler())
  ? ''
  : ': poppler (pdftotext) is not installed: skipped';

interface Row {
  file: string;
  drags: number;
  empty: number;
  lines: JudgedLine[];
}

/** Drags on the first, the middle and the last page in two columns. */
async function dragged(file: string): Promise<Row | null> {
  const { pdf, pages: all } = await commands.pdfWithLines(file);
  const laid = new LaidFile(pdf);
  const pages = all.flatMap((page, i) => columnPage(page, i) ?? []);
  const row: Row = { file, drags: 0, empty: 0, lines: [] };
  for (const at of new Set([0, Math.floor(pages.length / 2), pages.length - 1])) {
    const page = pages[at];
    if (!page) return null;
    const next = pages.find((one) => one.page === page.page + 1);
    for (const drag of dragsOn(page, next)) {
      const outcome = await judgeDrag(laid, pages, drag);
      if (!outcome) continue;
      row.drags += 1;
      row.empty += Number(outcome.isEmpty);
      row.lines.push(...outcome.selected);
    }
  }
  return row;
}

const percent = (part: number, all: number): string => `${((100 * part) / all).toFixed(2)} %`;

test.skipIf(missing || without)(
  `a drag over the gap, from the gutter, into the margin and over pages selects columns${missing || without}`,
  async () => {
    const rows: Row[] = [];
    for (const file of files) rows.push(...([await dragged(file)].filter((row) => row) as Row[]));
    const share = (lines: readonly JudgedLine[]) =>
      lines.filter((one) => !one.isAstray).length / lines.length;
    const lines = rows.flatMap((row) => row.lines);
    const full = lines.filter(({ isFull }) => isFull);
    const told = (list: readonly JudgedLine[]) => {
      const astray = list.filter(({ isAstray }) => isAstray).length;
      const inBand = list.filter(({ isAstray, isAstrayInBand }) => isAstray && isAstrayInBand);
      return [
        `${list.length} selected, ${percent(list.length - astray, list.length)} in columns of the drag`,
        `${percent(list.length - inBand.length, list.length)} where each band has columns of its own`,
      ].join(', ');
    };
    const drags = rows.reduce((sum, row) => sum + row.drags, 0);
    const beyond = full.filter(({ isBeyond }) => isBeyond).length;
    console.log(
      [
        `${rows.length} files, ${drags} drags`,
        `lines of the columns: ${told(full)}; ${beyond} above the beginning or below the end`,
        `with those of tables and figures: ${told(lines)}`,
        ...full
          .filter((one) => one.isAstray && one.isAstrayInBand)
          .map(({ text }) => `  astray: ${text}`),
      ].join('\n'),
    );
    expect(rows.length).toBeGreaterThanOrEqual(12);
    expect(drags).toBeGreaterThanOrEqual(3 * rows.length);
    expect(rows.filter(({ empty }) => empty).map(({ file }) => file)).toEqual([]);
    expect(full.length).toBeGreaterThan(3_000);
    // A page with two texts one above the other is read text by text, and not column by column.
    expect(full.filter((one) => one.isAstray && one.isAstrayInBand)).toEqual([]);
    expect(share(full)).toBeGreaterThanOrEqual(0.995);
    expect(share(lines)).toBeGreaterThanOrEqual(0.97);
  },
  120_000,
);
