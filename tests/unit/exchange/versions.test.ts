/**
 * Two versions of one own codebook in one review's tags: a tag keeps the label of its own version, and what counts over
 * tags has one row an influence, under the label of the version in use.
 */
import { describe, expect, it } from 'vitest';
import { type ExportData, exporterById, exporters } from '../../../lib/exchange';
import { mapOf } from '../../../lib/exchange/map-of';
import { mapAsText } from '../../../lib/map';
import { exportedText } from '../../support/exported-text';
import { ownCodebook } from '../../support/own-codebook';
import { coders, noTables, paper, review, reviewPaper, statement, tag } from './records';

const before = ownCodebook({ version: '1' }, { pay: 'Wages', old: 'Culture', same: 'Trust' });
const now = ownCodebook({ version: '2' }, { pay: 'Pay', fresh: 'Culture', same: 'Trust' });
const USED: [book: typeof now, influenceId: string][] = [
  [before, 'pay'],
  [now, 'pay'],
  [before, 'old'],
  [now, 'fresh'],
  [before, 'same'],
  [now, 'same'],
];
/** One paper for each tag. */
const data: ExportData = {
  ...noTables,
  review: { ...review, codebooks: [{ id: 'own', version: '2' }] },
  papers: USED.map((_, i) => paper(i + 1)),
  familyMembers: [],
  reviewPapers: USED.map((_, i) => reviewPaper(i + 1)),
  statements: USED.map((_, i) => statement(i + 1, i + 1, `Words number ${i + 1}.`)),
  tags: USED.map(([book, influenceId], i) =>
    tag(i + 1, i + 1, i + 1, { codebookId: 'own', codebookVersion: book.version, influenceId }),
  ),
  assessments: [],
  codebooks: [now, before],
  coders,
};
const OLD = 'Culture (Codebook own), version 1';
const FRESH = 'Culture (Codebook own), version 2';

describe('tags under two versions', () => {
  it('are counted in one row an influence, under the label of the version in use', () => {
    expect(mapOf(data).rows.map(({ label, n }) => [label, n])).toEqual([
      ['Pay', 2],
      ['Trust', 2],
      [OLD, 1],
      [FRESH, 1],
    ]);
  });

  it('are in the evidence table with the label of their own version', () => {
    const lines = String(exporterById('evidence-table-csv')?.write(data)).split('\r\n');
    const labels = USED.map((_, i) =>
      lines.find((line) => line.includes(`Words number ${i + 1}.`)),
    );
    for (const [i, label] of ['Wages', 'Pay', OLD, FRESH, 'Trust', 'Trust'].entries())
      expect(labels[i]).toContain(label);
  });

  it('leave a codebook file with the influences of both', () => {
    const text = String(exporterById('codebook-csv')?.write(data));
    for (const label of ['Wages', 'Pay', OLD, FRESH]) expect(text).toContain(label);
  });

  it.each([
    ...exporters
      .filter(({ of }) => of !== 'flow')
      .map((one): [string, () => string] => [one.id, () => exportedText(one.write(data))]),
    ['the map as text', () => mapAsText(mapOf(data), { labelWidth: 200 })] as const,
  ])('%s tells the two "Culture" apart', (_id, write) => {
    const text = write();
    expect(text).toContain(OLD);
    expect(text).toContain(FRESH);
  });
});
