/** The workbook, the document and the .bib file in the hands of the programs that a reviewer opens them with. */

import { parseHTML } from 'linkedom';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { exporterById } from '../../../lib/exchange';
import { displayText } from '../../../lib/text';
import { AWKWARD } from '../../support/awkward';
import {
  OFFICE,
  OFFICE_WITHIN_MS,
  officeReadsDocument,
  officeReadsSheets,
  openpyxlReads,
  pythonDocxReads,
  WITHOUT_OFFICE,
  WITHOUT_OPENPYXL,
  WITHOUT_PYTHON_DOCX,
} from '../../support/office';
import { hasProgram, through } from '../../support/on-this-machine';
import { AT, data, paper, reviewPaper, statement, tag } from './records';

/** One paper with one tag for each text, which is its quote, its note and its paper's title. */
const awkward = {
  ...data,
  papers: AWKWARD.map((title, i) => paper(i + 1, { title })),
  reviewPapers: AWKWARD.map((_, i) => reviewPaper(i + 1)),
  statements: AWKWARD.map((quote, i) => statement(i + 1, i + 1, quote)),
  tags: AWKWARD.map((note, i) => tag(i + 1, i + 1, 1, { note })),
};
const written = (id: string) =>
  exporterById(id)?.write(awkward, { at: AT, excluded: true }) as Uint8Array;

/** A sheet's column below its heading. */
function column(rows: readonly (readonly unknown[])[], name: string): unknown[] {
  const at = rows[0]?.indexOf(name) ?? -1;
  expect(at, name).toBeGreaterThanOrEqual(0);
  return rows.slice(1).map((row) => row[at] ?? '');
}
/** As programs have the end of a line. */
const inOneWay = (text: string): string => text.replace(/\r\n?/g, '\n');
const sorted = (texts: readonly unknown[]): string[] =>
  texts.map((one) => inOneWay(String(one))).sort();
/** openpyxl undoes an escape within what is escaped already. */
const asOpenpyxlReads = (text: string): string => text.replace(/_x005F_(?=x[\dA-F]{4}_)/g, '_');

const TEXTS = sorted(AWKWARD);

describe('the workbook', () => {
  test.skipIf(WITHOUT_OPENPYXL)(
    `has each text as text, and no formula, for openpyxl${WITHOUT_OPENPYXL}`,
    () => {
      const sheets = openpyxlReads(written('all-tables-xlsx'));
      const kinds = [...sheets.values()].flat(2).map(([kind]) => kind);
      expect(new Set(kinds)).toEqual(new Set(['s', 'n']));
      const rows = (sheets.get('Tags') ?? []).map((row) => row.map(([, value]) => value ?? ''));
      for (const name of ['Quote', 'Note'])
        expect(sorted(column(rows, name))).toEqual(sorted(AWKWARD.map(asOpenpyxlReads)));
    },
  );

  test.skipIf(!OFFICE)(
    `has each text and no result of a formula for LibreOffice${WITHOUT_OFFICE}`,
    () => {
      const sheets = officeReadsSheets(written('all-tables-xlsx'));
      const rows = Papa.parse<string[]>(sheets.get('Tags') ?? '').data.filter(
        (row) => row.length > 1,
      );
      for (const name of ['Quote', 'Note']) expect(sorted(column(rows, name))).toEqual(TEXTS);
      expect([...sheets.keys()]).toContain('Influence summary');
    },
    OFFICE_WITHIN_MS,
  );
});

describe('the document', () => {
  test.skipIf(WITHOUT_PYTHON_DOCX)(`has its quotes for python-docx${WITHOUT_PYTHON_DOCX}`, () => {
    const cells = pythonDocxReads(written('all-tables-docx')).flat(2).join('\n');
    for (const { quote } of awkward.statements)
      expect(squeezed(cells)).toContain(squeezed(displayText(quote)));
  });

  test.skipIf(!OFFICE)(
    `has its tables and quotes for LibreOffice${WITHOUT_OFFICE}`,
    () => {
      const { document } = parseHTML(officeReadsDocument(written('all-tables-docx')));
      const text = squeezed(document.body.textContent ?? '');
      for (const { quote } of awkward.statements)
        expect(text).toContain(squeezed(displayText(quote)));
      expect(document.querySelectorAll('table').length).toBeGreaterThanOrEqual(4);
    },
    OFFICE_WITHIN_MS,
  );
});

/** Programs break lines and set blanks in their own ways, and controls are not shown. */
const squeezed = (text: string): string => text.replace(/[\s\p{C}]+/gu, '');

const BIBER = hasProgram('biber');
test.skipIf(!BIBER)(
  `biber reads the .bib file without an error or a warning, each paper by its key${BIBER ? '' : ' (skipped: biber is not installed)'}`,
  () => {
    const file = String(written('papers-bib'));
    const keys = [...file.matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key);
    const out = through(
      'f=$(mktemp -d) && cat > $f/a.bib && biber --tool --nolog -O $f/out.bib $f/a.bib && cat $f/out.bib; code=$?; rm -r $f; exit $code',
      file,
    );
    // What it reports comes before the file: "INFO - ...", "WARN - ...".
    expect(out.match(/^(?:WARN|ERROR).*/gm)).toBeNull();
    expect(out).toMatch(/^INFO/m);
    const read = [...out.matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key);
    expect(read.sort()).toEqual(keys.sort());
    expect(keys).toHaveLength(AWKWARD.length);
  },
  OFFICE_WITHIN_MS,
);
