/** What is known of a paper leaves with every export of papers, each field as those who read the file call it. */
import { describe, expect, it } from 'vitest';
import { type ExportData, exporterById } from '../../../lib/exchange';
import { PaperFacts } from '../../../lib/model';
import { data, wholePaper } from './records';

const write = (id: string, more: Partial<ExportData>): string =>
  exporterById(id)?.write({ ...data, ...more }, {}) as string;

describe('every field of a paper', () => {
  /** What an export has no place for. */
  const STAY: Record<string, string[]> = {
    'papers-csl-json': ['fingerprint', 'sources'],
    'papers-bib': ['fingerprint', 'sources', 'issue'],
    // SN is the ISBN where there is one.
    'papers-ris': ['fingerprint', 'sources', 'issn', 'arxiv'],
  };
  /** How a field is written where it is not written as it is stored. */
  const WRITTEN: Record<string, Record<string, string>> = {
    'papers-csl-json': {
      type: '"type": "report"',
      page: '"page": "101-110"',
      notices: 'Retracted (Retracted)',
    },
    'papers-bib': {
      type: '@techreport{',
      page: 'pages = {101--110}',
      language: 'langid = {brazilian}',
      status: 'pubstate = {inpress}',
      notices: 'Retracted (Retracted)',
    },
    'papers-ris': {
      type: 'TY  - RPRT',
      notices: 'KW  - Retracted\r\n',
      page: 'SP  - 101\r\nEP  - 110',
      url: 'UR  - https://doi.org/10.1000/paper.1',
    },
  };
  const spoken = (field: string): string => {
    const value = wholePaper[field as keyof typeof wholePaper];
    const first = Array.isArray(value) ? value[0] : value;
    return typeof first === 'object' ? (first as { family: string }).family : String(first);
  };

  it('is in the paper that these tests write', () => {
    expect(Object.keys(PaperFacts.shape).filter((field) => !(field in wholePaper))).toEqual([]);
  });

  it.each(
    Object.entries(STAY).flatMap(([id, stay]) =>
      Object.keys(PaperFacts.shape)
        .filter((field) => !stay.includes(field))
        .map((field) => [id, field] as const),
    ),
  )('leaves with %s: %s', (id, field) => {
    const text = write(id, { papers: [wholePaper] });
    expect(text).toContain(WRITTEN[id]?.[field] ?? spoken(field));
  });

  it('is named in CSL-JSON as CSL names it', () => {
    const [item] = JSON.parse(write('papers-csl-json', { papers: [wholePaper] })) as object[];
    expect(item).toMatchObject({
      genre: 'Working paper',
      number: 'WP-7',
      ISBN: '9783161484100',
      ISSN: '1748-5908',
      language: 'pt-BR',
      status: 'in press',
      author: [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
      editor: [{ family: 'Davis', given: 'Sammy', suffix: 'III' }, { literal: 'A committee' }],
      note: expect.stringContaining('preprint of https://doi.org/10.1000/article'),
    });
  });

  it.each<[string, Partial<typeof wholePaper>, string[], string[]]>([
    [
      'a report',
      { isbn: undefined, issn: undefined },
      ['AU  - King, Martin Luther, Jr.', 'SN  - WP-7', 'M1  - WP-7', 'M3  - Working paper'],
      [],
    ],
    ['a book', { type: 'book' }, ['SN  - 9783161484100', 'ED  - Davis, Sammy, III'], ['M3']],
    ['a thesis', { type: 'thesis', genre: 'PhD thesis' }, ['M3  - PhD thesis', 'LA  - pt-BR'], []],
    // Zotero takes M3 for a DOI elsewhere.
    ['an article', { type: 'article-journal', genre: 'Review' }, ['JOUR'], ['M3']],
    [
      'a paper in press',
      { preprintOf: undefined },
      ['N1  - Evidence map: Retracted (Retracted) | in press |'],
      ['preprint of'],
    ],
    [
      'a preprint',
      { type: 'article', status: undefined },
      ['TY  - UNPB', ' | preprint of https://doi.org/10.1000/article |'],
      ['in press'],
    ],
    [
      'a person with a suffix and no given name, who would be called by the suffix',
      { authors: [{ family: 'King', suffix: 'Jr.' }] },
      ['AU  - King Jr.\r\n'],
      [],
    ],
  ])('is named in RIS as importers read it: %s', (_, more, there, not) => {
    const text = write('papers-ris', { papers: [{ ...wholePaper, ...more }] });
    for (const part of there) expect(text).toContain(part);
    for (const part of not) expect(text).not.toContain(part);
  });

  it('is short in the reading list: where it will be printed, and what it is a preprint of', () => {
    expect(write('reading-list-md', { papers: [wholePaper] })).toContain(
      '. Journal of Examples, in press. <https://doi.org/10.1000/paper.1>\n' +
        '  - **Retracted (Retracted)**\n  - Eligibility: undecided\n  - Preprint of: <https://doi.org/10.1000/article>\n',
    );
  });
});
