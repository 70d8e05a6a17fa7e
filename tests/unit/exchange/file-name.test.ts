import { describe, expect, it } from 'vitest';
import { codebookFormats, fileName } from '../../../lib/exchange';
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
    // A day alone is the reader's own.
    ['codes-2026-11-30.qdc', 'codes-2026-11-30'],
    ['my-refi-qda.qdc', 'my-refi-qda'],
    ['our-codes-refi-qda-2026-11-30 (2).qdc', 'our-codes'],
    ['', ''],
  ])('%j: %j', (file, want) => expect(codebookNameFrom(file)).toBe(want));

  it.each(codebookFormats.map((format) => [format.id, format] as const))(
    'is what left, for a file of ours: %s',
    (_, format) =>
      expect(codebookNameFrom(fileName('CFIR, adapted', format, AT))).toBe('cfir-adapted'),
  );
});
