/**
 * A codebook from a table: a CSV file of any tool, or cells pasted from a spreadsheet. Columns are known by their
 * headings; cells without headings are names, and definitions beside them.
 */
import Papa from 'papaparse';
import { unguardCell } from '../csv';
import { type DraftEntry, draftOf, idFor } from './draft';
import { splitList } from './list-text';
import { readMemo } from './memo';
import type { CodebookReading } from './qdc';

type Column =
  | 'label'
  | 'path'
  | 'memo'
  | 'parent'
  | 'group'
  | 'level'
  | 'code'
  | 'cues'
  | 'aliases'
  | 'include'
  | 'exclude'
  | 'barrierNote'
  | 'facilitatorNote'
  | 'note'
  | 'id'
  | 'book';

/** What columns are called, in our own files and in those of other tools. The first that is there is taken. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  label: ['label', 'influence', 'tag', 'name', 'code name', 'construct', 'theme'],
  // MAXQDA's and Taguette's: names from the broadest on, with a sign between.
  path: ['path', 'code'],
  memo: ['definition', 'description', 'memo', 'comment'],
  parent: ['parent', 'broader influence', 'broader', 'parent code', 'domain'],
  group: ['group', 'group 1', 'code group', 'code group 1', 'category'],
  level: ['level'],
  code: ['number', 'framework code'],
  cues: ['cues', 'cue', 'keywords'],
  aliases: ['also called', 'aliases', 'synonyms'],
  include: ['include', 'inclusion criteria', 'when to use'],
  exclude: ['exclude', 'exclusion criteria', 'when not to use'],
  barrierNote: ['as barrier', 'as a barrier'],
  facilitatorNote: ['as facilitator', 'as a facilitator'],
  note: ['note', 'notes'],
  id: ['id', 'influence id'],
  book: ['codebook'],
};
const PATH_SIGN = /\\| > /;
/** More than a codebook may have, with blank rows. */
const MAX_ROWS = 10_000;

type Columns = Partial<Record<Column, number>>;

function columnsOf(headings: readonly string[]): Columns {
  const named = headings.map((one) => one.trim().toLowerCase());
  const columns: Columns = {};
  for (const [column, names] of Object.entries(HEADINGS) as [Column, readonly string[]][]) {
    const name = names.find((one) => named.includes(one));
    if (name !== undefined) columns[column] = named.indexOf(name);
  }
  // Our own table has both a name and a framework's code; a "code" beside a name is that code.
  if (columns.label !== undefined && columns.path !== undefined) {
    columns.code ??= columns.path;
    delete columns.path;
  }
  return columns;
}

function rowsIn(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
    preview: MAX_ROWS,
    // One column has no separator to be found.
    ...(/[,;\t]/.test(text) ? {} : { delimiter: ',' }),
  });
  return data.map((row) => row.map((cell) => unguardCell(cell).trim()));
}

/** Has the table the columns of a codebook? A column of names alone is not enough: a list of papers has one too. */
export function isCodebookTable(start: string): boolean {
  const [headings = []] = rowsIn(start.split(/\r?\n/, 1)[0] ?? '');
  const { label, path, memo, parent, cues } = columnsOf(headings);
  return (label ?? path) !== undefined && (memo ?? parent ?? cues) !== undefined;
}

/** Reads a file, or what was pasted. Never throws. */
export function readCodebookTable(text: string, name: string): CodebookReading {
  const rows = rowsIn(text);
  const first = rows[0] ?? [];
  const found = columnsOf(first);
  const hasHeadings = (found.label ?? found.path) !== undefined;
  const columns: Columns = hasHeadings ? found : { label: 0, memo: 1 };
  const body = hasHeadings ? rows.slice(1) : rows;
  const no = (what: string): CodebookReading => ({
    ok: false,
    problem: `${what}. Nothing was imported.`,
  });
  if (!body.length) return no('This table has no rows');
  const books = new Set(body.map((row) => cell(row, columns.book)).filter(Boolean));
  if (books.size > 1) return no('This table has several codebooks: bring them in one by one');
  const [book] = books;
  const entries = body.map((row, i) => entryOf(row, columns, i + (hasHeadings ? 2 : 1)));
  if (!entries.some(({ label }) => label)) return no('This table has no names of influences');
  const id = idFor('table', [name, ...entries.map(({ label }) => label)]);
  return { ok: true, ...draftOf(withPaths(entries), { id, name: book ?? (name || 'Codebook') }) };
}

const cell = (row: readonly string[], column: number | undefined): string =>
  column === undefined ? '' : (row[column] ?? '');

interface TableEntry extends DraftEntry {
  /** The names of the broader ones, from the broadest on. */
  above: string[];
}

function entryOf(row: readonly string[], columns: Columns, number: number): TableEntry {
  const of = (column: Column) => cell(row, columns[column]);
  const path = of('path')
    .split(PATH_SIGN)
    .map((one) => one.trim())
    .filter(Boolean);
  const memo = readMemo(of('memo'));
  const label = of('label') || memo.label || path.at(-1) || '';
  const list = (column: 'cues' | 'aliases') => [
    ...memo[column],
    ...splitList(of(column), /[;\n]/).map((one) => one.trim()),
  ];
  const texts = Object.fromEntries(
    (
      [
        'group',
        'level',
        'code',
        'include',
        'exclude',
        'barrierNote',
        'facilitatorNote',
        'note',
      ] as const
    ).flatMap((field) => (of(field) ? [[field, of(field)]] : [])),
  );
  const [id, parent] = [of('id'), of('parent')];
  return {
    ...memo,
    ...texts,
    ...{ label, row: number, cues: list('cues'), aliases: list('aliases') },
    ...(id && { id }),
    ...(parent && { parent }),
    above: path.slice(0, -1),
  };
}

/** Where rows are paths, each is under the row whose path is its own without the last name. */
function withPaths(entries: readonly TableEntry[]): DraftEntry[] {
  return entries.map(({ above, ...entry }) => {
    const parent = above.at(-1);
    return parent && !entry.parent ? { ...entry, parent } : entry;
  });
}
