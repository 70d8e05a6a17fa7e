import { describe, expect, it } from 'vitest';
import {
  type CodebookFormat,
  codebookFileName,
  codebookFormats,
  fileName,
} from '../../../lib/exchange';
import { codebookNameFrom } from '../../../lib/exchange/file-name';
import { AT } from './records';

describe('fileName', () => {
  it.each([
    [
      'Peer support review',
      'evidence-table-csv',
      'csv',
      'peer-support-review-evidence-table-2026-01-02.csv',
    ],
    ['../../etc/passwd', 'papers-ris', 'ris', 'etc-passwd-papers-2026-01-02.ris'],
    [
      'Überblick: „Große" <Fragen>?',
      'reading-list-md',
      'md',
      'uberblick-große-fragen-reading-list-2026-01-02.md',
    ],
    ['***', 'papers-csl-json', 'json', 'review-papers-csl-2026-01-02.json'],
    ['', 'codebook-csv', 'csv', 'review-codebook-2026-01-02.csv'],
    ['x'.repeat(300), 'codebook-csv', 'csv', `${'x'.repeat(60)}-codebook-2026-01-02.csv`],
  ])('%j, %s', (name, id, extension, want) => {
    expect(fileName(name, { id, extension }, AT)).toBe(want);
  });
});

describe('what a codebook is called after its file', () => {
  it.each([
    ['Our codes.qdc', 'Our codes'],
    [' Our codes .csv', 'Our codes'],
    ['Codes v2.1.qdc', 'Codes v2.1'],
    // A day, or brackets, of the reader's own.
    ['codes-2026-11-30.qdc', 'codes-2026-11-30'],
    ['Codes (second round).qdc', 'Codes (second round)'],
    ['Codes (round 2026-11-30).qdc', 'Codes (round 2026-11-30)'],
    ['Our codes (refi-qda 2026-11-30) (2).qdc', 'Our codes'],
    ['', ''],
  ])('%j: %j', (file, want) => expect(codebookNameFrom(file)).toBe(want));

  const back = (name: string, format: CodebookFormat) =>
    codebookNameFrom(codebookFileName(name, format, AT));
  it.each(codebookFormats.map((format) => [format.id, format] as const))(
    'is what left, for a file of ours: %s',
    (_, format) => {
      for (const name of ['CFIR 2022, adapted', 'Übersicht (eigene)', 'a-b 2024-01-02', '因子'])
        expect(back(name, format)).toBe(name);
    },
  );

  it.each([
    ['What? / Why: <a>|"b"*', 'What Why a b'],
    ['../../etc/passwd', 'etc passwd'],
    ['...', 'Codebook'],
    ['two\nlines\u202Eback', 'two lines back'],
    ['x'.repeat(300), 'x'.repeat(120)],
  ])('as far as file systems take it: %j', (name, want) =>
    expect(back(name, codebookFormats[1] as CodebookFormat)).toBe(want),
  );
});
