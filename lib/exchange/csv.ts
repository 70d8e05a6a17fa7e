/**
 * CSV as spreadsheets want it, with nothing in it that a spreadsheet would run.
 *
 * RFC 4180 quoting and line ends; a byte order mark, without which Excel reads UTF-8 as something else; line
 * breaks inside a cell survive. A text cell that begins with one of = + - @ tab CR (OWASP ASVS 5.0, 1.2.10),
 * with a line end, a NUL or a full-width form of these signs gets an apostrophe before it. Numbers are never
 * touched: a strength of -2 stays a number. To be reversible, a text that itself begins with apostrophes and
 * then such a sign gets one more; `unguardCell` takes exactly one off.
 */
import Papa from 'papaparse';
import type { Separator } from './separators';
import { sanitizeText } from './text';

export const CSV_MIME = 'text/csv;charset=utf-8';

export type Cell = string | number | boolean | undefined;

export interface Column<Row> {
  header: string;
  cell: (row: Row) => Cell;
}

// Papa's own rule stops at a line break ("=1\n+2" would pass), so it is given ours.
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is one of the signs
const DANGEROUS = /^'*[=+\-@\t\r\n\u0000＝＋－＠]/;

/** A table as the text of a CSV file. Where the separator is a semicolon, numbers have a decimal comma: as a date, 5.1 is lost. */
export function writeCsv<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  separator: Separator = ',',
): string {
  const cells = rows.map((row) =>
    columns.map(({ cell }) => {
      const value = cell(row);
      if (typeof value === 'string') return sanitizeText(value);
      return separator === ';' && typeof value === 'number' && !Number.isInteger(value)
        ? String(value).replace('.', ',')
        : value;
    }),
  );
  const table = [columns.map(({ header }) => sanitizeText(header)), ...cells];
  const text = Papa.unparse(table, {
    ...{ newline: '\r\n', escapeFormulae: DANGEROUS, delimiter: separator },
  });
  return `\ufeff${text}\r\n`;
}

/** A cell of a file that `writeCsv` wrote, as it was before it was guarded. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && DANGEROUS.test(text) ? text.slice(1) : text;
}

/** A signed number, as ratings are: as a formula it is that number. */
const SIGNED_NUMBER = /^[+-]\d+(?:\.\d+)?$/;

/** A text that is pasted into a spreadsheet, guarded as in a file. */
export function guardCell(text: string): string {
  return DANGEROUS.test(text) && !SIGNED_NUMBER.test(text) ? `'${text}` : text;
}
