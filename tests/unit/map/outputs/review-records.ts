/** The records of one review, as tables are made of them: empty, and at random. */
import type { ReviewRecords } from '../../../../lib/map/outputs/types';
import type {
  Codebook,
  Decision,
  Influence,
  Memo,
  Paper,
  Review,
  Round,
  Site,
  Statement,
} from '../../../../lib/model';
import { pick, type Random, seeded } from '../../../support/random';
import {
  familyMember,
  ME,
  notReported,
  paperId,
  REVIEW,
  reviewPaper,
  tag,
  uuid,
  YOU,
} from '../records';

export const AT = '2026-01-02T03:04:05.000Z';
const stamps = { createdAt: AT, updatedAt: AT };

/** A third coder, and a name under which YOU coded on another computer. */
export const THIRD = uuid('coder', 3);
export const JOINED = uuid('coder', 4);

export const coders = [
  { id: ME, name: 'Me' },
  { id: YOU, name: 'You' },
  { id: THIRD, name: 'Third' },
  { id: JOINED, name: 'You, at home', into: YOU },
];

export const review: Review = {
  ...{ id: REVIEW, name: 'A review', question: '', ...stamps },
  codebooks: [
    { id: 'cb', version: '2' },
    { id: 'other', version: '1' },
  ],
};

export const influence = (id: string, more: Partial<Influence> = {}): Influence => ({
  ...{ id, label: id.toUpperCase(), definition: '', aliases: [], cues: [], crosswalk: [] },
  ...more,
});

export const codebook = (id: string, version: string, influences: Influence[]): Codebook => ({
  ...{ id, version, influences, name: `Codebook ${id}`, kind: 'own', builtIn: false },
  ...{ compiled: false, complete: true, source: { citation: 'Ours' } },
});

/**
 * a is over b and c, c over d; e and f name each other. An earlier version had g under a and over h (which the later one
 * still has, and names g), x, and d under b.
 */
export const CODEBOOKS: Codebook[] = [
  codebook('cb', '2', [
    influence('d', { parent: 'c' }),
    ...['a', 'b', 'c'].map((id) =>
      influence(id, { group: 'G', ...(id !== 'a' && { parent: 'a' }) }),
    ),
    influence('e', { parent: 'f' }),
    influence('f', { parent: 'e' }),
    influence('h', { parent: 'g' }),
  ]),
  codebook('other', '1', [influence('a', { group: 'H' }), influence('lost', { parent: 'none' })]),
  codebook('cb', '1', [
    influence('a'),
    influence('d', { parent: 'b' }),
    influence('g', { parent: 'a' }),
    influence('x'),
    influence('h', { parent: 'g' }),
  ]),
];

/** Of each codebook what may be tagged; the last of each is in none of its versions. */
const TAGGED = {
  cb: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'x', 'unknown'],
  other: ['a', 'lost', 'b'],
} as const;

export const statement = (paper: number, n: number, quote: string): Statement => ({
  ...{ id: uuid('statement', paper * 1000 + n), paperId: paperId(paper), quote, quoteKey: quote },
  ...{ cites: [], machineLabels: [], targets: [], ...stamps },
});

export const paper = (n: number, more: Partial<Paper> = {}): Paper => ({
  ...{ id: paperId(n), title: `Paper ${n}`, authors: [], urls: [], conflicts: [], sources: {} },
  ...stamps,
  ...more,
});

export const site = (n: number, more: Partial<Site> = {}): Site => ({
  ...{ id: uuid('site', n), reviewId: REVIEW, name: `Site ${n}`, position: n, ...stamps },
  ...more,
});

export const memo = (influenceId: string, more: Partial<Memo> = {}): Memo => ({
  ...{ id: uuid('memo', Math.floor(Number(more.rating ?? 0)) + 500), reviewId: REVIEW },
  ...{ codebookId: 'cb', influenceId, coderId: ME, summary: '', rationale: '', statementIds: [] },
  ...stamps,
  ...more,
});

export const decision = (
  paperNumber: number,
  influenceId: string,
  stance: Decision['stance'],
  more: Partial<Decision> = {},
): Decision => ({
  ...{ id: uuid('decision', paperNumber), reviewId: REVIEW, paperId: paperId(paperNumber) },
  ...{ codebookId: 'cb', influenceId, stance, note: '', coderId: ME, ...stamps },
  ...more,
});

export const round = (n: number, papers: number[], more: Partial<Round> = {}): Round => ({
  ...{ id: uuid('round', n), reviewId: REVIEW, name: `Round ${n}`, position: n, date: '' },
  ...{ paperIds: papers.map(paperId), codebooks: [], changed: '', ...stamps },
  ...more,
});

export function recordsWith(more: Partial<ReviewRecords> = {}): ReviewRecords {
  return {
    ...{ review, papers: [], reviewPapers: [], familyMembers: [], statements: [], sites: [] },
    ...{ tags: [], assessments: [], attributes: [], attributeValues: [], memos: [] },
    ...{ decisions: [], rounds: [], findings: [], measures: [], measureAnswers: [], coders },
    codebooks: CODEBOOKS,
    ...more,
  };
}

/** Four statements a paper: the second and third are copies of one quote. */
const quoteOf = (n: number): string => (n === 2 ? 'quote 1' : `quote ${n}`);

/**
 * @param oneStance each statement has one stance, whoever tags it: then those of the map, which are counted by stance, add
 * up to the distinct ones
 */
export function randomRecords(seed: number, oneStance = false): ReviewRecords {
  const next = seeded(seed);
  const count = Math.floor(next() * 12);
  const listed = Array.from({ length: count }, (_, i) => i + 1);
  // Some tags are of a paper that is not on the list.
  const anyPaper = () => 1 + Math.floor(next() * (count + 1));
  const papers = listed.map((n) => ({
    ...reviewPaper(n, pick(next, ['to-read', 'reading', 'read', 'read', 'excluded'] as const)),
    ...(n % 3 === 1 && { eligibility: 'included' as const }),
    ...(next() < 0.3 && { number: n * 2 }),
  }));
  const sites = Array.from({ length: Math.floor(next() * 4) }, (_, i) =>
    site(i + 1, next() < 0.5 && count ? { paperId: paperId(1 + Math.floor(next() * count)) } : {}),
  );
  const stanceFor = (quote: string, n: number) =>
    oneStance ? STANCES[(quote.length + quote.charCodeAt(6) + n) % 3] : undefined;
  const tags = Array.from({ length: Math.floor(next() * 90) }, () => {
    const [at, n] = [anyPaper(), Math.floor(next() * 4)];
    const codebookId = next() < 0.8 ? 'cb' : 'other';
    const stance = pick(next, STANCES);
    return {
      ...tag(at, n, pick(next, TAGGED[codebookId]), stanceFor(quoteOf(n), at) ?? stance, {
        codebookId,
        basis: next() < 0.3 ? 'second-hand' : 'own',
        coderId: pick(next, [ME, ME, YOU, THIRD, JOINED]),
      }),
      codebookVersion: pick(next, ['1', '2']),
      direction: pick(next, ['barrier', 'facilitator', 'both', 'unstated'] as const),
      // One site in four is not there any more.
      ...(next() < 0.6 && { siteId: uuid('site', 1 + Math.floor(next() * 4)) }),
      ...(next() < 0.5 && { strength: pick(next, [-2, -1, 0, 1, 2, 'mixed'] as const) }),
    };
  });
  return recordsWith({
    papers: listed.map((n) => paper(n)),
    reviewPapers: papers,
    familyMembers: listed.flatMap((n) =>
      next() < 0.5 ? familyMember(n, 1 + Math.floor(next() * 3)) : [],
    ),
    statements: [...listed, count + 1].flatMap((n) =>
      // Where a statement is missing, the id of the statement distinguishes its tags.
      [0, 1, 2, 3].filter(() => next() < 0.9).map((i) => statement(n, i, quoteOf(i))),
    ),
    sites,
    tags,
    assessments: Array.from({ length: Math.floor(next() * 20) }, () =>
      notReported(anyPaper(), pick(next, TAGGED.cb), pick(next, [ME, YOU, JOINED])),
    ),
    memos: randomMemos(next, anyPaper),
  });
}

const STANCES = ['supporting', 'contrasting', 'mentioning'] as const;

function randomMemos(next: Random, anyPaper: () => number): Memo[] {
  return Array.from({ length: Math.floor(next() * 90) }, (_, i) => ({
    ...memo(pick(next, TAGGED.cb)),
    id: uuid('memo', i + 1),
    ...(next() < 0.5 ? { paperId: paperId(anyPaper()) } : { siteId: uuid('site', 1 + (i % 4)) }),
    coderId: pick(next, [ME, YOU, JOINED]),
    updatedAt: new Date(Date.parse(AT) + i * 1000).toISOString(),
    ...(next() < 0.7 && { rating: pick(next, [-1, 0, 1, 'mixed', 'missing'] as const) }),
    ...(next() < 0.2 && { word: pick(next, ['External', 'n/a']) }),
    ...(next() < 0.2 && { star: true as const }),
  }));
}
