/**
 * Output 10: the ENTREQ checklist (Tong 2012, 10.1186/1471-2288-12-181, table 1), its items by name, filled where the project
 * knows the answer and blank elsewhere, each with where it was taken from.
 */
import { booksInUse, influenceKey } from '../../../codebook/influences';
import { countOf, unitCount } from '../../notes';
import type { Evidence } from '../evidence';
import { countedMemos } from '../rating-matrix';
import { isRated } from '../ratings';
import type { OutputTable } from '../types';
import { numberCell, OwnColumns, textCell, titleOf } from './parts';

interface Item {
  name: string;
  /** What is known, and where from; nothing where the project cannot know it. */
  known?(evidence: Evidence): { text: string; from: string } | null;
}

const ITEMS: readonly Item[] = [
  {
    name: 'Aim',
    known: ({ records: { review } }) =>
      review.question ? { text: review.question, from: 'the review’s question' } : null,
  },
  { name: 'Synthesis methodology' },
  { name: 'Approach to searching' },
  { name: 'Inclusion criteria' },
  { name: 'Data sources' },
  { name: 'Electronic search strategy' },
  { name: 'Study screening methods' },
  {
    name: 'Study characteristics',
    known: (evidence) => {
      const names = new OwnColumns(evidence, 'paper').columns.map(({ label }) => label);
      if (!names.length) return null;
      return {
        text: `Table of ${unitCount(evidence.paperIds.length)}: ${names.join(', ')}.`,
        from: 'Characteristics of papers',
      };
    },
  },
  {
    name: 'Study selection results',
    known: ({ records: { reviewPapers } }) => {
      const of = (state: string) => reviewPapers.filter((one) => one.eligibility === state).length;
      const excluded = reviewPapers.filter(({ eligibility }) => eligibility === 'excluded');
      const reasons = new Set(excluded.flatMap(({ exclusionReason }) => exclusionReason ?? []));
      const why = reasons.size ? ` (${[...reasons].join('; ')})` : '';
      return of('included') + of('excluded')
        ? {
            text: `${of('included')} included, ${of('excluded')} excluded${why}, ${of('undecided')} undecided.`,
            from: 'Papers',
          }
        : null;
    },
  },
  { name: 'Rationale for appraisal' },
  { name: 'Appraisal items' },
  { name: 'Appraisal process' },
  {
    name: 'Appraisal results',
    known: (evidence) => {
      const column = evidence.records.attributes.find(
        ({ of, name }) => of === 'paper' && /apprais|quality/i.test(name),
      );
      if (!column) return null;
      const own = new OwnColumns(evidence, 'paper');
      const given = evidence.paperIds.filter((paperId) => own.text(column.id, { paperId }));
      return {
        text: `${given.length} of ${unitCount(evidence.paperIds.length)} appraised.`,
        from: `the column “${column.name}”`,
      };
    },
  },
  {
    name: 'Data extraction',
    known: (evidence) => {
      const { statements, paperIds } = evidence.count([...evidence.tags, ...evidence.secondHand]);
      return statements
        ? {
            text: `${unitCount(statements, 'statements')} of ${unitCount(paperIds.length)} were marked where they were read.`,
            from: 'Statements',
          }
        : null;
    },
  },
  { name: 'Software', known: () => ({ text: 'Bearing.', from: 'this program' }) },
  {
    name: 'Number of reviewers',
    known: (evidence) => {
      const ids = new Set(evidence.tags.map(({ coderId }) => evidence.coders.resolve(coderId)));
      if (!ids.size) return null;
      const names = [...ids].map((id) => evidence.coders.name(id)).sort();
      return { text: `${ids.size}: ${names.join(', ')}.`, from: 'who made the tags' };
    },
  },
  {
    name: 'Coding',
    known: (evidence) => {
      const { rounds } = evidence.records;
      if (!evidence.tags.length) return null;
      const inRounds = rounds.length ? ` in ${countOf(rounds.length, 'round')}` : '';
      return {
        text: `${countOf(evidence.tags.length, 'tag')} of statements by influence, stance and direction${inRounds}.`,
        from: 'tags and rounds',
      };
    },
  },
  {
    name: 'Study comparison',
    known: (evidence) => {
      const { sites } = evidence;
      const cases = sites.length
        ? unitCount(sites.length, 'sites')
        : unitCount(evidence.paperIds.length);
      const rated = countedMemos(evidence).filter(isRated);
      return rated.length
        ? {
            text: `${countOf(rated.length, 'rating')} of influences in ${cases}.`,
            from: 'Rating matrix',
          }
        : null;
    },
  },
  {
    name: 'Derivation of themes',
    known: ({ records: { review, codebooks } }) => {
      const books = booksInUse(review, codebooks);
      if (!books.length) return null;
      const fresh = books.flatMap(({ influences }) =>
        influences.filter(({ origins = [] }) => origins.some(({ how }) => how === 'new')),
      );
      const names = books.map(({ name, version }) => `${name}, version ${version}`).join('; ');
      const added = fresh.length ? ` New: ${countOf(fresh.length, 'influence')}.` : '';
      return { text: `Deductive, by ${names}.${added}`, from: 'Framework fit' };
    },
  },
  {
    name: 'Quotations',
    known: (evidence) => {
      const of = (voice: string) => evidence.tags.filter((tag) => tag.voice === voice);
      const [said, written] = [of('participants'), of('authors')];
      return said.length + written.length
        ? {
            text: `Quotes of participants (${evidence.count(said).statements}) and authors’ interpretations (${evidence.count(written).statements}) are told apart.`,
            from: 'Quotes by influence',
          }
        : null;
    },
  },
  {
    name: 'Synthesis output',
    known: (evidence) => {
      const { findings } = evidence.records;
      const texts = countedMemos(evidence).filter(
        ({ paperId, siteId, summary }) => !paperId && !siteId && summary,
      );
      const influences = new Set(texts.map(influenceKey)).size;
      return findings.length + influences
        ? {
            text: `${countOf(findings.length, 'finding')}; a synthesis of ${countOf(influences, 'influence')}.`,
            from: 'CERQual preparation, Quotes by influence',
          }
        : null;
    },
  },
];

export function entreqTable(evidence: Evidence): OutputTable {
  return {
    id: 'entreq',
    title: titleOf('ENTREQ checklist', evidence),
    columns: [
      { id: 'number', label: 'No.', align: 'end' },
      { id: 'item', label: 'Item', align: 'start' },
      { id: 'known', label: 'What the project knows', align: 'start' },
      { id: 'from', label: 'Taken from', align: 'start' },
    ],
    rows: ITEMS.map(({ name, known }, i) => {
      const answer = known?.(evidence);
      return {
        id: String(i + 1),
        cells: [
          numberCell(i + 1),
          textCell(name),
          textCell(answer?.text ?? ''),
          textCell(answer?.from ?? ''),
        ],
      };
    }),
    notes: [
      'Items of ENTREQ (Tong 2012, 10.1186/1471-2288-12-181). What is blank is for the reviewers to write.',
    ],
  };
}
