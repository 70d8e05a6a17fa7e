/** Checks of papers: a review that trips each, and its sound twins. */
import type { Paper } from '../../../../../lib/model';
import { familyMember, paperId, YOU } from '../../records';
import { attribute, PAPERS, quoted, tagged } from '../sound-review';
import { another, paperOf, placeOf, type Row } from './cases';

export const OF_PAPERS: readonly Row[] = [
  {
    id: 'companions',
    trips: (r) => r.familyMembers.push(familyMember(1, 1), familyMember(3, 1)),
    says: '2 papers are of a study that other counted papers report too: counted as papers, the study counts several times.',
    leadsTo: { papers: 2 },
    twins: [
      {
        name: 'study families are counted',
        change: (r) => r.familyMembers.push(familyMember(1, 1), familyMember(3, 1)),
        options: { unit: 'families' },
      },
      {
        name: 'the other paper of the study is excluded',
        change: (r) => {
          another(r, 13, { eligibility: 'excluded', exclusionReason: 'A protocol' });
          r.familyMembers.push(familyMember(1, 1), familyMember(13, 1));
        },
      },
    ],
  },
  {
    id: 'preprints',
    trips: (r) => {
      paperOf(r, 1).preprintOf = '10.1000/2';
    },
    says: 'Author1 2001: the preprint and its article are both counted, and are not one study family.',
    leadsTo: { papers: 2 },
    twins: [
      {
        name: 'the article is not in the review',
        change: (r) => {
          paperOf(r, 1).preprintOf = '10.1000/999';
        },
      },
      {
        name: 'they are one study, and studies are counted',
        change: (r) => {
          paperOf(r, 1).preprintOf = '10.1000/2';
          r.familyMembers.push(familyMember(1, 1), familyMember(2, 1));
        },
        options: { unit: 'families' },
      },
    ],
  },
  {
    id: 'one-title',
    trips: (r) => {
      paperOf(r, 1).title = 'Peer support workers in hospitals: a study';
      paperOf(r, 2).title = 'Peer Support Workers in Hospitals – a study';
    },
    says: '2 counted papers have one title, and are not one study family.',
    leadsTo: { papers: 2 },
    twins: [
      {
        name: 'the titles are “Editorial”, which many papers have',
        change: (r) => {
          for (const n of [1, 2]) paperOf(r, n).title = 'Editorial';
        },
      },
    ],
  },
  {
    id: 'retracted',
    trips: (r) => {
      paperOf(r, 1).notices = [{ kind: 'retraction', text: 'Retracted' }];
    },
    says: '1 retracted paper is counted.',
    leadsTo: { papers: 1 },
    twins: [
      {
        name: 'it was corrected, not retracted',
        change: (r) => {
          paperOf(r, 1).notices = [{ kind: 'correction', text: 'Corrected' }];
        },
      },
      {
        name: 'the retracted paper is excluded',
        change: (r) =>
          another(
            r,
            13,
            { eligibility: 'excluded', exclusionReason: 'Retracted' },
            { notices: [{ kind: 'retraction', text: 'Retracted' }] },
          ),
      },
    ],
  },
  {
    id: 'concerns',
    trips: (r) => {
      paperOf(r, 1).notices = [{ kind: 'concern', text: 'Expression of concern' }];
    },
    says: '1 counted paper has an expression of concern: say in the text how it was dealt with.',
    leadsTo: { papers: 1 },
    twins: [
      {
        name: 'it was corrected',
        change: (r) => {
          paperOf(r, 1).notices = [{ kind: 'correction', text: 'Corrected' }];
        },
      },
    ],
  },
  {
    id: 'unread',
    trips: (r) => another(r, 13, { progress: 'to-read' }),
    says: '1 paper is in N and still to be read: shares are lower than what was read supports.',
    leadsTo: { papers: 1 },
    twins: [
      { name: 'it is read, and reports nothing', change: (r) => another(r, 13) },
      {
        name: 'it is tagged, and the reader has not said how far they are',
        change: (r) => {
          placeOf(r, 1).progress = 'to-read';
        },
      },
      {
        name: 'N is the papers that are read',
        change: (r) => another(r, 13, { progress: 'to-read' }),
        options: { denominator: 'read' },
      },
    ],
  },
  {
    id: 'undecided',
    trips: (r) => another(r, 13, { eligibility: 'undecided' }),
    says: '1 undecided paper is in N beside papers marked as included.',
    leadsTo: { papers: 1 },
    twins: [
      {
        name: 'nothing is decided on any paper',
        change: (r) => {
          for (const one of r.reviewPapers) one.eligibility = 'undecided';
        },
      },
      {
        name: 'N is the papers marked as included',
        change: (r) => another(r, 13, { eligibility: 'undecided' }),
        options: { denominator: 'included' },
      },
    ],
  },
  {
    id: 'no-reason',
    trips: (r) => another(r, 13, { eligibility: 'excluded' }),
    says: '1 paper is excluded without a reason.',
    leadsTo: { papers: 1 },
    twins: [
      {
        name: 'the reason is given',
        change: (r) => another(r, 13, { eligibility: 'excluded', exclusionReason: 'No peers' }),
      },
    ],
  },
  {
    id: 'uncounted-tags',
    trips: (r) => {
      r.statements.push(quoted(13, 1));
      r.tags.push(tagged(13, 1, 'a'));
    },
    says: '1 tag is of papers that are not on the list or not in N, and in no number.',
    leadsTo: { tags: 1 },
    twins: [
      {
        name: 'the paper was excluded after it was tagged, with a reason',
        change: (r) => {
          another(r, 13, { eligibility: 'excluded', exclusionReason: 'No peers' });
          r.statements.push(quoted(13, 1));
          r.tags.push(tagged(13, 1, 'a'));
          r.assessments = r.assessments.filter((one) => one.paperId !== paperId(13));
        },
      },
      {
        name: 'one coder’s record is looked at, and the tag is of another',
        change: (r) => {
          another(r, 13);
          r.statements.push(quoted(13, 1));
          r.tags.push(tagged(13, 1, 'b'));
          r.assessments = r.assessments.filter((one) => one.paperId !== paperId(13));
        },
        options: { coder: YOU, denominator: 'tagged' },
      },
    ],
  },
  {
    id: 'not-citable',
    trips: (r) => {
      const { year: _, ...others } = paperOf(r, 1);
      r.papers[0] = others as Paper;
    },
    says: '1 counted paper has no author or no year, and cannot be cited as the others are.',
    leadsTo: { papers: 1 },
    twins: [
      {
        name: 'the reader has added the year',
        change: (r) => {
          const { year: _, ...others } = paperOf(r, 1);
          r.papers[0] = { ...others, readerFields: { year: 2001 } } as Paper;
        },
      },
    ],
  },
  {
    id: 'one-number',
    trips: (r) => {
      placeOf(r, 2).number = 1;
    },
    says: '2 papers have the number 1: a reference does not tell them apart.',
    leadsTo: { papers: 2 },
    twins: [
      {
        name: 'the number is that of an excluded paper too',
        change: (r) =>
          another(r, 13, { number: 1, eligibility: 'excluded', exclusionReason: 'No peers' }),
      },
    ],
  },
  {
    id: 'empty-cells',
    trips: (r) => r.attributeValues.shift(),
    says: `“Country” is empty for 1 of ${PAPERS} papers.`,
    leadsTo: { papers: 1 },
    twins: [
      {
        name: 'the column was made and not begun',
        change: (r) => {
          r.attributeValues.length = 0;
        },
      },
      {
        name: 'a column of sites says nothing of papers',
        change: (r) => {
          r.attributes.push(attribute(2, { of: 'site', name: 'Beds', type: 'number' }));
        },
      },
      {
        name: 'a number is 0',
        change: (r) => {
          r.attributes = [attribute(1, { name: 'Beds', type: 'number' })];
          for (const one of r.attributeValues) one.value = 0;
        },
      },
    ],
  },
];
