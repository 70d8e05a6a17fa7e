/** The table of files that can be brought in, and what is said of all others. */
import { zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import {
  acceptedFiles,
  codebookFormats,
  exporters,
  readFile,
  writeBackup,
} from '../../../lib/exchange';
import { type FileContent, FileText } from '../../../lib/exchange/in/file-text';
import { importable, importers } from '../../../lib/exchange/in/importers';
import { AT, backup, data } from './records';

const written = writeBackup(backup());
/** As the first format had it; only what tells it from today's matters here. */
const first = JSON.stringify({
  ...{ format: 'bearing-backup', version: 1, exportedAt: AT, app: 'Bearing 0.1.0', history: [] },
  ...{ codebooks: [], reviews: [], papers: [], reviewPapers: [], statements: [], tags: [] },
  assessments: [],
});

const IMPORTABLE =
  'backups of Bearing (.json), codebooks (.json, .qdc, .csv, .tsv), QDA projects (.qdpx, .qde), lists of tags (.json), RIS files (.ris), PubMed files (.nbib), BibTeX files (.bib, .bibtex), CSL-JSON files (.json), EndNote files (.enw), and tables of coding or papers (.csv, .tsv, .xlsx)';

/** At least one file of each importer, damaged ones too: a new importer must be added here. */
const FILES: [importer: string, what: string, content: FileContent][] = [
  ['backup-2', 'a backup', written],
  ['backup-2', 'a backup that another program has written anew', reordered(written)],
  ['backup-2', 'a backup that is cut off', written.slice(0, 900)],
  ['backup-2', 'a backup of a format that is not known yet', written.replace(': 2,', ': 77,')],
  ['backup-2', 'a backup that an editor gave a byte order mark', `\ufeff${written}`],
  ['backup-1', 'a backup of the first format', first],
  [
    'backup-1',
    'a backup of the first format without its tables',
    '{"format":"bearing-backup","version":1}',
  ],
  ['codebook-json', 'a codebook of ours', formatted('codebook-json')],
  ['refi-qda', 'a REFI-QDA codebook', formatted('refi-qda')],
  ['refi-qda', 'a REFI-QDA codebook that is cut off', formatted('refi-qda').slice(0, 300)],
  ['refi-qda', 'one with a prefix', '<?xml version="1.0"?>\n<q:CodeBook xmlns:q="x"></q:CodeBook>'],
  ['codebook-table', 'a codebook of Taguette', 'tag,description\nPay,What is paid\n'],
  ['codebook-table', 'a codebook of MAXQDA', formatted('maxqda-csv')],
  ['codebook-table', 'a codebook of ATLAS.ti', formatted('atlas-csv')],
  ['codebook-table', 'a table of ours', exported('codebook-csv')],
  ['tag-list', 'a list of tags', tagList([{ paper: '1', influence: 'Pay' }])],
  ['tag-list', 'a list of tags with a broken row', tagList([null, { paper: 1, influence: 'Pay' }])],
  ['tag-list', 'a list of papers in which nothing was found', tagList([])],
  ['ris', 'a RIS file', 'TY  - JOUR\r\nTI  - A\r\nER  - \r\n'],
  ['ris', 'a RIS file with a blank line first', '\r\n\r\nTY  - JOUR'],
  ['ris', 'our own RIS', exported('papers-ris')],
  ['nbib', 'a PubMed file', '\nPMID- 12345678\nOWN - NLM\n'],
  ['bibtex', 'a BibTeX file', '% made by hand\n@article{key,\n title={A}}'],
  ['csl-json', 'our own CSL-JSON', exported('papers-csl-json')],
  ['enw', 'an EndNote export', '%0 Journal Article\n%T A'],
  [
    'qdpx',
    'a project of ours',
    exporters.find(({ id }) => id === 'project-qdpx')?.write(data) ?? '',
  ],
  [
    'qdpx',
    'a project that is called otherwise',
    zipSync({ 'Our interviews.QDE': new Uint8Array() }),
  ],
  ['codebook-table', 'cells of a spreadsheet', 'Label\tDefinition\nPay\tWhat is paid'],
  ['table', 'our own evidence table', exported('evidence-table-csv')],
  ['table', 'coded segments with memos', 'Code;Memo;Segment;Document\nPay;m;Quote;P1\n'],
  ['table', 'a list of papers', 'Title,Year\n"A, and B",1999\nB,2000\n'],
  ['table', 'our own matrix, whose columns its reader names', exported('influence-summary-csv')],
  ['workbook', 'our own workbook', workbook()],
];

function workbook(): Uint8Array {
  const exporter = exporters.find(({ id }) => id === 'all-tables-xlsx');
  return exporter?.write(data) as Uint8Array;
}

function tagList(tags: unknown[]): string {
  return JSON.stringify({ review: {}, codebook: [{ id: 'Pay' }], tags, assessments: [] });
}

/** The codebook of these records, as a file of that format. */
function formatted(id: string): string {
  const [book] = data.codebooks;
  const format = codebookFormats.find((one) => one.id === id);
  return book && format ? format.write(book) : '';
}

/** The same object with the keys the other way round: the format is named at its end. */
function reordered(text: string): string {
  return JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse()));
}

test('every importer has its own id, and files in these tests', () => {
  const ids = importers.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...new Set(FILES.map(([id]) => id))].sort()).toEqual([...ids].sort());
});

test.each(FILES)('%s alone recognises %s', (id, _what, content) => {
  const file = new FileText(content);
  expect(importers.filter((one) => one.sniff(file)).map((one) => one.id)).toEqual([id]);
});

test('both formats of backups are read, with when and by what they were written', () => {
  for (const text of [written, first])
    expect(readFile(text)).toMatchObject({ ok: true, written: { at: AT }, rejected: [] });
  expect(readFile(written)).toMatchObject({ records: { tags: data.tags } });
});

test('the file dialog offers what the table has', () => {
  const offered = acceptedFiles().split(',');
  for (const { mime, extensions } of importers)
    expect(offered).toEqual(expect.arrayContaining([mime, ...extensions.map((one) => `.${one}`)]));
  expect(new Set(offered).size).toBe(offered.length);
});

test('what can be imported is listed once for each kind, with all its extensions', () => {
  const kinds = [
    { label: 'backups of Bearing', extensions: ['json'] },
    { label: 'backups of Bearing', extensions: ['json'] },
    { label: 'RIS files', extensions: ['ris', 'txt'] },
  ];
  expect(importable(kinds)).toBe('backups of Bearing (.json) and RIS files (.ris, .txt)');
});

/** A file of ours that is no backup, as an exporter writes it. */
function exported(id: string): string {
  const exporter = exporters.find((one) => one.id === id);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    new TextEncoder().encode(String(exporter?.write(data))),
  );
}

describe('a file that cannot be imported is named', () => {
  const TABLE = 'Colour;Size\nred;1\nblue;2\n';
  it.each<[file: string, name: string, content: FileContent, kind: string]>([
    ['empty file', 'x.json', '', 'an empty file'],
    ['file of white space', 'x.json', ' \r\n\ufeff\n', 'an empty file'],
    ['EndNote XML', 'x.xml', '<?xml version="1.0"?><xml><records>', 'an EndNote file in XML'],
    ['file that only its name calls RIS', 'x.ris', 'Dear Ada', 'a file without references'],
    ['table without a known column', 'x', TABLE, 'a table (CSV)'],
    ['zip archive', 'x.zip', zipSync({ 'a.txt': new Uint8Array(3) }), 'a zip archive'],
    [
      'spreadsheet',
      'Table.XLSX',
      zipSync({ 'a.xml': new Uint8Array(3) }),
      'a spreadsheet or another Office document',
    ],
    ['PDF', 'x.json', '%PDF-1.7\n', 'a PDF'],
    ['web page', 'x', '<!doctype html><title>Files</title><p>"bearing-backup"', 'a web page'],
    ['XML file', 'x', '<?xml version="1.0"?><svg>', 'an XML file'],
    ['JSON of others', 'x', '{"photos":[]}', 'a JSON file that is not a backup of Bearing'],
    ['cut-off JSON', 'x', '{"photos":[', 'a damaged or cut-off JSON file'],
  ])('%s', (_file, name, content, kind) => {
    expect(readFile(content, name)).toEqual({
      ok: false,
      problem: `This looks like ${kind}. Nothing was imported: Bearing can import ${IMPORTABLE}.`,
    });
  });

  it('or called unknown, where nothing tells what it is', () => {
    for (const text of ['Dear Ada,\nthe file is attached.\nYours', '\u0000\u0001\u0002'])
      expect(readFile(text, 'letter')).toEqual({
        ok: false,
        problem: `Bearing does not know this kind of file. Nothing was imported: Bearing can import ${IMPORTABLE}.`,
      });
  });
});
