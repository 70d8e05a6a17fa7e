import { ME, paperId, uuid, YOU } from '../../records';
import { decision, JOINED, round } from '../review-records';
import { finding, PAPERS, quoted, rated, tagged } from '../sound-review';
import { another, assess, both, keepPapers, type Row, tagsIn, unassess } from './cases';

export const OF_JUDGEMENTS: readonly Row[] = [
  {
    id: 'no-rationale',
    trips: (r) => {
      (r.memos[0] as { rationale: string }).rationale = ' ';
    },
    says: '1 rating has no rationale.',
    leadsTo: { papers: 1 },
    twins: [
      {
        name: 'nothing was found to rate: the case does not report it',
        change: (r) => r.memos.push(rated(1, 'c', { rating: 'missing', rationale: '' })),
      },
      {
        name: 'the paper is excluded',
        change: (r) => {
          another(r, 13, { eligibility: 'excluded', exclusionReason: 'No peers' });
          r.memos.push(rated(13, 'a', { rationale: '' }));
        },
      },
    ],
  },
  {
    id: 'drafts',
    trips: (r) => {
      r.memos.shift();
    },
    says: '1 cell of the rating matrix is worked out from tags, beside ratings that a person gave.',
    leadsTo: { tags: 2 },
    twins: [
      {
        name: 'nobody has begun to rate',
        change: (r) => {
          r.memos.length = 0;
        },
      },
    ],
  },
  {
    id: 'ratings-differ',
    trips: (r) => r.memos.push(rated(1, 'a', { rating: 2, coderId: YOU })),
    says: '1 cell of the rating matrix has different ratings by different coders.',
    leadsTo: { tags: 2 },
    twins: [
      {
        name: 'the other coder rates it alike',
        change: (r) => r.memos.push(rated(1, 'a', { coderId: YOU })),
      },
      {
        name: 'one coder has rated it twice, on two computers',
        change: (r) =>
          r.memos.push(
            rated(2, 'c', { coderId: YOU, rating: 1 }),
            rated(2, 'c', { coderId: JOINED, updatedAt: '2026-02-01T00:00:00.000Z' }),
          ),
      },
    ],
  },
  {
    id: 'coders-differ',
    trips: (r) => both(r, 1, ['supporting', 'contrasting']),
    says: 'Coders differ on 1 cell of paper and influence, and no decision is written down.',
    leadsTo: { tags: 2 },
    twins: [
      {
        name: 'what they differ on is decided',
        change: (r) => {
          both(r, 1, ['supporting', 'contrasting']);
          r.decisions.push(decision(1, 'a', 'supporting'));
        },
      },
      {
        name: 'what one of them left out is decided, on its statement or on the paper',
        change: (r) => {
          r.statements.push(quoted(1, 2), quoted(2, 2));
          r.tags.push(tagged(1, 2, 'c'), tagged(2, 2, 'c'));
          unassess(r, 1, 'c');
          unassess(r, 2, 'c');
          r.decisions.push(decision(1, 'c', 'none', { statementId: uuid('statement', 1002) }));
          r.decisions.push(decision(2, 'c', 'supporting'));
          r.memos.push(rated(2, 'c'));
        },
      },
      {
        name: 'one of them notes a mention beside what both found',
        change: (r) => {
          r.statements.push(quoted(1, 2));
          r.tags.push(tagged(1, 2, 'a', { stance: 'mentioning' }));
        },
      },
      {
        name: 'one coder is of both minds, on two computers',
        change: (r) => {
          for (const [i, one] of tagsIn(r, 1).entries())
            Object.assign(one, i ? { coderId: JOINED, stance: 'contrasting' } : { coderId: YOU });
          for (const one of r.assessments) if (one.paperId === paperId(1)) one.coderId = YOU;
          r.rounds.length = 0;
        },
      },
    ],
  },
  {
    id: 'one-coder',
    trips: (r) => {
      r.tags = r.tags.filter(({ coderId }) => coderId === ME);
      r.rounds.length = 0;
    },
    says: 'All tags are by one coder: say in the text how coding was checked.',
    leadsTo: {},
    twins: [
      {
        name: 'of two coders one’s record is looked at',
        change: () => undefined,
        options: { coder: ME },
      },
      {
        name: 'nothing is tagged',
        change: (r) => {
          Object.assign(r, { tags: [], assessments: [], memos: [], rounds: [], findings: [] });
        },
      },
    ],
  },
  {
    id: 'round-one-coder',
    trips: (r) => {
      r.tags = r.tags.filter(
        ({ coderId, paperId: id }) => coderId === ME || ![1, 2, 3, 4].map(paperId).includes(id),
      );
    },
    says: 'Round 1 has one coder: no agreement can be estimated.',
    leadsTo: { papers: 4 },
    twins: [
      {
        name: 'nobody has coded the round yet',
        change: (r) => {
          another(r, 13);
          r.rounds.push(round(3, [13]));
        },
      },
    ],
  },
  {
    id: 'round-one-category',
    trips: (r) => {
      (r.rounds[0] as { paperIds: string[] }).paperIds = [1, 3].map(paperId);
    },
    says: 'Round 1: for 1 of 1 influences kappa is not estimable, and its mean is over the others.',
    leadsTo: { papers: 2 },
    twins: [
      {
        name: 'the round has statements on another influence too',
        change: (r) => {
          (r.rounds[0] as { paperIds: string[] }).paperIds = [1, 2, 3].map(paperId);
        },
      },
    ],
  },
  {
    id: 'empty-round',
    trips: (r) => r.rounds.push(round(3, [])),
    says: 'Round 3 names no paper.',
    leadsTo: {},
    twins: [{ name: 'it names two', change: (r) => r.rounds.push(round(3, [9, 10])) }],
  },
  {
    id: 'in-two-rounds',
    trips: (r) => r.rounds.push(round(3, [1, 2, 10])),
    says: '2 papers are in several rounds, each time as a whole.',
    leadsTo: { papers: 2 },
    twins: [
      {
        name: 'the round is of some of their statements',
        change: (r) =>
          r.rounds.push(
            round(3, [1, 2], { statementIds: [uuid('statement', 1001), uuid('statement', 2001)] }),
          ),
      },
      {
        name: 'one round names a paper twice',
        change: (r) => r.rounds.push(round(3, [9, 9, 10])),
      },
    ],
  },
  {
    id: 'finding-of-one',
    trips: (r) =>
      r.findings.push(finding(2, { influences: [], statementIds: [uuid('statement', 1001)] })),
    says: '“Finding 2.” rests on one paper: CERQual is about findings of a review.',
    leadsTo: { papers: 1 },
    twins: [
      {
        name: 'it rests on statements of two papers',
        change: (r) =>
          r.findings.push(
            finding(2, {
              influences: [],
              statementIds: [uuid('statement', 1001), uuid('statement', 2001)],
            }),
          ),
      },
    ],
  },
  {
    id: 'finding-of-none',
    trips: (r) => r.findings.push(finding(2, { influences: [] })),
    says: '“Finding 2.” rests on no tag.',
    leadsTo: {},
    twins: [
      {
        name: 'it rests on an influence under which something is tagged',
        change: (r) => {
          const moved = r.tags.filter(({ influenceId }) => influenceId === 'a');
          for (const one of moved) one.influenceId = 'b';
          for (const one of r.memos) if (one.influenceId === 'a') one.influenceId = 'b';
          for (const one of r.assessments)
            if (one.influenceId === 'b' && one.paperId !== paperId(PAPERS)) one.influenceId = 'a';
          r.assessments = r.assessments.filter(
            ({ paperId: id, influenceId }) =>
              influenceId !== 'a' || !moved.some((one) => one.paperId === id),
          );
          for (let n = 2; n < PAPERS; n += 2) assess(r, n, 'b');
        },
      },
    ],
  },
  {
    id: 'cerqual-parts',
    trips: (r) => r.findings.push(finding(2, { coherence: undefined, relevance: undefined })),
    says: '“Finding 2.” has an assessment without coherence, relevance.',
    leadsTo: {},
    twins: [
      {
        name: 'it is not assessed yet',
        change: (r) => r.findings.push(finding(2, { coherence: undefined, overall: undefined })),
      },
    ],
  },
  {
    id: 'few-papers',
    trips: (r) => keepPapers(r, 9),
    says: 'Shares are of 9: print n/N beside them, as Bearing does, and no share alone.',
    leadsTo: { papers: 9 },
    twins: [{ name: 'there are ten', change: (r) => keepPapers(r, 10) }],
  },
  {
    id: 'no-question',
    trips: (r) => {
      r.review.question = ' ';
    },
    says: 'The review has no question: write it in Settings.',
    leadsTo: {},
    twins: [{ name: 'it has one', change: () => undefined }],
  },
];
