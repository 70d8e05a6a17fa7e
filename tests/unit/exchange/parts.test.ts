/** Files of a part of a review: some tags, or what is new. What lists is of that part; what counts keeps its N. */
import { describe, expect, it } from 'vitest';
import { type ExportData, exporterById, exporters, hasParts } from '../../../lib/exchange';
import { exportedText } from '../../support/exported-text';
import { AT, data, paper, reviewPaper, statement, tag } from './records';

const [FIRST, SECOND] = ['The first of these papers', 'The second of these papers'];
const [IN, OUT] = ['Words that were chosen.', 'Words that were not.'];
const whole: ExportData = {
  ...data,
  papers: [paper(1, { title: FIRST }), paper(2, { title: SECOND })],
  reviewPapers: [reviewPaper(1), reviewPaper(2)],
  statements: [statement(1, 1, IN), statement(2, 1, 'Beside it.'), statement(3, 2, OUT)],
  tags: [tag(1, 1, 1), tag(2, 2, 1), tag(3, 3, 2)],
};
const [first, second, third] = whole.tags.map(({ id }) => id) as [string, string, string];
const CHOSEN = { ids: [first], words: 'the chosen ones' };

const write = (id: string, options: object) =>
  exportedText(exporterById(id)?.write(whole, { at: AT, ...options }) ?? '');

describe.each(exporters)('$id', ({ id, of }) => {
  it('of some tags', () => {
    const text = write(id, { tags: CHOSEN });
    if (of === 'codebooks' || of === 'flow') expect(text).toBe(write(id, {}));
    else expect(text).not.toContain(OUT);
    if (of === 'papers' || of === 'tags') expect(text).not.toContain(SECOND);
    if (of === 'tags') expect(text).not.toContain('Beside it.');
  });

  it('of what is new', () => {
    const text = write(id, {
      since: {
        papers: new Set([whole.papers[0]?.id]),
        tags: new Set([first]),
        statements: new Set(),
        places: new Set(),
      },
    });
    if (hasParts(of)) expect(text).not.toContain(SECOND);
    else expect(text).toBe(write(id, {}));
  });
});

it('the methods line names what was counted, of the same N', () => {
  const text = write('influence-summary-csv', { tags: CHOSEN });
  expect(text).toContain('N = 2 papers');
  expect(text).toContain('only some tags counted: the chosen ones');
});

it('a new tag in a list of papers brings its paper with all of its tags, in a list of tags itself alone', () => {
  const since = { papers: new Set([whole.papers[0]?.id]), tags: new Set([first]) };
  const news = { since: { ...since, statements: new Set(), places: new Set() } };
  expect(write('papers-ris', news)).toContain('Beside it.');
  expect(write('evidence-table-csv', news)).not.toContain('Beside it.');
  expect(write('evidence-table-csv', news)).toContain(IN);
});

it('a statement that changed is one of each of its tags', () => {
  const statementId = whole.tags[2]?.statementId as string;
  const since = { papers: new Set<string>(), tags: new Set<string>() };
  const news = { since: { ...since, statements: new Set([statementId]), places: new Set() } };
  expect(write('evidence-table-csv', news)).toContain(third);
  expect(write('evidence-table-csv', news)).not.toContain(second);
});

it('whether there is anything new is known before a file is written', () => {
  const none = {
    places: new Set<string>(),
    papers: new Set<string>(),
    tags: new Set<string>(),
    statements: new Set<string>(),
  };
  for (const exporter of exporters)
    expect(exporter.hasNews(whole, { since: none })).toBe(!hasParts(exporter.of));
});

it('a semicolon parts cells, and a comma decimals: 5.1 would be opened as a date', () => {
  const text = write('influence-summary-csv', { separator: ';' });
  const [head = '', row = ''] = text.replace('\ufeff', '').split('\r\n');
  expect(head.split(';')).toContain('Influence');
  expect(row).not.toMatch(/(^|;)\d+\.\d+(;|$)/);
  expect(row).toMatch(/(^|;)\d+,\d+(;|$)/);
});

it.each([
  ['apa', 'Müller, Ä., & van der Berg, J. (2021).'],
  ['vancouver', 'Müller Ä, van der Berg J.'],
] as const)('references are in the style that was chosen: %s', (style, words) => {
  expect(write('report-html', { style })).toContain(words.replace('&', '&amp;'));
  expect(write('all-tables-docx', { style })).toContain(words.replace('&', '&amp;'));
});

it('a paper that is no longer excluded brings its tags, which no file has had', () => {
  const paperId = whole.papers[1]?.id as string;
  const none = { tags: new Set<string>(), statements: new Set<string>() };
  const news = { since: { ...none, papers: new Set([paperId]), places: new Set([paperId]) } };
  expect(write('evidence-table-csv', news)).toContain(third);
  expect(write('evidence-table-csv', news)).not.toContain(first);
});
