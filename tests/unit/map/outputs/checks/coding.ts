import { paperId, YOU } from '../../records';
import { codebook, decision, influence } from '../review-records';
import { PAPERS, quoted, rated, tagged } from '../sound-review';
import {
  another,
  assess,
  laterVersion,
  otherBook,
  placeOf,
  type Row,
  tagsIn,
  unassess,
} from './cases';

export const OF_CODING: readonly Row[] = [
  {
    id: 'no-definition',
    trips: (r) => {
      (r.codebooks[0]?.influences[0] as { definition: string }).definition = ' ';
    },
    says: '1 tagged influence has no definition: A.',
    leadsTo: { tags: 12 },
    twins: [
      {
        name: 'nothing is tagged with it',
        change: (r) => {
          (r.codebooks[0]?.influences[1] as { definition: string }).definition = '';
        },
      },
    ],
  },
  {
    id: 'not-determinants',
    trips: (r) => otherBook(r, { kind: 'strategies' }),
    says: '1 tag is of a codebook of strategies or outcomes, in one table with influences.',
    leadsTo: { tags: 1 },
    twins: [
      { name: 'the codebook is of influences', change: (r) => otherBook(r, { kind: 'own' }) },
      {
        name: 'the review is of strategies alone',
        change: (r) => {
          (r.codebooks[0] as { kind: string }).kind = 'strategies';
        },
      },
    ],
  },
  {
    id: 'versions',
    trips: (r) => laterVersion(r, 'Something else altogether.'),
    says: 'Codebook cb: version 2, which is in use, words the influence of 12 tags differently, or no longer has it.',
    leadsTo: { tags: 12 },
    twins: [
      {
        name: 'a later version means the same by it',
        change: (r) => {
          laterVersion(r, 'What a is');
          for (const one of tagsIn(r, 1)) one.codebookVersion = '2';
        },
      },
    ],
  },
  {
    id: 'recheck',
    trips: (r) => {
      for (const one of tagsIn(r, 1)) one.recheck = 'merged';
    },
    says: '2 counted tags are to be looked at again since a change of the codebook.',
    leadsTo: { tags: 2 },
    twins: [
      {
        name: 'the tag is of an excluded paper',
        change: (r) => {
          another(r, 13, { eligibility: 'excluded', exclusionReason: 'No peers' });
          r.statements.push(quoted(13, 1));
          r.tags.push(tagged(13, 1, 'a', { recheck: 'merged' }));
          r.assessments = r.assessments.filter((one) => one.paperId !== paperId(13));
        },
      },
    ],
  },
  {
    id: 'incomplete-book',
    trips: (r) =>
      Object.assign(r.codebooks[0] as object, { complete: false, missing: 'Domain 3.' }),
    says: 'Codebook cb is not the whole framework: Domain 3.',
    leadsTo: {},
    twins: [
      {
        name: 'the codebook is at hand and not in use',
        change: (r) => r.codebooks.push({ ...codebook('spare', '1', []), complete: false }),
      },
    ],
  },
  {
    id: 'one-label',
    trips: (r) => otherBook(r, { label: 'A' }),
    says: '“A” is tagged in 2 codebooks: what is one influence has several rows.',
    leadsTo: { tags: 13 },
    twins: [
      { name: 'the labels differ', change: (r) => otherBook(r, { label: 'Another' }) },
      {
        name: 'one codebook has the label twice',
        change: (r) => {
          (r.codebooks[0]?.influences[2] as { label: string }).label = 'A';
        },
      },
    ],
  },
  {
    id: 'broader-too',
    trips: (r) => {
      r.tags.push(tagged(1, 1, 'b'), tagged(1, 1, 'b', { coderId: YOU }));
      r.memos.push(rated(1, 'b'));
      unassess(r, 1, 'b');
    },
    says: '1 statement has a tag on an influence and on one that it is under: one of them may be too much.',
    leadsTo: { tags: 2 },
    twins: [
      {
        name: 'another statement of the paper has the narrower influence',
        change: (r) => {
          r.statements.push(quoted(1, 2));
          r.tags.push(tagged(1, 2, 'b'), tagged(1, 2, 'b', { coderId: YOU }));
          r.memos.push(rated(1, 'b'));
          unassess(r, 1, 'b');
        },
      },
    ],
  },
  {
    id: 'no-direction',
    trips: (r) => {
      for (const one of tagsIn(r, 1)) one.direction = 'unstated';
    },
    says: '2 tags have no direction: “Barriers and facilitators” has no line for that.',
    leadsTo: { tags: 2 },
    twins: [
      {
        name: 'the statement only mentions the influence',
        change: (r) => {
          for (const one of tagsIn(r, 1))
            Object.assign(one, { direction: 'unstated', stance: 'mentioning' });
        },
      },
      {
        name: 'the coders decided on a direction',
        change: (r) => {
          for (const one of tagsIn(r, 1)) one.direction = 'unstated';
          r.decisions.push(decision(1, 'a', 'supporting', { direction: 'barrier' }));
        },
      },
      {
        name: 'the review has no directions at all',
        change: (r) => {
          for (const one of r.tags) one.direction = 'unstated';
        },
      },
    ],
  },
  {
    id: 'strength-direction',
    trips: (r) => {
      for (const one of tagsIn(r, 1)) one.strength = 2;
    },
    says: '2 tags have a strength against the direction (a barrier above 0, or a facilitator below).',
    leadsTo: { tags: 2 },
    twins: [
      {
        name: 'a barrier is below 0',
        change: (r) => {
          for (const one of tagsIn(r, 1)) one.strength = -2;
        },
      },
      {
        name: 'a statement that is both may be on either side',
        change: (r) => {
          for (const one of tagsIn(r, 1)) Object.assign(one, { strength: 2, direction: 'both' });
        },
      },
    ],
  },
  {
    id: 'no-voice',
    trips: (r) => {
      for (const one of tagsIn(r, 1)) delete one.voice;
    },
    says: '2 tags have no voice: in “Quotes by influence” participants’ and authors’ words are not told apart there.',
    leadsTo: { tags: 2 },
    twins: [
      {
        name: 'the review does not tell voices apart',
        change: (r) => {
          for (const one of r.tags) delete one.voice;
        },
      },
    ],
  },
  {
    id: 'no-page',
    trips: (r) => {
      r.statements[0] = quoted(1, 1, {}, 'pdf');
    },
    says: '1 quote is from a PDF without a printed page.',
    leadsTo: { tags: 2 },
    twins: [
      {
        name: 'the page is known',
        change: (r) => {
          r.statements[0] = quoted(1, 1, { page: '12' }, 'pdf');
        },
      },
      {
        name: 'the quote is on a web page too',
        change: (r) => {
          const [pdf, web] = [quoted(1, 1, {}, 'pdf'), quoted(1, 1)];
          r.statements[0] = { ...pdf, targets: [...pdf.targets, ...web.targets] };
        },
      },
    ],
  },
  {
    id: 'second-hand',
    trips: () => undefined,
    options: { secondHand: true },
    says: '1 second-hand statement is counted: the paper that it cites may be counted as well.',
    leadsTo: { tags: 1 },
    // It is a cell of the rating matrix, by one coder of the paper.
    also: ['drafts', 'coders-differ'],
    twins: [
      {
        name: 'second-hand statements count, and there are none',
        change: (r) => {
          r.tags.pop();
          assess(r, PAPERS, 'b');
        },
        options: { secondHand: true },
      },
    ],
  },
  {
    id: 'disputed',
    trips: (r) => assess(r, 1, 'a'),
    says: '2 tags are on an influence that someone also looked for in its paper and did not find.',
    leadsTo: { tags: 2 },
    twins: [
      {
        name: 'another influence was looked for and not found',
        change: (r) => assess(r, 1, 'c'),
      },
      {
        name: 'the coders have decided',
        change: (r) => {
          assess(r, 1, 'a');
          r.decisions.push(decision(1, 'a', 'supporting'));
        },
      },
    ],
  },
  {
    id: 'not-assessed',
    trips: (r) => unassess(r, 1, 'c'),
    says: '1 paper that is read has influences that were neither tagged nor looked for, beside papers where that was said.',
    leadsTo: { papers: 1 },
    twins: [
      {
        name: 'the review notes nowhere what was not reported',
        change: (r) => {
          r.assessments.length = 0;
        },
      },
      {
        name: 'the paper is still being read',
        change: (r) => {
          unassess(r, 1, 'c');
          placeOf(r, 1).progress = 'reading';
        },
      },
      {
        name: 'all influences under a broader one were looked for',
        change: (r) => unassess(r, 2, 'a'),
      },
      {
        name: 'a coder is ahead, with an influence that the version in use lacks',
        change: (r) => {
          const ahead = influence('new', { definition: 'What new is.' });
          r.codebooks.push({
            ...codebook('cb', '2', [ahead]),
            basedOn: { id: 'cb', version: '1' },
          });
          r.statements.push(quoted(1, 2));
          r.tags.push(tagged(1, 2, 'new', { codebookVersion: '2' }));
          r.memos.push(rated(1, 'new'));
          r.decisions.push(decision(1, 'new', 'supporting'));
        },
      },
      {
        name: 'the coders decided that a tag is not about the influence',
        change: (r) => {
          unassess(r, 1, 'c');
          r.statements.push(quoted(1, 2));
          r.tags.push(tagged(1, 2, 'c'));
          r.decisions.push(decision(1, 'c', 'none'));
        },
      },
    ],
  },
];
