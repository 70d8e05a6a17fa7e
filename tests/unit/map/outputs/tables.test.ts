/** What each table prints of one small review, cell by cell, as worked out by hand; and what is behind each number. */
import { describe, expect, it, test } from 'vitest';
import {
  Evidence,
  OUTPUTS,
  type OutputOptions,
  type OutputTable,
} from '../../../../lib/map/outputs';
import type { CountOptions, ReviewRecords } from '../../../../lib/map/outputs/types';
import { familyMember, notReported, paperId, reviewPaper, uuid, YOU } from '../records';
import {
  codebook,
  coders,
  decision,
  influence,
  paper,
  randomRecords,
  recordsWith,
  review,
  round,
  site,
} from './review-records';
import { attribute, finding, quoted, rated, tagged, value } from './sound-review';

const IMPLEMENTATION = uuid('attribute', 1);
const RANK = uuid('attribute', 2);
const ofInfluence = { codebookId: 'cb', influenceId: 'a' };

function small(more: Partial<ReviewRecords> = {}): ReviewRecords {
  const book = codebook('cb', '1', [
    influence('a', { group: 'G', definition: 'What a is.' }),
    influence('b', { group: 'G', parent: 'a' }),
    influence('c', { group: 'H', polarity: 'inverse' }),
  ]);
  const read = (n: number) => ({ ...reviewPaper(n, 'read'), number: n });
  return recordsWith({
    review: { ...review, question: 'What helps?', codebooks: [{ id: 'cb', version: '1' }] },
    codebooks: [{ ...book, source: { ...book.source, doi: '10.1000/book' } }],
    coders,
    papers: [
      paper(1, { year: 2001, authors: [{ family: 'Ann' }, { family: 'Bo' }] }),
      paper(2, { year: 2002, authors: [{ family: 'Cy' }] }),
      paper(3, { year: 2003, authors: ['Dee', 'Eve', 'Fay'].map((family) => ({ family })) }),
      paper(4),
    ],
    reviewPapers: [read(1), read(2), read(3), { ...reviewPaper(4, 'excluded'), number: 4 }],
    familyMembers: [familyMember(1, 1), familyMember(3, 1)],
    statements: [
      quoted(1, 1, { page: '12' }),
      ...[2, 3].map((n) => quoted(1, n)),
      quoted(2, 1),
    ].concat([1, 2].map((n) => quoted(3, n))),
    tags: [
      tagged(1, 1, 'a', { strength: -2 }),
      tagged(1, 2, 'b', {
        ...{ stance: 'contrasting', direction: 'facilitator', voice: 'authors', strength: 1 },
      }),
      tagged(2, 1, 'b', { direction: 'facilitator' }),
      tagged(2, 1, 'b', { direction: 'facilitator', coderId: YOU }),
      tagged(3, 1, 'c', { direction: 'both', voice: undefined }),
      tagged(3, 2, 'a', { basis: 'second-hand' }),
      tagged(4, 1, 'c'),
    ],
    assessments: [notReported(2, 'c')],
    attributes: [
      attribute(1, { name: 'Implementation', choices: ['High', 'Low'] }),
      attribute(2, { name: 'Rank', of: 'influence', type: 'number' }),
    ],
    attributeValues: [
      value(IMPLEMENTATION, { paperId: paperId(1) }, 'Low'),
      value(IMPLEMENTATION, { paperId: paperId(2) }, 'High'),
      value(RANK, ofInfluence, 1),
    ],
    memos: [
      rated(2, 'b', {
        ...{ rating: 2, star: true, summary: 'It pays.', rationale: 'Two say so.' },
        statementIds: [uuid('statement', 2001)],
      }),
      {
        ...rated(undefined, 'a', { summary: 'Together it helps.', rationale: '' }),
        rating: undefined,
      },
      rated(4, 'a'),
    ],
    findings: [finding(1, { influences: [{ codebookId: 'cb', influenceId: 'b' }] })],
    rounds: [round(1, [1, 2])],
    ...more,
  });
}

const build = (
  id: string,
  options: OutputOptions = {},
  records = small(),
  counted: CountOptions = {},
): OutputTable => {
  const output = OUTPUTS.find((one) => one.id === id);
  if (!output) throw new Error(`no output ${id}`);
  return output.build(new Evidence(records, counted), options);
};

/** Each row as a line; a heading is its words, a row under another begins with a sign for each. */
const lines = ({ rows }: OutputTable): string[] =>
  rows.map(({ cells, isHeading, depth = 0 }) =>
    isHeading
      ? `# ${cells[0]?.text}`
      : '> '.repeat(depth) + cells.map(({ text }) => text).join(' | '),
  );
const heads = ({ columns }: OutputTable): string =>
  columns.map(({ label, group }) => (group ? `${group}: ${label}` : label)).join(' | ');

interface Case {
  id: string;
  name: string;
  options?: OutputOptions;
  heads: string;
  rows: readonly string[];
}

const CASES: readonly Case[] = [
  {
    ...{ id: 'influence-summary', name: 'by domain, with what is under a broader influence' },
    heads:
      'Influence | Papers n/N | % | 95 % interval | Papers by stance: Supporting | Papers by stance: Mixed | Papers by stance: Contrasting | Papers by stance: Mentioning | Papers by direction: Barrier | Papers by direction: Facilitator | Papers by direction: Both | Papers by direction: Not stated | Statements | Study families | References',
    rows: [
      '# G',
      'A | 2/3 | 67 % | 21–94 % | 1 | 1 | 0 | 0 | 1 | 2 | 0 | 0 | 3 | 2 | 1,2',
      '> B | 2/3 | 67 % | 21–94 % | 1 | 0 | 1 | 0 | 0 | 2 | 0 | 0 | 2 | 2 | 1,2',
      '# H',
      'C (reverse-rated) | 1/3 | 33 % | 6–79 % | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 1 | 1 | 3',
    ],
  },
  {
    ...{ id: 'directions', name: 'three lines an influence' },
    heads: 'Influence | Direction | Evidence | Contrasting evidence | Rank',
    rows: [
      ...['# G', 'A | Barrier | 1 |  | 1', ' | Facilitator | 2 | 1 | ', ' | Both |  |  | '],
      ...['> B | Barrier |  |  | ', '>  | Facilitator | 2 | 1 | ', '>  | Both |  |  | ', '# H'],
      ...['C (reverse-rated) | Barrier |  |  | ', ' | Facilitator |  |  | ', ' | Both | 3 |  | '],
    ],
  },
  {
    ...{ id: 'directions', name: 'split by a column of papers' },
    options: { splitBy: IMPLEMENTATION },
    heads:
      'Influence | Direction | Evidence by Implementation: High | Evidence by Implementation: Low | Evidence by Implementation: Not stated | Contrasting evidence | Rank',
    rows: [
      ...['# G', 'A | Barrier |  | 1 |  |  | 1', ' | Facilitator | 2 |  |  | 1 | '],
      ...[' | Both |  |  |  |  | ', '> B | Barrier |  |  |  |  | '],
      ...['>  | Facilitator | 2 |  |  | 1 | ', '>  | Both |  |  |  |  | ', '# H'],
      ...['C (reverse-rated) | Barrier |  |  |  |  | ', ' | Facilitator |  |  |  |  | '],
      ' | Both |  |  | 3 |  | ',
    ],
  },
  {
    ...{ id: 'ratings', name: 'with drafts, a starred rating, and what is not reported' },
    heads: 'Influence | 1 | 2 | 3 | Rank',
    rows: [
      ...['# G', 'A | −2 |  |  | 1', '> B | +1 | +2* |  | '],
      ...['# H', 'C (reverse-rated) |  | Missing | Yes | '],
    ],
  },
  {
    ...{ id: 'ratings', name: 'the first choice is the high group, wherever its papers are' },
    options: { groupBy: IMPLEMENTATION },
    heads: 'Influence | High: 2 | Low: 1 | 3 | Distinguishing (suggested) | Rank',
    rows: [
      ...['# G', 'A |  | −2 |  |  | 1', '> B | +2* | +1 |  | weak | '],
      ...['# H', 'C (reverse-rated) | Missing |  | Yes |  | '],
    ],
  },
  {
    ...{ id: 'memos', name: 'of papers that count, and of the whole review' },
    heads: 'Influence | Case | Coder | Rating | Summary | Rationale | Quotes',
    rows: [
      'A | Whole review | Me |  | Together it helps. |  | ',
      'B | 2 | Me | +2* | It pays. | Two say so. | Words 1 of paper 2.',
    ],
  },
  {
    ...{ id: 'characteristics', name: 'with own columns and companions' },
    heads:
      'No. | Authors, year | Implementation | Influences tagged (n) | Reading status | Companion of',
    rows: [
      '1 | Ann and Bo 2001 | Low | 2 | Read | 3',
      '2 | Cy 2002 | High | 1 | Read | ',
      '3 | Dee et al. 2003 |  | 1 | Read | 1',
    ],
  },
  {
    ...{ id: 'quotes', name: 'by voice, with pages and contrary cases' },
    heads:
      'Influence | Definition used | Participants’ words | Authors’ interpretation | Statements (voice not stated) | Reviewer’s synthesis | Contributing papers | Contrary cases',
    rows: [
      '# G',
      'A | What a is. | “Words 1 of paper 1.” (p. 12, 1) |  |  | Together it helps. | 1 | ',
      '> B |  | “Words 1 of paper 2.” (2) | “Words 2 of paper 1.” (1) |  |  | 1,2 | 1',
      '# H',
      'C (reverse-rated) |  |  |  | “Words 1 of paper 3.” (3) |  | 3 | ',
    ],
  },
  {
    ...{ id: 'matrix', name: 'influences by direction, statements' },
    heads: 'Influence | Barrier | Facilitator | Both | Not stated',
    rows: ['A | 1 | 0 | 0 | 0', 'B | 0 | 2 | 0 | 0', 'C | 0 | 0 | 1 | 0'],
  },
  {
    ...{ id: 'matrix', name: 'stances by an own column, papers' },
    options: { rows: 'stance', across: IMPLEMENTATION, show: 'papers' },
    heads: 'Stance | High | Low | Not stated',
    rows: ['supporting | 1 | 1 | 1', 'contrasting | 0 | 1 | 0', 'mentioning | 0 | 0 | 0'],
  },
  {
    ...{ id: 'matrix', name: 'years by stance, quotes' },
    options: { rows: 'year', across: 'stance', show: 'quotes' },
    heads: 'Year | supporting | contrasting | mentioning',
    rows: [
      '2001 | “Words 1 of paper 1.” (p. 12, 1) | “Words 2 of paper 1.” (1) | ',
      '2002 | “Words 1 of paper 2.” (2) |  | ',
      '2003 | “Words 1 of paper 3.” (3) |  | ',
    ],
  },
  {
    ...{ id: 'matrix', name: 'influences by paper, summaries' },
    options: { across: 'paper', show: 'summaries' },
    heads: 'Influence | 1 | 2 | 3',
    rows: ['A |  |  | ', 'B |  | It pays. | ', 'C |  |  | '],
  },
  {
    ...{ id: 'framework-fit', name: 'what was there from the start' },
    heads:
      'Influence | A priori or changed | From or into | Since | Papers with facilitators | Papers with barriers | Reason',
    rows: [
      ...['# G', 'A | a priori |  |  | No data | 1 | ', 'B | a priori |  |  | 1,2 | No data | '],
      ...['# H', 'C | a priori |  |  | 3 | 3 | '],
    ],
  },
  {
    ...{ id: 'findings', name: 'with judgements and facts' },
    heads:
      'Finding | Contributing papers | Methodological limitations | Coherence | Adequacy | Relevance | Facts for adequacy | CERQual assessment',
    rows: [
      `Finding 1. | 1,2 | ${Array.from({ length: 4 }, () => 'Minor concerns: Few settings.').join(' | ')} | 2 papers, 2 statements | High confidence: All as it should be.`,
    ],
  },
  {
    // Of six tagged statements, that of the excluded paper too, three are of the round, of which two are in a paper of one coder: 'b' was given by both.
    ...{ id: 'agreement', name: 'by round' },
    heads:
      'Round | % of statements | n | Percent agreement | Positive agreement | Kappa (SD) | PABAK (SD) | AC1 | What changed',
    rows: [
      'Round 1 | 16.7 % | 1 | 100.0 % | 100.0 % | not estimable | not estimable | not estimable | ',
    ],
  },
  {
    ...{ id: 'shares', name: 'n/N, share and interval' },
    heads: 'Influence | n/N | % | 95 % interval | Published',
    rows: [
      'A | 2/3 | 67 % | 21–94 % | ',
      'B | 2/3 | 67 % | 21–94 % | ',
      'C (reverse-rated) | 1/3 | 33 % | 6–79 % | ',
    ],
  },
];

describe.each(CASES)('$id: $name', ({ id, options, heads: wanted, rows }) => {
  it('is printed as worked out by hand', () => {
    const table = build(id, options);
    expect(heads(table)).toBe(wanted);
    expect(lines(table)).toEqual(rows);
  });
});

test('the checklist is filled where the review knows the answer, and says where from', () => {
  const rows = build('entreq').rows.map(({ cells }) => cells.map(({ text }) => text));
  expect(rows).toHaveLength(21);
  const known = rows.filter(([, , answer]) => answer).map(([, ...cells]) => cells.join(' | '));
  expect(known).toEqual([
    'Aim | What helps? | the review’s question',
    'Study characteristics | Table of 3 papers: Implementation. | Characteristics of papers',
    'Study selection results | 0 included, 1 excluded, 3 undecided. | Papers',
    'Data extraction | 5 statements of 3 papers were marked where they were read. | Statements',
    'Software | Bearing. | this program',
    'Number of reviewers | 2: Me, You. | who made the tags',
    'Coding | 5 tags of statements by influence, stance and direction in 1 round. | tags and rounds',
    'Study comparison | 1 rating of influences in 3 papers. | Rating matrix',
    'Derivation of themes | Deductive, by Codebook cb, version 1. | Framework fit',
    'Quotations | Quotes of participants (2) and authors’ interpretations (1) are told apart. | Quotes by influence',
    'Synthesis output | 1 finding; a synthesis of 1 influence. | CERQual preparation, Quotes by influence',
  ]);
});

describe('footnotes', () => {
  const counted = OUTPUTS.filter(
    ({ id }) => !['agreement', 'checks', 'entreq', 'measures'].includes(id),
  );

  it.each(counted)('$id: N is named, and what is left out', ({ id }) => {
    const { notes, columns, title } = build(id, {}, small(), { at: '2026-11-30T01:00:00.000Z' });
    expect(title).toMatch(/ \(N = 3 papers\), A review, 30 November 2026$/);
    expect(notes).toContain('N = 3 papers: all papers not excluded, 1 excluded.');
    expect(notes).toContain('1 second-hand statement left out.');
    expect(notes).toContain('Codebook: Codebook cb, version 1, 10.1000/book.');
    const hasShares = columns.some(({ label }) => label === '%');
    expect(notes.includes('% = share of papers, not strength of effect.')).toBe(hasShares);
  });

  it('says that second-hand statements count, and which papers N is of', () => {
    const { notes } = build('quotes', {}, small(), { secondHand: true, denominator: 'read' });
    expect(notes.slice(0, 2)).toEqual([
      'N = 3 papers: papers marked read, 1 excluded.',
      'Second-hand statements are counted.',
    ]);
  });
});

describe('what coders decided', () => {
  // The two of paper 2 are of a barrier after all, and against it.
  const decided = () =>
    small({ decisions: [decision(2, 'b', 'contrasting', { direction: 'barrier' })] });
  it.each([
    [
      'influence-summary',
      {},
      '> B | 2/3 | 67 % | 21–94 % | 0 | 0 | 2 | 0 | 1 | 1 | 0 | 0 | 2 | 2 | 1,2',
    ],
    ['directions', {}, '> B | Barrier |  | 2 | '],
    [
      'quotes',
      {},
      '> B |  | “Words 1 of paper 2.” (2) | “Words 2 of paper 1.” (1) |  |  | 1,2 | 1,2',
    ],
    ['matrix', {}, 'B | 1 | 1 | 0 | 0'],
    ['matrix', { across: 'stance' }, 'B | 0 | 2 | 0'],
    ['framework-fit', {}, 'B | a priori |  |  | 1 | 2 | '],
    ['harvest', {}, 'B |  |  | 1,2 |  | '],
  ] as const)('is in %s %j', (id, options, row) => {
    expect(lines(build(id, options, decided()))).toContain(row);
  });
});

test('a site that was deleted is not stated; a memo on a paper is told from one on the review', () => {
  const records = small({ sites: [site(1)] });
  const tags = records.tags.map((one, i) => ({ ...one, siteId: uuid('site', i ? 9 : 1) }));
  const table = build('matrix', { across: 'site' }, { ...records, tags });
  expect(heads(table)).toBe('Influence | Site 1 | Not stated');
  expect(lines(table)).toEqual(['A | 1 | 0', 'B | 0 | 2', 'C | 0 | 1']);
  expect(lines(build('memos', {}, records))[1]).toMatch(/^B \| 2 \|/);
});

describe('behind each cell of random reviews', () => {
  const ofPapers: Readonly<Record<string, (column: string) => boolean>> = {
    'influence-summary': (id) => !['share', 'statements', 'families'].includes(id),
    matrix: () => true,
    'gap-map': () => true,
    shares: (id) => id === 'n',
  };
  const seeds = Array.from({ length: 40 }, (_, i) => i + 1);

  it.each(OUTPUTS)(
    '$id: as many papers as the number says, those of its tags',
    ({ id, build: make }) => {
      let numbers = 0;
      for (const seed of seeds) {
        const records = randomRecords(seed);
        const evidence = new Evidence(records, { secondHand: seed % 2 === 0 });
        const ofTag = new Map(records.tags.map((tag) => [tag.id, tag.paperId]));
        const { columns, rows } = make(evidence, { show: 'papers' });
        for (const { id: row, cells, isHeading } of rows) {
          expect(cells, `${row} has a cell in each column`).toHaveLength(columns.length);
          if (isHeading) continue;
          for (const [i, { value: number, paperIds, tagIds }] of cells.entries()) {
            const where = `seed ${seed}, ${row}, ${columns[i]?.id}`;
            if (paperIds) expect(new Set(paperIds).size, where).toBe(paperIds.length);
            for (const tag of tagIds ?? []) expect(ofTag.has(tag), where).toBe(true);
            if (number !== undefined && ofPapers[id]?.(columns[i]?.id ?? '')) {
              expect(paperIds?.length, where).toBe(number);
              numbers += number;
            }
            if (paperIds && tagIds?.length) {
              const papers = new Set(tagIds.map((tag) => ofTag.get(tag)));
              expect([...papers].sort(), where).toEqual([...paperIds].sort());
            }
          }
        }
      }
      if (ofPapers[id]) expect(numbers).toBeGreaterThan(100);
    },
  );
});
