/** The rules of counting, each as a row: what is tagged, and what a table counts of it. */
import { describe, expect, it } from 'vitest';
import { allShipped } from '../../../../lib/codebook';
import { formatCount, formatPercent } from '../../../../lib/map';
import { Evidence, influenceRows } from '../../../../lib/map/outputs';
import type { CountOptions, ReviewRecords } from '../../../../lib/map/outputs/types';
import { decisionId, quoteKey, type Tag } from '../../../../lib/model';
import { PRINTED } from '../../../fixtures/pages/scite';
import { familyMember, ME, tag as mapTag, paperId, reviewPaper, uuid, YOU } from '../records';
import {
  AT,
  codebook,
  decision,
  influence,
  JOINED,
  paper,
  recordsWith,
  review,
  site,
  statement,
} from './review-records';

type More = Partial<Tag>;
const tag = (
  paperNumber: number,
  n: number,
  id: string,
  stance: Tag['stance'] = 'supporting',
  more: More = {},
): Tag => ({ ...mapTag(paperNumber, n, id, stance), ...more });
const barrier: More = { direction: 'barrier' };
const facilitator: More = { direction: 'facilitator' };
const byYou: More = { coderId: YOU };
const secondHand: More = { basis: 'second-hand' };

const listed = [1, 2, 3, 4].map((n) => reviewPaper(n));

interface Rule {
  name: string;
  tags: Tag[];
  more?: Partial<ReviewRecords>;
  options?: CountOptions;
  /** Of influence `a`, unless another is named. */
  of?: string;
  row: Record<string, unknown>;
}

const stances = (some: Record<string, number>) =>
  Object.fromEntries(
    ['supporting', 'mixed', 'contrasting', 'mentioning', 'differ'].map((stance) => [
      stance,
      { n: some[stance] ?? 0 },
    ]),
  );
const directions = (b: number, f: number, both: number, unstated = 0) => ({
  ...{ barrier: { n: b }, facilitator: { n: f } },
  ...{ both: { n: both }, unstated: { n: unstated } },
});

const RULES: Rule[] = [
  // 1
  {
    name: 'a paper with supporting tags and no contrasting ones is supporting',
    tags: [tag(1, 1, 'a'), tag(1, 2, 'a', 'mentioning')],
    row: { n: 1, stances: stances({ supporting: 1 }) },
  },
  {
    name: 'a paper tagged both ways counts once, as mixed',
    tags: [tag(1, 1, 'a'), tag(1, 2, 'a', 'contrasting')],
    row: { n: 1, stances: stances({ mixed: 1 }) },
  },
  {
    name: 'a paper that only mentions an influence counts as mentioning',
    tags: [tag(1, 1, 'a', 'mentioning')],
    row: { n: 1, stances: stances({ mentioning: 1 }) },
  },
  {
    name: 'two coders with different stances differ: that is never mixed',
    tags: [tag(1, 1, 'a'), tag(1, 1, 'a', 'contrasting', byYou)],
    row: { n: 1, stances: stances({ differ: 1 }) },
  },
  {
    name: 'what both coders gave alike is agreed, and each of them may be mixed',
    tags: (['supporting', 'contrasting'] as const).flatMap((stance, i) => [
      ...[tag(1, i, 'a', stance), tag(1, i, 'a', stance, byYou)],
    ]),
    row: { n: 1, stances: stances({ mixed: 1 }) },
  },
  {
    name: 'one coder under two names is one: mixed, not differing',
    tags: [tag(1, 1, 'a', 'supporting', byYou), tag(1, 1, 'a', 'contrasting', { coderId: JOINED })],
    row: { n: 1, stances: stances({ mixed: 1 }) },
  },
  {
    name: 'one coder’s own record leaves out the other’s',
    tags: [tag(1, 1, 'a'), tag(1, 1, 'a', 'contrasting', byYou), tag(2, 1, 'a')],
    options: { coder: YOU },
    row: { n: 1, stances: stances({ contrasting: 1 }) },
  },
  {
    name: 'what was decided where coders differ is the agreed record',
    tags: [tag(1, 1, 'a'), tag(1, 1, 'a', 'contrasting', byYou)],
    more: { decisions: [decision(1, 'a', 'contrasting')] },
    row: { n: 1, stances: stances({ contrasting: 1 }) },
  },
  {
    name: 'a decision may be that it is mixed',
    tags: [tag(1, 1, 'a'), tag(1, 1, 'a', 'contrasting', byYou)],
    more: { decisions: [decision(1, 'a', 'mixed')] },
    row: { n: 1, stances: stances({ mixed: 1 }) },
  },
  {
    name: 'a decision may be that the paper is not about the influence after all',
    tags: [tag(1, 1, 'a'), tag(1, 1, 'a', 'contrasting', byYou), tag(2, 1, 'a')],
    more: { decisions: [decision(1, 'a', 'none')] },
    row: { n: 1, stances: stances({ supporting: 1 }), tagIds: { length: 1 } },
  },
  {
    name: 'a decision on one statement leaves the paper’s other statements as they are',
    tags: [tag(1, 1, 'a'), tag(1, 1, 'a', 'contrasting', byYou), tag(1, 2, 'a', 'contrasting')],
    more: {
      decisions: [decision(1, 'a', 'supporting', { statementId: uuid('statement', 1001) })],
    },
    row: { n: 1, stances: stances({ differ: 1 }), statements: 2 },
  },
  {
    name: 'a decision on another influence or another paper changes nothing',
    tags: [tag(1, 1, 'a'), tag(1, 1, 'a', 'contrasting', byYou)],
    more: { decisions: [decision(2, 'a', 'supporting'), decision(1, 'e', 'supporting')] },
    row: { n: 1, stances: stances({ differ: 1 }) },
  },
  {
    name: 'one coder’s own record is as it was before anything was decided',
    tags: [tag(1, 1, 'a'), tag(1, 1, 'a', 'contrasting', byYou)],
    more: { decisions: [decision(1, 'a', 'none')] },
    options: { coder: YOU },
    row: { n: 1, stances: stances({ contrasting: 1 }) },
  },
  {
    name: 'a decision on the direction counts in place of the coders’',
    tags: [
      tag(1, 1, 'a', 'supporting', barrier),
      tag(1, 1, 'a', 'supporting', { ...facilitator, ...byYou }),
    ],
    more: { decisions: [decision(1, 'a', 'supporting', { direction: 'both' })] },
    row: { n: 1, directions: directions(0, 0, 1) },
  },
  {
    name: 'a paper with a barrier tag and a facilitator tag counts under both of them',
    tags: [tag(1, 1, 'a', 'supporting', barrier), tag(1, 2, 'a', 'supporting', facilitator)],
    row: { n: 1, directions: directions(1, 1, 0) },
  },
  {
    name: '“both” counts only where a tag says so',
    tags: [
      tag(1, 1, 'a', 'supporting', { direction: 'both' }),
      tag(2, 2, 'a', 'supporting', facilitator),
      tag(3, 2, 'a'),
    ],
    row: { n: 3, directions: directions(0, 1, 1, 1) },
  },
  {
    name: 'what is under an influence counts in it, a paper once',
    tags: [tag(1, 1, 'b'), tag(1, 2, 'c', 'contrasting'), tag(1, 3, 'd'), tag(2, 1, 'd')],
    row: { n: 2, stances: stances({ mixed: 1, supporting: 1 }), references: '1,2' },
  },
  {
    name: 'and in every influence in between',
    tags: [tag(1, 1, 'd'), tag(2, 1, 'b')],
    of: 'c',
    row: { n: 1, references: '1' },
  },
  // 2
  {
    name: 'N is all papers that are not excluded, untagged ones too',
    tags: [tag(1, 1, 'a'), tag(4, 1, 'a')],
    more: { reviewPapers: [...listed.slice(0, 3), reviewPaper(4, 'excluded')] },
    row: { n: 1, share: 1 / 3, lo: expect.closeTo(0.0614919, 6), hi: expect.closeTo(0.7923404, 6) },
  },
  {
    name: 'or the papers that are included',
    tags: [tag(1, 1, 'a'), tag(2, 1, 'a')],
    more: { reviewPapers: [reviewPaper(1, 'included'), reviewPaper(2)] },
    options: { denominator: 'included' },
    row: { n: 1, share: 1 },
  },
  {
    name: 'or those that are read',
    tags: [tag(1, 1, 'a'), tag(2, 1, 'a')],
    more: { reviewPapers: [reviewPaper(1, 'read'), reviewPaper(2), reviewPaper(3, 'read')] },
    options: { denominator: 'read' },
    row: { n: 1, share: 0.5 },
  },
  {
    name: 'or those with any tag',
    tags: [tag(1, 1, 'a'), tag(2, 1, 'e')],
    options: { denominator: 'tagged' },
    row: { n: 1, share: 0.5 },
  },
  {
    name: 'a tag of a paper that is not on the list counts nowhere',
    tags: [tag(1, 1, 'a'), tag(9, 1, 'a')],
    row: { n: 1, share: 0.25, statements: 1 },
  },
  // 3
  {
    name: 'copies of a quote in one paper are one statement, in two papers two',
    tags: [tag(1, 1, 'a'), tag(1, 2, 'a'), tag(2, 1, 'a')],
    more: { statements: [statement(1, 1, 'q'), statement(1, 2, 'q'), statement(2, 1, 'q')] },
    row: { n: 2, statements: 2, tagIds: { length: 3 } },
  },
  {
    name: 'two coders on one statement are one statement',
    tags: [tag(1, 1, 'a'), tag(1, 1, 'a', 'supporting', byYou)],
    options: { unit: 'statements' },
    row: { n: 1, statements: 1, share: 1 },
  },
  {
    name: 'a statement that several influences under one have counts once in it',
    tags: [tag(1, 1, 'b'), tag(1, 1, 'c')],
    row: { n: 1, statements: 1 },
  },
  {
    name: 'directions of statements are shares of the row’s statements',
    tags: [
      tag(1, 1, 'a', 'supporting', barrier),
      ...[1, 2, 3].map((n) => tag(2, n, 'a', 'supporting', facilitator)),
      tag(3, 1, 'e'),
    ],
    options: { unit: 'statements' },
    row: {
      n: 4,
      share: 0.8,
      directions: { barrier: { share: 0.25 }, facilitator: { share: 0.75 } },
    },
  },
  // 4
  {
    name: 'companion papers count once in families, and twice in papers',
    tags: [tag(1, 1, 'a'), tag(2, 1, 'a', 'contrasting'), tag(3, 1, 'a')],
    more: { familyMembers: [familyMember(1, 1), familyMember(2, 1)] },
    row: { n: 3, families: 2 },
  },
  {
    name: 'a family counts once, with the stances of its papers together',
    tags: [tag(1, 1, 'a'), tag(2, 1, 'a', 'contrasting'), tag(3, 1, 'a')],
    more: { familyMembers: [familyMember(1, 1), familyMember(2, 1)] },
    options: { unit: 'families' },
    row: { n: 2, share: 2 / 3, stances: stances({ mixed: 1, supporting: 1 }), references: '1-3' },
  },
  // Other units
  {
    name: 'sites count by the tags that name them; those of excluded papers are not in N',
    tags: [tag(1, 1, 'a', 'supporting', { siteId: uuid('site', 1) }), tag(1, 2, 'a')],
    more: {
      reviewPapers: [reviewPaper(1), reviewPaper(2, 'excluded')],
      sites: [site(1), site(2, { paperId: paperId(1) }), site(3, { paperId: paperId(2) })],
    },
    options: { unit: 'sites' },
    row: { n: 1, share: 0.5 },
  },
  {
    name: 'an occurrence is an influence in a paper: several of a broader one in one paper',
    tags: [tag(1, 1, 'b'), tag(1, 2, 'b'), tag(1, 3, 'c'), tag(2, 1, 'e')],
    options: { unit: 'occurrences' },
    row: { n: 2, share: 2 / 3 },
  },
  {
    name: 'shares of occurrences are of all pairs of an influence and a paper, and so is the interval',
    tags: [tag(1, 1, 'b'), tag(1, 3, 'c'), tag(2, 1, 'e')],
    more: { review: { ...review, reporting: { ofOccurrences: true } } },
    of: 'b',
    row: { n: 1, share: 1 / 3, lo: expect.closeTo(0.0614919, 6) },
  },
  // 6
  {
    name: 'second-hand statements are apart, and not in n',
    tags: [tag(1, 1, 'a', 'supporting', secondHand), tag(2, 1, 'a')],
    row: { n: 1, references: '2', statements: 1 },
  },
  {
    name: 'second-hand statements are in n where the reader wants them',
    tags: [tag(1, 1, 'a', 'supporting', secondHand), tag(2, 1, 'a')],
    options: { secondHand: true },
    row: { n: 2, references: '1,2', statements: 2 },
  },
];

it.each(RULES)('$name', ({ tags, more = {}, options, of = 'a', row }) => {
  const records = recordsWith({ reviewPapers: listed, tags, ...more });
  const rows = influenceRows(new Evidence(records, options));
  expect(rows.find(({ key }) => key === `cb/${of}`)).toMatchObject(row);
});

it('second-hand statements that are left out are at hand, to be shown apart', () => {
  const tags = [tag(1, 1, 'a', 'supporting', secondHand), tag(2, 1, 'a')];
  const apart = new Evidence(recordsWith({ reviewPapers: listed, tags })).secondHand;
  expect(apart).toEqual([tags[0]]);
  const counted = new Evidence(recordsWith({ reviewPapers: listed, tags }), { secondHand: true });
  expect([counted.secondHand, counted.tags]).toEqual([[], tags]);
});

it('a review’s own choice of unit counts, unless a screen asks for another', () => {
  const records = recordsWith({
    review: { ...review, reporting: { unit: 'statements' } },
    reviewPapers: listed,
    tags: [tag(1, 1, 'a'), tag(1, 2, 'a')],
  });
  const [own, asked] = [new Evidence(records), new Evidence(records, { unit: 'papers' })];
  expect([own.N, asked.N]).toEqual([2, 4]);
});

it('one thing has one decision, in whichever store it is written', () => {
  const [one, again] = [decision(1, 'a', 'none'), decision(1, 'a', 'mixed', { coderId: YOU })];
  const ofStatement = decision(1, 'a', 'none', { statementId: uuid('statement', 1001) });
  expect(decisionId(one)).toBe(decisionId(again));
  expect(new Set([one, ofStatement, decision(2, 'a', 'none')].map(decisionId)).size).toBe(3);
});

describe('published numbers', () => {
  it('53 papers, of which 28, 22 and 21 report an influence: 53 %, 42 %, 40 %, as published', async () => {
    const ibrahim = (await allShipped()).find(({ id }) => id === 'ibrahim-2020');
    if (!ibrahim) throw new Error('The codebook is not built in.');
    const reported = ibrahim.influences.filter(({ reportedBy }) => reportedBy);
    const N = ibrahim.denominator?.papers ?? 0;
    const tags = reported.flatMap(({ id, reportedBy }) =>
      Array.from({ length: reportedBy?.papers ?? 0 }, (_, i) =>
        tag(i + 1, 1, id, 'supporting', { codebookId: ibrahim.id }),
      ),
    );
    const records = recordsWith({
      ...{ codebooks: [ibrahim], tags },
      reviewPapers: Array.from({ length: N }, (_, i) => reviewPaper(i + 1)),
    });
    const evidence = new Evidence(records);
    const printed = influenceRows(evidence).flatMap(
      ({ n, share, influence: { influence: own } }) =>
        n
          ? [[own.label, formatCount({ n, N: evidence.N }), formatPercent(share), own.reportedBy]]
          : [],
    );
    expect(printed).toEqual([
      ['Organisational culture', '28/53', '53 %', expect.objectContaining({ percent: 53 })],
      ['Training', '22/53', '42 %', expect.objectContaining({ percent: 42 })],
      ['Role definition', '21/53', '40 %', expect.objectContaining({ percent: 40 })],
    ]);
  });

  it('a report that prints five of its 35 statements, one of them twice, has four', () => {
    // Each as it is printed, so the copy is a record of its own; which paper says it the report does not name.
    const statements = PRINTED.map(({ quote }, i) => ({
      ...statement(1, i, quote),
      quoteKey: quoteKey(quote),
    }));
    const tags = statements.map((_one, i) => tag(1, i, 'a', 'mentioning'));
    const evidence = new Evidence(
      recordsWith({ reviewPapers: [reviewPaper(1)], statements, tags }),
    );
    const [row] = influenceRows(evidence).filter(({ key }) => key === 'cb/a');
    expect([tags.length, row?.tagIds.length, row?.statements]).toEqual([5, 5, 4]);
    const [first = '', second] = tags.map((one) => evidence.statementKey(one));
    expect(second).toBe(first);
  });
});

describe('references', () => {
  const authors = (...names: string[]) => names.map((family) => ({ family }));
  const papers = [
    paper(1, { authors: authors('Davis', 'Solomon'), year: 2010 }),
    paper(2, { authors: authors('Gillard', 'Holley', 'Foster'), year: 2015 }),
    paper(3, { authors: [{ literal: 'A committee' }] }),
    paper(4, { title: 'Without authors' }),
  ];
  const all = [1, 2, 3, 4].map((n) => tag(n, 1, 'a'));
  const referencesOf = (more: Partial<ReviewRecords>) => {
    const records = recordsWith({ reviewPapers: listed, papers, tags: all, ...more });
    return influenceRows(new Evidence(records)).find(({ key }) => key === 'cb/a')?.references;
  };

  it.each<[string, Partial<ReviewRecords>, string]>([
    ['three in a row and more are a range', {}, '1-4'],
    ['two in a row are not', { tags: [tag(1, 1, 'a'), tag(2, 1, 'a'), tag(4, 1, 'a')] }, '1,2,4'],
    [
      'numbers that the reader gave stay, the others take what is free, in the order of the list',
      {
        reviewPapers: [
          { ...reviewPaper(1), addedAt: '2026-03-01T00:00:00.000Z' },
          { ...reviewPaper(2), addedAt: AT },
          { ...reviewPaper(3), number: 1 },
          { ...reviewPaper(4), number: 30 },
        ],
        tags: [tag(1, 1, 'a'), tag(3, 1, 'a'), tag(4, 1, 'a')],
      },
      '1,3,30',
    ],
    [
      'authors and year, more than two not named',
      { review: { ...review, reporting: { references: 'author-year' } } },
      'Davis and Solomon 2010; Gillard et al. 2015; A committee; Without authors',
    ],
    [
      'what the reader corrected',
      {
        review: { ...review, reporting: { references: 'author-year' } },
        papers: [paper(1, { authors: authors('Davies'), readerFields: { year: 2011 } })],
        tags: [tag(1, 1, 'a')],
      },
      'Davies 2011',
    ],
  ])('%s', (_name, more, wanted) => {
    expect(referencesOf(more)).toBe(wanted);
  });
});

it('a codebook that names parents in a circle, and tags of no codebook at all, have rows', () => {
  const records = recordsWith({
    codebooks: [
      codebook('cb', '2', [influence('e', { parent: 'f' }), influence('f', { parent: 'e' })]),
    ],
    reviewPapers: listed,
    tags: [tag(1, 1, 'e'), tag(2, 1, 'gone', 'supporting', { coderId: ME, codebookId: 'none' })],
  });
  const rows = influenceRows(new Evidence(records));
  expect(rows.map(({ key, n, domain, depth }) => [key, n, domain, depth])).toEqual([
    ['cb/e', 1, '', 0],
    ['cb/f', 1, '', 0],
    ['none/gone', 1, '', 0],
  ]);
});
