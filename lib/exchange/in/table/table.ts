/** A table of another program, from the text of a CSV file of whatever separator, or from a sheet of a workbook. */
import Papa from 'papaparse';
import { type BrokenReference, LONGEST_TEXT } from '../../../model';
import { unguardCell } from '../../csv';
import { beginningOf } from '../references/lines';

export interface TableRow {
  /** As spreadsheets count: the headings are row 1. */
  line: number;
  cells: readonly string[];
}

export interface Table {
  headings: readonly string[];
  rows: readonly TableRow[];
  /** Rows that were not taken. */
  broken: readonly BrokenReference[];
  /** Of a workbook, the sheet's name. */
  sheet?: string;
}

/** More than anyone has coded; what has more is divided. */
export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 500;
const SEPARATORS = [',', ';', '\t'] as const;
/** Excel's own line on its separator. */
const NAMED_SEPARATOR = /^\ufeff?sep=(.)\r?\n/;

/** Cells of the first row; '' of one that cannot be read. */
export function headingsOf(start: string): string[] {
  const { text, separator } = unmarked(start);
  const { data } = Papa.parse<string[]>(text, { delimiter: separator, preview: 1 });
  return (data[0] ?? []).map(clean);
}

/** What of a file is its table, and what is between its cells: what divides the first row into most of them. */
function unmarked(text: string): { text: string; separator: string } {
  const named = NAMED_SEPARATOR.exec(text);
  const rest = named ? text.slice(named[0].length) : text.replace(/^\ufeff/, '');
  if (named?.[1]) return { text: rest, separator: named[1] };
  const start = rest.slice(0, LONGEST_HEADINGS);
  const counts = SEPARATORS.map((separator) => {
    const { data } = Papa.parse<string[]>(start, { delimiter: separator, preview: 1 });
    return data[0]?.length ?? 0;
  });
  const separator = SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
  return { text: rest, separator };
}

/** Of a first row; many columns with long names fit in. */
const LONGEST_HEADINGS = 50_000;

/** @returns a sentence where it cannot be read */
export function tableOf(file: string): Table | string {
  const { text, separator } = unmarked(file);
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: separator,
    // One more than is taken, to know that there are more.
    preview: MOST_ROWS + 2,
  });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  const rows = data.map((cells, i) => ({ line: i + 1, cells: cells.map(unguardCell) }));
  return tableFrom(rows, open ? (open.row ?? data.length - 1) + 1 : undefined);
}

/**
 * A table from its rows, the first of which that has anything in it are the headings.
 * @param openAt the row in which a quotation mark is not closed
 */
export function tableFrom(rows: readonly TableRow[], openAt?: number, sheet?: string) {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim()));
  const [first, ...body] = filled;
  if (!first) return 'There is nothing in this table. Nothing was imported.';
  if (body.length > MOST_ROWS)
    return `This table has more than ${MOST_ROWS.toLocaleString('en')} rows. Nothing was imported: divide it into several.`;
  if (first.cells.length > MOST_COLUMNS)
    return `This table has more than ${MOST_COLUMNS} columns. Nothing was imported.`;
  const broken: BrokenReference[] = [];
  const sound = body.filter((row) => {
    const problem = problemOf(row, openAt);
    const text = beginningOf(row.cells.find((cell) => cell.trim()) ?? '');
    if (problem) broken.push({ line: row.line, text, problem });
    return !problem;
  });
  const headings = first.cells.map(clean);
  return { headings, rows: sound, broken, ...(sheet !== undefined && { sheet }) };
}

function problemOf({ line, cells }: TableRow, openAt: number | undefined): string | undefined {
  if (line === openAt) return 'a quotation mark in it is not closed: the file may be cut off';
  if (cells.some(({ length }) => length > LONGEST_TEXT))
    return `it has a cell of more than ${LONGEST_TEXT.toLocaleString('en')} characters`;
  return undefined;
}

const clean = (heading: string): string => unguardCell(heading).replace(/\s+/g, ' ').trim();
