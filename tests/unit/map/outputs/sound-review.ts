/** A review that is ready to be printed: what each check looks for is there, and as it should be. */
import type { ReviewRecords } from '../../../../lib/map/outputs/types';
import type {
  Attribute,
  AttributeValue,
  Finding,
  Memo,
  Statement,
  Tag,
} from '../../../../lib/model';
import {
  ME,
  tag as mapTag,
  notReported,
  paperId,
  REVIEW,
  reviewPaper,
  uuid,
  YOU,
} from '../records';
import {
  AT,
  codebook,
  coders,
  influence,
  memo,
  paper,
  recordsWith,
  review,
  round,
  statement,
} from './review-records';

const stamps = { createdAt: AT, updatedAt: AT };

/** Lists that a test may add to. */
export type Draft = {
  -readonly [K in keyof ReviewRecords]: ReviewRecords[K] extends readonly (infer One)[]
    ? One[]
    : ReviewRecords[K];
};

export const PAPERS = 12;
const NUMBERS = Array.from({ length: PAPERS }, (_, i) => i + 1);
/** b is under a. */
const INFLUENCES = ['a', 'b', 'c'];
/** What each paper is tagged on: a, c, a, c ... */
const taggedIn = (n: number): string => (n % 2 ? 'a' : 'c');

export const COUNTRY = uuid('attribute', 1);

export const attribute = (n: number, more: Partial<Attribute> = {}): Attribute => ({
  ...{ id: uuid('attribute', n), reviewId: REVIEW, of: 'paper', name: `Column ${n}` },
  ...{ type: 'choice', choices: [], position: n, ...stamps },
  ...more,
});

let values = 0;
export const value = (
  attributeId: string,
  about: Partial<AttributeValue>,
  given: AttributeValue['value'],
): AttributeValue => {
  values += 1;
  return {
    ...{ id: uuid('value', values), reviewId: REVIEW, attributeId, value: given, ...stamps },
    ...about,
  };
};

/** A statement of a web page, or of a PDF. */
export const quoted = (
  paperNumber: number,
  n: number,
  more: Partial<Statement> = {},
  representation: 'html' | 'pdf' = 'html',
): Statement => {
  const quote = `Words ${n} of paper ${paperNumber}.`;
  const target = {
    ...{ representation, url: `https://example.org/${paperNumber}` },
    selectors: {
      quote: { type: 'TextQuoteSelector' as const, exact: quote, prefix: '', suffix: '' },
    },
  };
  return { ...statement(paperNumber, n, quote), targets: [target], ...more };
};

/** A tag with all that a table prints of it. */
export const tagged = (
  paperNumber: number,
  n: number,
  id: string,
  more: Partial<Tag> = {},
): Tag => ({
  ...mapTag(paperNumber, n, id, 'supporting'),
  ...{ direction: 'barrier', voice: 'participants', ...more },
});

let memos = 0;
export const rated = (
  paperNumber: number | undefined,
  id: string,
  more: Partial<Memo> = {},
): Memo => {
  memos += 1;
  return {
    ...memo(id, { id: uuid('memo', memos), rating: -1, rationale: 'Three interviews say so.' }),
    ...(paperNumber !== undefined && { paperId: paperId(paperNumber) }),
    ...more,
  };
};

const component = { judgement: 'minor', explanation: 'Few settings.' } as const;

export const finding = (n: number, more: Partial<Finding> = {}): Finding => ({
  ...{ id: uuid('finding', n), reviewId: REVIEW, text: `Finding ${n}.`, position: n },
  ...{ influences: [{ codebookId: 'cb', influenceId: 'a' }], statementIds: [], ...stamps },
  ...{ limitations: component, coherence: component, adequacy: component, relevance: component },
  overall: { judgement: 'high', explanation: 'All as it should be.' },
  ...more,
});

/**
 * Twelve papers of two coders who agree, each tagged on one influence and looked through for the others; rated, described,
 * concluded from. One second-hand statement is apart.
 */
export function soundReview(change: (records: Draft) => void = () => undefined): ReviewRecords {
  const defined = (id: string, parent?: string) =>
    influence(id, { definition: `What ${id} is.`, ...(parent && { parent }) });
  const records: Draft = {
    ...(recordsWith() as Draft),
    review: {
      ...review,
      question: 'What helps peers in their work?',
      codebooks: [{ id: 'cb', version: '1' }],
    },
    codebooks: [codebook('cb', '1', [defined('a'), defined('b', 'a'), defined('c')])],
    coders: [...coders],
    papers: NUMBERS.map((n) =>
      paper(n, {
        ...{ title: `What peers told us of their work, part ${n}`, year: 2000 + n },
        ...{ authors: [{ family: `Author${n}` }], doi: `10.1000/${n}` },
      }),
    ),
    reviewPapers: NUMBERS.map((n) => ({
      ...{ ...reviewPaper(n, 'included'), progress: 'read', number: n },
    })),
    statements: [...NUMBERS.map((n) => quoted(n, 1)), quoted(PAPERS, 2)],
    tags: [
      ...NUMBERS.flatMap((n) => [ME, YOU].map((coderId) => tagged(n, 1, taggedIn(n), { coderId }))),
      tagged(PAPERS, 2, 'b', { basis: 'second-hand' }),
    ],
    assessments: NUMBERS.flatMap((n) =>
      INFLUENCES.filter((id) => id !== taggedIn(n) && !(n === PAPERS && id !== 'a')).map((id) => ({
        ...notReported(n, id),
        id: uuid('assessment', n * 10 + INFLUENCES.indexOf(id)),
      })),
    ),
    attributes: [attribute(1, { name: 'Country', choices: ['Chile', 'Peru'] })],
    attributeValues: NUMBERS.map((n) =>
      value(COUNTRY, { paperId: paperId(n) }, n % 2 ? 'Chile' : 'Peru'),
    ),
    memos: [
      ...NUMBERS.map((n) => rated(n, taggedIn(n))),
      // What the papers come to together: words, and nothing to give a rationale for.
      memo('a', { id: uuid('memo', 900), summary: 'It helps.' }),
    ],
    findings: [finding(1)],
    rounds: [round(1, [1, 2, 3, 4]), round(2, [5, 6, 7, 8])],
  };
  change(records);
  return records;
}
