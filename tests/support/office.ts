/**
 * Workbooks and documents as the office programs of the machine read them, where it has them: LibreOffice, and openpyxl and
 * python-docx, with which scripts read what reviewers send.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasProgram, through } from './on-this-machine';

export const OFFICE = hasProgram('soffice');
/** For the name of a test that needs it. */
export const WITHOUT_OFFICE = OFFICE ? '' : ' (skipped: LibreOffice is not installed)';

/** A Python that has the module: the one that comes first need not be the one that packages are installed for. */
const pythonWith = (module: string): string | undefined =>
  ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', `import ${module}`]).status === 0,
  );

const OPENPYXL = pythonWith('openpyxl');
const PYTHON_DOCX = pythonWith('docx');
export const WITHOUT_OPENPYXL = OPENPYXL ? '' : ' (skipped: openpyxl is not installed)';
export const WITHOUT_PYTHON_DOCX = PYTHON_DOCX ? '' : ' (skipped: python-docx is not installed)';

/** A start of LibreOffice with a new profile takes seconds, and a busy machine several times as many. */
export const OFFICE_WITHIN_MS = 180_000;

/** Converts a file with a profile of its own, and answers the files that were made, by name. */
function converted(bytes: Uint8Array, name: string, to: string): Map<string, string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bearing-office-'));
  try {
    const [profile, input, out] = ['profile', name, 'out'].map((one) => path.join(folder, one)) as [
      string,
      string,
      string,
    ];
    writeFileSync(input, bytes);
    const { status, stderr } = spawnSync('soffice', [
      ...['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(profile)}`],
      ...['--convert-to', to, '--outdir', out, input],
    ]);
    if (status !== 0) throw new Error(`soffice: ${stderr}`);
    return new Map(
      readdirSync(out).map((one) => [one, readFileSync(path.join(out, one), 'utf8')] as const),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Commas, quotation marks, UTF-8, from the first line, texts as they are and each sheet a file (the last -1). */
const EACH_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** The sheets of a workbook as LibreOffice writes them as CSV, by the sheet's name. */
export function officeReadsSheets(xlsx: Uint8Array): Map<string, string> {
  const files = converted(xlsx, 'book.xlsx', EACH_SHEET);
  return new Map(
    [...files].map(([name, csv]) => [name.slice('book-'.length, -'.csv'.length), csv]),
  );
}

/** A document as LibreOffice writes it as a page. */
export function officeReadsDocument(docx: Uint8Array): string {
  const [html] = converted(docx, 'document.docx', 'html:HTML (StarWriter)').values();
  if (html === undefined) throw new Error('soffice made no page');
  return html;
}

const SHEETS = `
import io, json, sys, openpyxl
book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
json.dump([[sheet.title, [[[cell.data_type, cell.value] for cell in row] for row in sheet.iter_rows()]] for sheet in book], sys.stdout, default=str)
`;
const TABLES = `
import io, json, sys, docx
document = docx.Document(io.BytesIO(sys.stdin.buffer.read()))
json.dump([[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables], sys.stdout)
`;

/** With openpyxl's kind of each cell: "s" is text, "n" a number or nothing, "f" a formula. */
export type OpenpyxlCell = [kind: string, value: string | number | null];

export const openpyxlReads = (xlsx: Uint8Array): Map<string, OpenpyxlCell[][]> =>
  new Map(JSON.parse(through(`${OPENPYXL} -c '${SHEETS}'`, xlsx)) as [string, OpenpyxlCell[][]][]);

export const pythonDocxReads = (docx: Uint8Array): string[][][] =>
  JSON.parse(through(`${PYTHON_DOCX} -c '${TABLES}'`, docx)) as string[][][];
