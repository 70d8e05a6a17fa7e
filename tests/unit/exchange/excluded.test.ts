/** Excluded papers are left out of every file, and are in every file that names papers where they were asked for. */
import { describe, expect, it } from 'vitest';
import { type ExportData, exporters } from '../../../lib/exchange';
import { exportedText } from '../../support/exported-text';
import { AT, data, paper, reviewPaper, statement, tag } from './records';

const TITLE = 'A paper of another population';
const whole: ExportData = {
  ...data,
  papers: [paper(1), paper(2), paper(3, { title: TITLE })],
  reviewPapers: [
    reviewPaper(1),
    reviewPaper(2),
    reviewPaper(3, { eligibility: 'excluded', exclusionReason: 'not peers' }),
  ],
  statements: [...data.statements, statement(4, 3, 'Words of its own.')],
  tags: [...data.tags, tag(4, 4, 3, { note: 'of an excluded paper' })],
};
/** Formats without papers, and one of those that count. */
const NAMELESS = [
  ...['influence-summary-csv', 'codebook-csv', 'paper-matrix-csv', 'annotations-jsonld'],
];

/** How papers came into the review is told with those that went out of it. */
const ofPapers = exporters.filter(({ of }) => of !== 'flow');

describe.each(ofPapers)('$id', (exporter) => {
  const write = (excluded: boolean | undefined) =>
    exportedText(exporter.write(whole, { at: AT, ...(excluded !== undefined && { excluded }) }));

  it.each([undefined, false])('has nothing of an excluded paper (%s)', (excluded) => {
    const text = write(excluded);
    for (const words of [TITLE, 'Words of its own', 'of an excluded paper', 'not peers'])
      expect(text).not.toContain(words);
  });

  it('has it where it was asked for, if it names such papers at all', () => {
    expect(write(true).includes(TITLE)).toBe(!NAMELESS.includes(exporter.id));
  });
});
