/**
 * Tables that are not codebooks: our own evidence table after an edit, tables of scite, and every other one, whose columns
 * its reader names. As CSV with whatever separator, or as a workbook.
 */

import { isCodebookTable } from '../../codebook/table-in';
import { unguardCell } from '../../csv';
import { codebookNameFrom } from '../../file-name';
import { withSectionKinds } from '../coding';
import type { FileText } from '../file-text';
import type { Importer, Reading, ReadTableFile } from '../importer';
import { REFERENCE_FORMATS } from '../references';
import { Found } from '../references/reference';
import type { ZipFile } from '../zip-file';
import { readCoded } from './coded';
import {
  guessColumns,
  guessMapping,
  isCodedTable,
  isEvidenceTable,
  lackOf,
  type TableMapping,
} from './columns';
import { readScite, sciteKind } from './scite';
import { headingsOf, type Table, type TableRow, tableFrom, tableOf } from './table';
import { cellOf, draftOf } from './works';
import { isWorkbook, readOr, type SheetOfFile, sheetsOf } from './xlsx';

const LABEL = 'tables of coding or papers';

export const tables: Importer = {
  ...{ id: 'table', label: LABEL, extensions: ['csv', 'tsv'], mime: 'text/csv' },
  sniff: isTable,
  read: ({ text, name }) => readingOf(tableOf(text), name),
};

export const workbooks: Importer = {
  ...{ id: 'workbook', label: LABEL, extensions: ['xlsx'] },
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  sniff: ({ zip }) => isWorkbook(zip),
  read: ({ zip, name }) =>
    isWorkbook(zip)
      ? readWorkbook(zip, name)
      : { ok: false, problem: 'This is not a workbook. Nothing was imported.' },
};

/** @param wanted the sheet that its reader chose */
function readWorkbook(zip: ZipFile, file: string, wanted?: string): Reading {
  // Anew for each sheet that is looked at: each has the whole limit on cells.
  const found = readOr(() => {
    const sheets = sheetsOf(zip);
    return {
      names: [...new Set(sheets.map(({ name }) => name))],
      table: chosenSheet(sheets, wanted),
    };
  });
  if (typeof found === 'string') return { ok: false, problem: found };
  const reading = readingOf(found.table, file);
  if (!reading.ok || reading.kind !== 'table' || found.names.length < 2) return reading;
  const read = (name: string) => readWorkbook(zip, file, name);
  return { ...reading, sheets: { names: found.names, read } };
}

/** By its name, or by a heading that is known among several. A codebook is one too, and has a reader of its own. */
function isTable(file: FileText): boolean {
  const { start, isJson, name, bytes } = file;
  if (bytes || isJson || !start || start.startsWith('<') || start.startsWith('%PDF')) return false;
  if (isCodebook(start) || REFERENCE_FORMATS.some((format) => format.sniff(file))) return false;
  const headings = headingsOf(start).filter(Boolean);
  if (/\.(?:csv|tsv)$/i.test(name)) return headings.length > 0;
  const known = Object.keys(guessColumns(headings)).length;
  return headings.length > 1 && known > 1;
}

/** Codes with memos are a codebook; with quotes and papers beside them they are coding. */
export const isCodebook = (start: string): boolean =>
  isCodebookTable(start) && !isCodedTable(headingsOf(start));

const WORKBOOK_SHEETS = ['Tags', 'Methods'];

/** The one that is wanted; else our own tags where the workbook is ours, else the first sheet that has anything in it. */
function chosenSheet(sheets: readonly SheetOfFile[], wanted?: string): Table | string {
  const isOurs = WORKBOOK_SHEETS.every((name) => sheets.some((one) => one.name === name));
  const named = isOurs ? sheets.find(({ name }) => name === WORKBOOK_SHEETS[0]) : undefined;
  const read = (sheet: SheetOfFile) => ({ name: sheet.name, rows: sheet.rows() });
  const asked = wanted === undefined ? named : sheets.find(({ name }) => name === wanted);
  const found = asked ? read(asked) : firstFilled(sheets.values(), read);
  if (!found) return 'There is nothing in this workbook. Nothing was imported.';
  // A sheet that was made from our CSV still has its apostrophes; our own sheets have none.
  const plain = named ? (cell: string) => cell : unguardCell;
  const rows = found.rows.map(({ line, cells }) => ({ line, cells: cells.map(plain) }));
  return tableFrom(rows, undefined, found.name);
}

type ReadSheet = { name: string; rows: TableRow[] };

/** The first that has more than headings. */
function firstFilled(
  sheets: Iterable<SheetOfFile>,
  read: (sheet: SheetOfFile) => ReadSheet,
): ReadSheet | undefined {
  for (const sheet of sheets) {
    const one = read(sheet);
    if (one.rows.length > 1) return one;
  }
  return undefined;
}

function readingOf(table: Table | string, file: string): Reading {
  if (typeof table === 'string') return { ok: false, problem: table };
  const name = codebookNameFrom(file);
  const columns = guessColumns(table.headings);
  if (isEvidenceTable(table.headings)) return readCoded(table, columns, name);
  const scite = sciteKind(table);
  if (scite) return readScite(table, columns, scite);
  return { ok: true, kind: 'table', name, table, guess: guessMapping(table.headings) };
}

/** A table as the coding or the list of papers that the reader chose. */
export function readMapped(
  { table, name }: ReadTableFile,
  { use, columns }: TableMapping,
): Reading {
  const lack = lackOf({ use, columns });
  if (lack) return { ok: false, problem: lack };
  if (use === 'coding') return withSectionKinds(readCoded(table, columns, name));
  const found = new Found();
  for (const row of table.rows) found.add(draftOf(row, columns, [cellOf(row, columns, 'note')]));
  const broken = [...table.broken, ...found.broken].sort((a, b) => a.line - b.line);
  return { ok: true, kind: 'references', references: found.references, broken };
}
