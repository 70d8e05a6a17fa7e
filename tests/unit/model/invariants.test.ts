/** What must hold of records beyond their schemas: what breaks each rule, and what becomes of a record that does. */
import { describe, expect, test } from 'vitest';
import {
  brokenInvariants,
  KIND_NAMES,
  type KindName,
  MENDABLE,
  MISPLACED,
  mended,
  type RecordOf,
} from '../../../lib/model';
import { cleanBareDoi, cleanDoi } from '../../../lib/text';
import { sampleBackup } from '../../support/samples';
import { pick, random } from '../store/support';

const sample = sampleBackup({ papers: 1, tags: 1, influences: ['a'], codebookId: 'psw-core' });
const [paper] = sample.papers as [RecordOf<'papers'>];
const [statement] = sample.statements as [RecordOf<'statements'>];
const [tag] = sample.tags as [RecordOf<'tags'>];
const [target] = statement.targets as [RecordOf<'statements'>['targets'][number]];

const around = {
  cleanDoi: cleanBareDoi,
  paperOf: (id: string) => (id === statement.id ? paper.id : undefined),
};

const at = (start: number, end: number) => ({
  ...statement,
  targets: [
    target,
    {
      ...target,
      selectors: {
        ...target.selectors,
        position: { type: 'TextPositionSelector' as const, start, end, textHash: 'x' },
      },
    },
  ],
});
const citing = (doi: string) => ({ ...statement, cites: [{ label: '1', text: 'A work', doi }] });
const VERSIONED = 'https://www.biorxiv.org/content/10.1101/2020.01.02.123456v3.full.pdf';
const BARE = '10.1101/2020.01.02.123456';

type Case = [string, KindName, object, object | null];
/** The record, and the same put right; null where only the reader can. */
const CASES: Case[] = [
  ['a tag on another paper than its statement', 'tags', { ...tag, paperId: tag.id }, null],
  [
    'a tag of no version',
    'tags',
    { ...tag, codebookVersion: '' },
    { ...tag, codebookVersion: 'unknown' },
  ],
  [
    'an address for a DOI',
    'papers',
    { ...paper, doi: 'https://doi.org/10.5555/ABC' },
    { ...paper, doi: '10.5555/abc' },
  ],
  ['a version in a DOI', 'papers', { ...paper, doi: VERSIONED }, { ...paper, doi: BARE }],
  [
    'a DOI that a reader gave',
    'papers',
    { ...paper, readerFields: { doi: 'doi:10.5555/ABC', year: 1999 } },
    { ...paper, readerFields: { doi: '10.5555/abc', year: 1999 } },
  ],
  ['no DOI where one belongs', 'papers', { ...paper, doi: 'not available' }, null],
  ['no DOI that a reader gave', 'papers', { ...paper, readerFields: { doi: 'none' } }, null],
  ['a DOI of a cited work', 'statements', citing('10.5555/ABC.pdf'), citing('10.5555/abc')],
  ['a position that ends before it begins', 'statements', at(90, 12), at(12, 90)],
];

describe.each(CASES)('%s', (_, kind, record, right) => {
  test('breaks a rule', () => {
    expect(brokenInvariants(kind, record as never, around)).toHaveLength(1);
  });

  test('is put right without losing anything, or is left as it is', () => {
    const after = mended(kind, record as never, around);
    expect(after).toEqual(right ?? record);
    if (right) {
      expect(brokenInvariants(kind, after, around)).toEqual([]);
      expect(MENDABLE).toContain(kind);
    } else expect(after).toBe(record);
  });
});

test.each<[string, KindName, object]>([
  ['a tag on its statement’s paper', 'tags', tag],
  ['a tag whose statement is not known', 'tags', { ...tag, statementId: tag.id, paperId: tag.id }],
  ['a paper without a DOI', 'papers', { ...paper, doi: undefined }],
  ['a paper that a reader says has none', 'papers', { ...paper, readerFields: { doi: null } }],
  ['a DOI with an ampersand of its own', 'papers', { ...paper, doi: '10.1234/a&b' }],
  ['a position of no length', 'statements', at(7, 7)],
  ['a cited work in whose place of a DOI something else is', 'statements', citing('in press')],
])('%s keeps the rules, and stays the very same', (_, kind, record) => {
  expect(brokenInvariants(kind, record as never, around)).toEqual([]);
  expect(mended(kind, record as never, around)).toBe(record);
});

test('records of the other kinds have schemas alone', () => {
  const ruled = new Set<KindName>(['tags', 'papers', 'statements']);
  for (const kind of KIND_NAMES.filter((one) => !ruled.has(one)))
    expect(brokenInvariants(kind, { codebookVersion: '', doi: 'x' } as never, around)).toEqual([]);
});

test('the tag of another paper is named as files name it', () => {
  const misplaced = { ...tag, paperId: tag.id };
  expect(brokenInvariants('tags', misplaced, around)).toEqual([MISPLACED]);
});

test('what was put right once is right: a clean DOI is cleaned to itself', () => {
  const next = random(1);
  const PARTS = [
    ...[
      '10.1101/',
      '10.5555/',
      'https://doi.org/',
      '2020.01.02',
      'v3',
      '.pdf',
      '.full',
      '/abstract',
      '(',
      ')',
      '<1::aid>3',
    ],
    ...[
      ';',
      '.',
      ',',
      'A',
      'b7',
      '?x=1',
      '#s',
      '[doi]',
      'doi:',
      '.PMID:1',
      '%2F',
      '&lt;',
      '&gt;',
      '/',
      '-',
      '…',
    ],
  ];
  let cleaned = 0;
  for (let i = 0; i < 20_000; i += 1) {
    const length = 1 + Math.floor(next() * 8);
    const raw = `10.5555/${Array.from({ length }, () => pick(next, PARTS)).join('')}`;
    const once = cleanDoi(raw);
    if (once === null) continue;
    cleaned += 1;
    expect(cleanBareDoi(once), raw).toBe(once);
  }
  expect(cleaned).toBeGreaterThan(5_000);
});
