/** The numbers of a flow diagram, as far as the reading list knows them; as a file of the PRISMA2020 package; as they are typed. */
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { typedCount, typedSources } from '../../../entrypoints/workspace/rooms/papers/flow-text';
import { exporterById } from '../../../lib/exchange';
import { flowOf } from '../../../lib/map';
import { type Eligibility, type Flow, type ReviewPaper, StudyFamilies } from '../../../lib/model';
import { data as exportData } from '../exchange/records';

const AT = '2026-01-01T00:00:00.000Z';
const id = (n: number) => `00000002-0000-4000-8000-${String(n).padStart(12, '0')}`;
const reviewId = exportData.review.id;

const list = (...of: readonly [Eligibility, string?][]): ReviewPaper[] =>
  of.map(([eligibility, reason], i) => ({
    ...{ reviewId, paperId: id(i), progress: 'to-read', eligibility, addedAt: AT, updatedAt: AT },
    ...(reason && { exclusionReason: reason }),
  }));

const LIST = list(
  ...([['included'], ['included'], ['included'], ['undecided']] as [Eligibility][]),
  ...([['excluded'], ['excluded', 'no peers'], ['excluded', 'no peers']] as [
    Eligibility,
    string?,
  ][]),
  ['excluded', 'in press; abstract, only'],
);
const members = [0, 1].map((i) => ({ reviewId, paperId: id(i), familyId: 'f', addedAt: AT }));
const families = new StudyFamilies(LIST, members);

test('what the list knows is counted: excluded without a reason at screening, with one after assessment', () => {
  const { counted, reasons, undecided } = flowOf(LIST, families, undefined);
  expect(counted).toEqual({
    ...{ records_screened: 8, records_excluded: 1, dbr_sought_reports: 7, dbr_assessed: 7 },
    ...{ new_studies: 2, new_reports: 3, total_studies: 2, total_reports: 3 },
  });
  expect(reasons).toEqual([
    { reason: 'no peers', spellings: ['no peers'], papers: 2 },
    {
      ...{ reason: 'in press; abstract, only', papers: 1 },
      spellings: ['in press; abstract, only'],
    },
  ]);
  expect(undecided).toBe(1);
});

test('reasons that differ in case or blanks are one, as it is written most often', () => {
  const reasons = ['wrong design', 'Wrong design', 'Wrong  design', 'Wrong design'] as const;
  const listed = list(...reasons.map((reason): [Eligibility, string] => ['excluded', reason]));
  expect(flowOf(listed, families, undefined).reasons).toEqual([
    {
      ...{ reason: 'Wrong design', papers: 4 },
      spellings: ['Wrong design', 'wrong design', 'Wrong  design'],
    },
  ]);
});

test('more reports that were not retrieved than were sought are reported', () => {
  const numbers = { dbr_notretrieved_reports: 9 };
  expect(flowOf(LIST, families, { numbers })).toMatchObject({ tooManyNotRetrieved: 2 });
  expect(flowOf(LIST, families, undefined)).toMatchObject({ tooManyNotRetrieved: 0 });
});

test('what is typed is taken into account', () => {
  const numbers = { dbr_notretrieved_reports: 2, previous_studies: 4, previous_reports: 5 };
  const { counted } = flowOf(LIST, families, { numbers });
  expect(counted).toMatchObject({ dbr_assessed: 5, total_studies: 6, total_reports: 8 });
});

describe('the file for the PRISMA2020 package', () => {
  const written = (listed: ReviewPaper[], flow?: Flow): Map<string, string> => {
    const data = {
      ...exportData,
      review: { ...exportData.review, ...(flow && { flow }) },
      reviewPapers: listed,
      familyMembers: [],
    };
    const text = String(exporterById('prisma-csv')?.write(data));
    const { data: rows, meta } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true,
    });
    expect(meta.fields).toEqual('data,node,box,description,boxtext,tooltips,url,n'.split(','));
    expect(rows).toHaveLength(34);
    return new Map(rows.map((row) => [row.data ?? '', row.n ?? '']));
  };

  test('has its rows and columns, numbers of the list, and nothing where nothing is known', () => {
    const rows = written(LIST);
    expect(rows.get('records_screened')).toBe('8');
    expect(rows.get('new_reports')).toBe('3');
    expect(rows.get('dbr_excluded')).toBe('no peers, 2; in press/abstract/only, 1');
    expect(rows.get('database_results')).toBe('');
    expect(rows.get('duplicates')).toBe('');
  });

  test('has a word for a reason of signs only', () => {
    const rows = written(
      list(['excluded', ',;'], ['excluded', 'no peers'], ['excluded', 'no peers']),
    );
    expect(rows.get('dbr_excluded')).toBe('no peers, 2; Reason without words, 1');
  });

  test('has a second reason beside one alone, of which a released version fails', () => {
    const rows = written(list(['excluded', 'no peers'], ['included']));
    expect(rows.get('dbr_excluded')).toBe('no peers, 1; Other reasons, 0');
    expect(written(list(['included'])).get('dbr_excluded')).toBe('');
  });

  test('has what was typed', () => {
    const rows = written(LIST, {
      numbers: { database_results: 1204, duplicates: 0 },
      databases: [
        { name: 'PubMed', records: 1000 },
        { name: 'CINAHL, EBSCO', records: 204 },
      ],
    });
    expect(rows.get('database_results')).toBe('1204');
    expect(rows.get('duplicates')).toBe('0');
    expect(rows.get('database_specific_results')).toBe('PubMed, 1000; CINAHL/EBSCO, 204');
  });
});

test.each([
  ['', null],
  [' 12 ', 12],
  ['1,204', 1204],
  ['1 204', 1204],
  ["1'204", 1204],
  ['0', 0],
  ['1 204 300', 1_204_300],
  ['1.5', undefined],
  ['12,7', undefined],
  ['1,20,4', undefined],
  ['about 12', undefined],
  ['-3', undefined],
])('“%s” is typed as %s', (text, want) => {
  expect(typedCount(text)).toBe(want);
});

test.each([
  [
    'PubMed, 1204\n\nCINAHL: 20',
    {
      sources: [
        { name: 'PubMed', records: 1204 },
        { name: 'CINAHL', records: 20 },
      ],
    },
  ],
  ['Web of Science 1,204', { sources: [{ name: 'Web of Science', records: 1204 }] }],
  ['MEDLINE 1946, 1 204', { sources: [{ name: 'MEDLINE 1946', records: 1204 }] }],
  ['PubMed,12', { sources: [{ name: 'PubMed', records: 12 }] }],
  ['Embase 1 204', { sources: [{ name: 'Embase', records: 1204 }] }],
  ['Web of Science 3 100', { sources: [{ name: 'Web of Science', records: 3100 }] }],
  ['Embase 1974 20', { sources: [{ name: 'Embase 1974', records: 20 }] }],
  ['PubMed, 12.5', { wrong: 'PubMed, 12.5' }],
  ['PubMed 12,7', { wrong: 'PubMed 12,7' }],
  ['PubMed', { wrong: 'PubMed' }],
  ['12', { wrong: '12' }],
  ['', { sources: [] }],
])('“%s” is typed as sources', (text, want) => {
  expect(typedSources(text)).toEqual(want);
});
