/** Exports of records that hold only what they must, and the small rules of words and order in every file. */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type ExportData, exporterById } from '../../../lib/exchange';
import { chosen } from '../../../lib/exchange/chosen';
import { authorList, authorName, reviewedPapers } from '../../../lib/exchange/records';
import { summaryText } from '../../../lib/exchange/tag-summary';
import type { Author, Paper, Tag } from '../../../lib/model';
import {
  AT,
  codebook,
  data,
  familyMember,
  paper,
  reviewPaper,
  statement,
  tag,
  uuid,
  YOU,
} from './records';

const write = (id: string, more: Partial<ExportData> = {}, options = {}): string =>
  exporterById(id)?.write({ ...data, ...more }, { excluded: true, ...options }) as string;
const table = (text: string) =>
  Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;

/** A paper of which nothing is known but that it is there. */
function bare(n: number, more: Partial<Paper> = {}): Paper {
  const { id, createdAt, updatedAt } = paper(n);
  const nothing = { authors: [], sources: {}, urls: [], conflicts: [] };
  return { id, ...nothing, createdAt, updatedAt, ...more };
}
/** The one paper of a review, with a tag. */
const only = (one: Paper, its: Partial<Tag> = {}): Partial<ExportData> => ({
  papers: [one],
  reviewPapers: [reviewPaper(1)],
  statements: [statement(1, 1, 'Words.', { section: undefined })],
  tags: [tag(1, 1, 1, its)],
  assessments: [],
});

describe('a paper of which nothing is known', () => {
  const its = only(bare(1));
  it('has a row with empty cells in the evidence table', () => {
    const [row = {}] = table(write('evidence-table-csv', its));
    for (const column of ['Section title', 'Section kind', 'Paper title', 'Authors', 'Year', 'DOI'])
      expect(row[column], column).toBe('');
  });
  it('is of no kind that needs more in RIS and CSL-JSON', () => {
    expect(write('papers-ris', its).split('\r\n').slice(0, 2)).toEqual([
      'TY  - GEN',
      'ID  - papernd',
    ]);
    const [item] = JSON.parse(write('papers-csl-json', its));
    expect(Object.keys(item).sort()).toEqual(
      ['annote', 'citation-key', 'custom', 'id', 'keyword', 'note', 'type'].sort(),
    );
    expect(item.type).toBe('document');
  });
  it('is untitled in the reading list', () => {
    expect(write('reading-list-md', its)).toContain('\n- *Untitled*.\n');
    expect(write('reading-list-md', its)).toContain('\n1 paper\n');
  });
});

it('a paper in a venue is an article, whatever its type is called', () => {
  const [item] = JSON.parse(write('papers-csl-json', only(paper(1, { type: 'unheard-of' }))));
  expect(item.type).toBe('article-journal');
});

describe('a tag whose codebook is gone', () => {
  const its = only(paper(1), { codebookId: 'gone', influenceId: 'gone.x' });
  const orphaned = { ...its, codebooks: [] };
  it('is in the evidence table and the summary under the ids that it has', () => {
    expect(table(write('evidence-table-csv', orphaned))[0]).toMatchObject({
      Influence: 'gone.x',
      Codebook: 'gone',
    });
    expect(table(write('influence-summary-csv', orphaned))[0]).toMatchObject({
      Codebook: 'gone',
      'Codebook version': '',
    });
  });
  it('is among the findings of its paper', () => {
    expect(JSON.parse(write('papers-csl-json', orphaned))[0].note).toContain(
      'gone.x: supporting (1 statement)',
    );
  });
});

describe('a paper that is tagged, but not on the list', () => {
  const its = { ...only(paper(1)), reviewPapers: [] };
  it('has a section of its own in the reading list, without a place', () => {
    const text = write('reading-list-md', its);
    expect(text).toContain('## Tagged, but not on the list (1)');
    expect(text).not.toMatch(/Eligibility|Progress|Reason/);
  });
  it('has no keywords of a place in RIS', () => {
    expect(write('papers-ris', its)).not.toMatch(/^KW/m);
  });
});

it.each<[string, Partial<Paper>[]]>([
  ['by first author, accents beside their letter', [by('Abel'), by('Äbel'), by('Adams'), by('Zu')]],
  ['by year, an unknown one last', [{ year: 1999 }, { year: 2020 }, { year: undefined }]],
  ['by title, numbers by their size', [{ title: 'Part 2' }, { title: 'Part 10' }]],
  ['without a title first', [{ title: undefined }, { title: 'A' }]],
  [
    'by author before year',
    [
      { ...by('A'), year: 2020 },
      { ...by('B'), year: 1990 },
    ],
  ],
  [
    'by year before title',
    [
      { year: 1990, title: 'B' },
      { year: 2020, title: 'A' },
    ],
  ],
  ['by id, where all else is alike', [{ title: 'A' }, { title: 'A' }]],
])('papers are sorted %s', (_, order) => {
  const papers = order.map((one, i) => bare(i + 1, one));
  const listed = papers.map((_, i) => reviewPaper(i + 1));
  const want = papers.map(({ id }) => id);
  for (const given of [papers, papers.toReversed()])
    expect(
      reviewedPapers(chosen({ ...data, papers: given, reviewPapers: listed })).map(({ id }) => id),
    ).toEqual(want);
});
function by(family: string): Partial<Paper> {
  return { authors: [{ family }] };
}

it.each<[string, Author[], string]>([
  ['family and given name', [{ family: 'Müller', given: 'Änne' }], 'Müller, Änne'],
  [
    'a suffix as the third part',
    [{ family: 'Davis', given: 'Sammy', suffix: 'Jr.' }],
    'Davis, Sammy, Jr.',
  ],
  ['a suffix without a given name', [{ family: 'Davis', suffix: 'Jr.' }], 'Davis Jr.'],
  ['an organisation', [{ literal: 'WHO; Geneva' }], 'WHO, Geneva'],
  ['several', [{ family: 'A' }, { literal: 'B' }], 'A; B'],
  ['a nameless one', [{} as Author], ''],
  ['nobody', [], ''],
])('authors are written with %s', (_, authors, want) => {
  expect(authorList(authors)).toBe(want);
});
it('no first author has no name', () => {
  expect(authorName(undefined)).toBe('');
});

describe('companions in few words', () => {
  const companion = (one: Paper, ...more: Paper[]) => {
    const papers = [paper(1), one, ...more];
    const family = papers.map((_, i) => familyMember(i + 1));
    const reviewPapers = papers.map((_, i) => reviewPaper(i + 1));
    return write('papers-ris', { papers, reviewPapers, familyMembers: family })
      .split('\r\n\r\n')
      .find((record) => record.includes('TI  - Paper 1\r\n'))
      ?.split('\r\n')
      .find((line) => line.includes('companion of'));
  };
  it.each<[string, Partial<Paper>, string]>([
    [
      'author, year and DOI',
      { ...by('Ibrahim'), year: 2020, doi: '10.1/a' },
      'Ibrahim 2020, 10.1/a',
    ],
    [
      'an organisation, and the title without a DOI',
      { authors: [{ literal: 'WHO' }], title: 'A; B' },
      'WHO, A, B',
    ],
    ['the year alone', { year: 2020 }, '2020'],
    ['the title alone', { title: 'A' }, 'A'],
  ])('are %s', (_, more, words) => {
    expect(companion(bare(2, more))?.split(' | ')[0]).toBe(
      `N1  - Evidence map: companion of: ${words}`,
    );
  });
  it('are in the order of their words, separated by semicolons', () => {
    expect(companion(bare(2, { title: 'B' }), bare(3, { title: 'A' }))).toMatch(/: A; B \|/);
  });
});

const SUMMARY = {
  label: 'Training',
  stance: null,
  statements: 0,
  secondHand: 0,
  notReported: false,
};
it.each([
  [{ stance: 'supporting', statements: 1 }, 'supporting (1 statement)'],
  [{ stance: 'mixed', statements: 2, secondHand: 1 }, 'mixed (2 statements, 1 second-hand)'],
  [{ stance: 'contrasting', secondHand: 3 }, 'contrasting (3 second-hand)'],
  [{ secondHand: 2 }, 'second-hand only (2)'],
  [{ notReported: true }, 'not reported'],
  [{ secondHand: 1, notReported: true }, 'second-hand only (1), not reported'],
  [{}, ''],
] as const)('what a paper says is, in words, of %o: %s', (summary, words) => {
  expect(summaryText({ ...SUMMARY, ...summary })).toBe(words);
});

it.each([
  ['101-110', ['101', '110']],
  [' 101 – 110 ', ['101', '110']],
  ['S1--S9', ['S1', 'S9']],
  ['e12', ['e12']],
  ['1-2-3', ['1-2-3']],
  ['1-2 (suppl)', ['1-2 (suppl)']],
  ['see 1-2', ['see 1-2']],
])('pages %j are in RIS the first and last of %j', (page, want) => {
  const lines = write('papers-ris', only(paper(1, { page }))).split('\r\n');
  expect(lines.flatMap((line) => line.match(/^(?:SP|EP) {2}- (.*)/)?.[1] ?? [])).toEqual(want);
});

it.each<[string, Partial<Tag>, object, string]>([
  ['nothing more', {}, {}, '[supporting] Training | "Words."'],
  [
    'where it is',
    {},
    { page: '4', section: { title: 'Results', kind: 'results' } },
    '[supporting] Training | "Words." (Results, p. 4)',
  ],
  ['a printed page alone', {}, { page: '4' }, '[supporting] Training | "Words." (p. 4)'],
  [
    'that it is second-hand',
    { basis: 'second-hand' },
    {},
    '[supporting] Training | "Words." | second-hand',
  ],
  [
    'every dial',
    { direction: 'barrier', strength: 0, basis: 'second-hand', note: 'Mine' },
    {},
    '[supporting] Training | "Words." | barrier, strength 0, second-hand | Mine',
  ],
])('a tag is a note in RIS with %s', (_, its, more, want) => {
  const lines = write('papers-ris', {
    ...only(paper(1), its),
    statements: [statement(1, 1, 'Words.', { section: undefined, ...more })],
  }).split('\r\n');
  expect(lines).toContain(
    `N1  - Evidence tag: ${want} | coder: me | updated: ${AT} | tag id: ${uuid(4, 1)}`,
  );
});

it.each([
  ['a;b', 'a, b'],
  ['a   ;   b', 'a, b'],
  ['a---b', 'a–b'],
  [' a ', 'a'],
])('a keyword %j is %j in RIS, where both signs would split it', (word, want) => {
  const lines = write('papers-ris', only(paper(1, { keywords: [word] }))).split('\r\n');
  expect(lines.filter((line) => line.startsWith('KW'))[0]).toBe(`KW  - ${want}`);
});

it.each([
  ['- dashes', '\\- dashes'],
  ['+ plus', '\\+ plus'],
  ['1. First', '1\\. First'],
  ['12) Twelfth', '12\\) Twelfth'],
  ['1.', '1\\.'],
  ['1.5 hours', '1.5 hours'],
  ['-5 degrees', '-5 degrees'],
  ['A - b', 'A - b'],
  ['Part 1. of 2', 'Part 1. of 2'],
  ['&lt;b&#62; & c', '\\&lt;b&\\#62; & c'],
])('%j at the start of Markdown is %j: no list, no entity', (name, want) => {
  const [first] = write('reading-list-md', { review: { ...data.review, name } }).split('\n');
  expect(first).toBe(`# ${want}`);
});

it('the matrix has a column for an influence only where something is known of it', () => {
  const columns = Object.keys(table(write('paper-matrix-csv', only(paper(1))))[0] ?? {});
  expect(columns).toContain('Training');
  expect(columns).not.toContain('Role definition');
});

it.each([
  [undefined, ''],
  [true, 'yes'],
  [false, 'no'],
])('an influence of which it is %s that it was checked is %j in the codebook', (verified, want) => {
  const influences = codebook.influences.map((one) => ({ ...one, verified }));
  const [row] = table(write('codebook-csv', { codebooks: [{ ...codebook, influences }] }));
  expect(row?.['Checked against the source']).toBe(want);
});

describe('coders in the methods line', () => {
  const methods = (more: Partial<ExportData>, options = {}) =>
    table(write('influence-summary-csv', more, { at: AT, ...options }))[0]?.Methods;
  it('are named where several have tagged', () => {
    expect(methods({})).toContain('tags by me, you;');
  });
  it('are not where one has', () => {
    expect(methods(only(paper(1)))).not.toContain('tags by');
  });
});

it('each count of the summary is in the column of its name', () => {
  const stances = [
    'supporting',
    'contrasting',
    'contrasting',
    'mentioning',
    'mentioning',
    'mentioning',
  ] as const;
  const tags = (['own', 'second-hand'] as const).flatMap((basis, b) =>
    stances.map((stance, i) => {
      const n = 1 + i + b * stances.length;
      return tag(n, n, 1, { stance, basis });
    }),
  );
  const statements = tags.map((_, i) => statement(i + 1, 1, `Words ${i}.`));
  const [row] = table(write('influence-summary-csv', { ...only(paper(1)), statements, tags }));
  expect(row).toMatchObject({
    ...{
      'Statements supporting': '1',
      'Statements contrasting': '2',
      'Statements mentioning': '3',
    },
    ...{ 'Second-hand supporting': '1', 'Second-hand contrasting': '2' },
    'Second-hand mentioning': '3',
  });
});

it('a companion whose record is not there is not named', () => {
  const text = write('papers-ris', {
    ...only(paper(1)),
    reviewPapers: [reviewPaper(1), reviewPaper(2)],
    familyMembers: [familyMember(1), familyMember(2)],
  });
  expect(text).toContain('\r\nTI  - Paper 1\r\n');
  expect(text).not.toContain('undefined');
});

it.each<[string, Partial<Paper>, string, string[]]>([
  ['publisher', { publisher: 'A press' }, 'PB', ['A press']],
  ['number', { number: 'WP-7' }, 'M1', ['WP-7']],
  [
    'number, which names a report in its series',
    { number: 'WP-7', type: 'report' },
    'SN',
    ['WP-7'],
  ],
  ['number, which names nothing else', { number: 'WP-7' }, 'SN', []],
  ['ISBN before its ISSN', { isbn: '9783161484100', issn: '1748-5908' }, 'SN', ['9783161484100']],
  ['genre, of a thesis', { genre: 'PhD thesis', type: 'thesis' }, 'M3', ['PhD thesis']],
  ['genre, of another type', { genre: 'Comment' }, 'M3', []],
  ['language', { language: 'pt-BR' }, 'LA', ['pt-BR']],
  ['address, where it has no DOI', { url: 'https://a.example/1' }, 'UR', ['https://a.example/1']],
  ['editors', { editors: [{ family: 'A' }, { literal: 'B' }] }, 'ED', ['A', 'B,']],
])('of a paper, its %s is where importers look for it', (_, more, name, want) => {
  const lines = write('papers-ris', only(bare(1, more))).split('\r\n');
  const values = lines
    .filter((line) => line.startsWith(`${name}  - `))
    .map((line) => line.slice(6));
  expect(values).toEqual(want);
});

it('tags on statements that no page has placed are in one order: by when and what', () => {
  const targets = [{ ...statement(1, 1, 'x').targets[0], selectors: {} }] as never;
  const moments = [AT, AT, '2026-02-02T03:04:05.678Z'];
  const statements = moments.map((createdAt, i) =>
    statement(i + 1, 1, `Words ${i}.`, { targets, createdAt }),
  );
  const tags = [
    tag(5, 1, 1, { influenceId: 'own.role' }),
    tag(4, 1, 1),
    tag(1, 2, 1, { stance: 'mentioning' }),
    tag(2, 2, 1, { createdAt: '2026-02-02T03:04:05.678Z' }),
    tag(3, 3, 1),
  ];
  for (const turn of [tags, tags.toReversed(), [...tags.slice(2), ...tags.slice(0, 2)]]) {
    const rows = table(write('evidence-table-csv', { ...only(paper(1)), statements, tags: turn }));
    expect(rows.map((row) => row['Tag id'])).toEqual(tags.map(({ id }) => id));
  }
});

it('without a paper that counts, a share and its interval are empty', () => {
  const excluded = reviewPaper(1, { eligibility: 'excluded' });
  const rows = table(
    write('influence-summary-csv', { ...only(paper(1)), reviewPapers: [excluded] }),
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows)
    for (const [column, cell] of Object.entries(row))
      if (column.includes('%')) expect(cell).toBe('');
});

it('papers where coders differ are counted apart', () => {
  const two = statement(2, 1, 'More words.');
  const tags = [tag(1, 1, 1), tag(2, 2, 1, { stance: 'contrasting', coderId: YOU })];
  const statements = [statement(1, 1, 'Words.'), two];
  const [row] = table(write('influence-summary-csv', { ...only(paper(1)), statements, tags }));
  expect(row).toMatchObject({ 'Papers where coders differ': '1', 'Papers mixed': '0' });
});

it.each([
  ['', false],
  [' \n ', false],
  ['Why?', true],
])('a review with the question %j has it in the reading list: %s', (question, there) => {
  const [, , third] = write('reading-list-md', { review: { ...data.review, question } }).split(
    '\n',
  );
  expect(third === question).toBe(there);
  expect(third).toMatch(there ? /Why/ : /^\d+ papers$/);
});
