import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type ExportData, exporterById, unguardCell } from '../../../lib/exchange';
import { data, ME, paper, reviewPaper, statement, tag, uuid } from './records';

const exporter = exporterById('evidence-table-csv');
if (!exporter) throw new Error('no such exporter');
const write = (more: Partial<ExportData> = {}) =>
  exporter.write({ ...data, ...more }, { excluded: true }) as string;

/** The cells as a spreadsheet would read them. */
function table(text: string): string[][] {
  const { data: rows, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return rows;
}

function records(text: string): Record<string, string>[] {
  const [header = [], ...rows] = table(text);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}

describe('the evidence table', () => {
  it('has one row a tag, under the promised columns', () => {
    const rows = table(write());
    expect(rows[0]).toEqual([
      'Quote',
      'Section title',
      'Section kind',
      'Page',
      'Influence',
      'Influence id',
      'Codebook',
      'Codebook version',
      'Stance',
      'Direction',
      'Strength',
      'Basis',
      'Note',
      'Paper title',
      'Citation key',
      'Authors',
      'Year',
      'Venue',
      'Language',
      'Publication status',
      'Notice',
      'Preprint of',
      'DOI',
      'PMID',
      'PMCID',
      'URL',
      'Cited references',
      'Progress',
      'Eligibility',
      'Exclusion reason',
      'Study family',
      'Companion of',
      'Coder',
      'Created',
      'Updated',
      'Tag id',
      'Statement id',
      'Paper id',
    ]);
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([38]));
  });

  it('says all of a tag', () => {
    const cites = [
      { label: '12', text: 'Smith J. A title. 2019.', doi: '10.1000/cited' },
      { label: 'B13', text: 'Jones K. https://doi.org/10.1000/OTHER', doi: '10.1000/other' },
    ];
    const [row] = records(
      write({
        statements: [statement(1, 1, 'Training helped.', { page: '4', cites })],
        papers: [
          paper(1, {
            pmid: '123',
            pmcid: 'PMC45',
            language: 'pt-BR',
            status: 'in press',
            preprintOf: '10.1000/article',
          }),
        ],
      }),
    );
    expect(row).toEqual({
      Quote: 'Training helped.',
      'Section title': 'Results',
      'Section kind': 'results',
      Page: '4',
      Influence: 'Training',
      'Influence id': 'own.training',
      Codebook: 'Our codes',
      'Codebook version': '3',
      Stance: 'supporting',
      Direction: 'facilitator',
      Strength: '2',
      Basis: 'own',
      Note: 'first\nsecond line',
      'Paper title': 'Paper 1',
      'Citation key': 'muller2021paper',
      Authors: 'Müller, Änne; van der Berg, Jan',
      Year: '2021',
      Venue: 'Journal of Examples',
      Language: 'pt-BR',
      'Publication status': 'in press',
      Notice: '',
      'Preprint of': '10.1000/article',
      DOI: '10.1000/paper.1',
      PMID: '123',
      PMCID: 'PMC45',
      URL: 'https://example.org/paper/1',
      'Cited references':
        '[12] Smith J. A title. 2019. (doi:10.1000/cited) | [B13] Jones K. https://doi.org/10.1000/OTHER',
      Progress: 'read',
      Eligibility: 'undecided',
      'Exclusion reason': '',
      'Study family': '',
      'Companion of': '',
      Coder: 'me',
      Created: '2026-01-02T03:04:05.678Z',
      Updated: '2026-01-02T03:04:05.678Z',
      'Tag id': uuid(4, 1),
      'Statement id': uuid(3, 1),
      'Paper id': uuid(2, 1),
    });
  });

  it('begins with a byte order mark and ends every line with CRLF', () => {
    const text = write({ tags: data.tags.slice(1) });
    expect(text.startsWith('\ufeffQuote,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(new TextEncoder().encode(text).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  });

  it('leaves a negative strength a number', () => {
    expect(records(write()).map((r) => r.Strength)).toEqual(['2', '-2', '']);
    expect(write()).toContain(',barrier,-2,own,');
  });

  it('is only its header when nothing is tagged', () => {
    expect(table(write({ tags: [] }))).toHaveLength(1);
    expect(table(write({ tags: [], papers: [], statements: [], codebooks: [] }))).toHaveLength(1);
  });

  it('leaves out the tags of other reviews', () => {
    const other = tag(9, 1, 1, { reviewId: uuid(1, 2) });
    expect(records(write({ tags: [...data.tags, other] }))).toHaveLength(3);
  });

  it("uses the reader's corrections", () => {
    const corrected = paper(1, {
      readerFields: { title: 'The right title', doi: '10.1000/right', authors: [], sources: {} },
    });
    expect(records(write({ papers: [corrected] }))[0]).toMatchObject({
      'Paper title': 'The right title',
      DOI: '10.1000/right',
      Authors: 'Müller, Änne; van der Berg, Jan',
    });
  });

  it('keeps a tag whose codebook is gone, under its ids', () => {
    expect(records(write({ codebooks: [] }))[0]).toMatchObject({
      Influence: 'own.training',
      Codebook: 'own-1',
      'Codebook version': '3',
    });
  });

  it('keeps a tag on a paper that is excluded or not on the list, and says so', () => {
    const rows = records(
      write({
        reviewPapers: [
          reviewPaper(1, { eligibility: 'excluded', exclusionReason: 'wrong setting' }),
        ],
      }),
    );
    expect(rows.map((r) => [r.Progress, r.Eligibility, r['Exclusion reason']])).toEqual([
      ['read', 'excluded', 'wrong setting'],
      ['read', 'excluded', 'wrong setting'],
      ['', '', ''],
    ]);
  });
});

describe('the order of the rows', () => {
  it('is papers by author and year, then reading order', () => {
    const papers = [
      paper(1, { authors: [{ family: 'Zeller' }] }),
      paper(2, { authors: [{ literal: 'äther Group' }] }),
    ];
    const statements = [
      statement(5, 1, 'late'),
      statement(4, 1, 'early'),
      statement(9, 2, 'other'),
    ];
    const tags = [tag(1, 5, 1), tag(2, 4, 1), tag(3, 9, 2)];
    expect(records(write({ papers, statements, tags })).map((r) => r.Quote)).toEqual([
      'other',
      'early',
      'late',
    ]);
  });

  it('does not depend on the order of the records', () => {
    const turned = {
      papers: [...data.papers].reverse(),
      statements: [...data.statements].reverse(),
      tags: [...data.tags].reverse(),
      codebooks: [...data.codebooks].reverse(),
      reviewPapers: [...data.reviewPapers].reverse(),
    };
    expect(write(turned)).toBe(write());
  });
});

/** What a reader selects and writes must come back letter for letter. */
describe('quotes and notes survive exactly', () => {
  it.each([
    ['quotation marks', 'She said "it works", twice: "".'],
    ['commas and semicolons', 'a, b; c,d'],
    ['line breaks', 'one\ntwo\r\nthree'],
    ['blanks at the ends', '  padded  '],
    ['umlauts, Greek, Hebrew, emoji', 'Müller α-test שלום 😀 naïve'],
    ['a sign in the middle', 'x = 3 - 2 @ home'],
    ['a single quote in front', "'tis so"],
    ['nothing but a quotation mark', '"'],
    ['20,000 characters', `${'x, "y" '.repeat(2_857)}`],
  ])('%s', (_fact, text) => {
    const [row] = records(
      write({ statements: [statement(1, 1, text)], tags: [tag(1, 1, 1, { note: text })] }),
    );
    expect(row?.Quote).toBe(text);
    expect(row?.Note).toBe(text);
  });

  it('loses only what no file can hold: control characters and halves of characters', () => {
    const [row] = records(
      write({ statements: [statement(1, 1, 'a\u0000b\u001ec\ud83dd\ufffee')] }),
    );
    expect(row?.Quote).toBe('abcde');
  });
});

describe('no cell is a formula', () => {
  const attacks = [
    '=HYPERLINK("http://evil.example","x")',
    '=1+1\n=2+2',
    '+1-800',
    '-2+3+cmd|" /C calc"!A0',
    '@SUM(1,1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    "'=already guarded",
    "''=twice",
    '\u0000=1',
    '\u0001=1',
  ];
  it.each(attacks)('%j begins with an apostrophe, and comes back when it is taken off', (text) => {
    const rows = records(
      write({
        statements: [
          statement(1, 1, text, { section: { title: text, kind: 'other' }, page: text }),
        ],
        papers: [
          paper(1, { title: text, authors: [{ literal: text }], containerTitle: text, url: text }),
        ],
        tags: [tag(1, 1, 1, { note: text, codebookId: text, influenceId: text })],
        coders: [{ id: ME, name: text }],
        codebooks: [],
      }),
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no file holds
    const clean = text.replace(/[\u0000\u0001]/g, '');
    for (const cell of [
      'Quote',
      'Section title',
      'Page',
      'Influence',
      'Influence id',
      'Codebook',
      'Note',
      'Paper title',
      'Authors',
      'Venue',
      'URL',
      'Coder',
    ]) {
      expect(rows[0]?.[cell], cell).toBe(`'${clean}`);
      expect(unguardCell(rows[0]?.[cell] ?? ''), cell).toBe(clean);
    }
  });

  it.each(["'tis so", 'plain', '', "''", 'a=b'])(
    '%j is left alone, and unguarding leaves it alone',
    (text) => {
      const [row] = records(write({ tags: [tag(1, 1, 1, { note: text })] }));
      expect(row?.Note).toBe(text);
      expect(unguardCell(text)).toBe(text);
    },
  );
});
