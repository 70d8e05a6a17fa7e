/** Statements searched and put in order: exact words first, then those with a slip; and what is worked out again after an edit. */
import { describe, expect, test, vi } from 'vitest';
import { askedIn, orderOf } from '../../../entrypoints/workspace/rooms/statements/address';
import { type Chosen, wantedOf } from '../../../entrypoints/workspace/rooms/statements/facets';
import {
  readLines,
  type StatementLine,
  WordCache,
} from '../../../entrypoints/workspace/rooms/statements/lines';
import {
  type Order,
  ordered,
  searchLines,
} from '../../../entrypoints/workspace/rooms/statements/search';
import { turned } from '../../../entrypoints/workspace/rooms/statements/use-selection';
import {
  type Codebook,
  type Paper,
  runThrough,
  type Statement,
  type Tag,
} from '../../../lib/model';
import type { ReviewData } from '../../../lib/store';
import { holdsWords, searchText } from '../../../lib/text';
import { pick, seeded } from '../../support/random';

const CODEBOOK = {
  ...{ id: 'b', version: '1', name: 'Book' },
  influences: [
    { id: 'pay', label: 'Pay' },
    { id: 'training', label: 'Training' },
  ],
} as unknown as Codebook;

interface One {
  quote: string;
  note?: string;
  influence?: string;
  paper?: Partial<Paper>;
  start?: number;
}

/** A review with these statements, each tagged once, the first one first. */
function review(ones: readonly One[]): ReviewData {
  const papers = new Map<string, Paper>();
  const statements: Statement[] = [];
  const tags: Tag[] = [];
  for (const [i, { quote, note = '', influence = 'pay', paper = {}, start }] of ones.entries()) {
    const paperId = paper.id ?? 'p';
    papers.set(paperId, {
      ...{ authors: [], urls: [] },
      ...paper,
      id: paperId,
    } as unknown as Paper);
    const createdAt = `2026-01-01T00:00:${String(i).padStart(2, '0')}.000Z`;
    const selectors = start === undefined ? {} : { position: { start } };
    statements.push({
      ...{ id: `s${i}`, paperId, quote, createdAt },
      ...{ cites: [], machineLabels: [], targets: [{ selectors }] },
    } as unknown as Statement);
    tags.push({
      ...{ id: `t${i}`, statementId: `s${i}`, paperId, note, stance: 'supporting', basis: 'own' },
      ...{ codebookId: 'b', codebookVersion: '1', influenceId: influence, direction: 'unstated' },
      coderId: 'c',
    } as unknown as Tag);
  }
  const empty = { reviewPapers: [], decisions: [], coders: [], codebooks: [CODEBOOK] };
  return { papers: [...papers.values()], statements, tags, ...empty } as unknown as ReviewData;
}

const NO_COLUMNS = { sites: [], attributes: [], attributeValues: [] };

function read(data: ReviewData, cache = new WordCache()) {
  return runThrough(readLines({ ...data, ...NO_COLUMNS }, 'papers', cache));
}

const quotes = (lines: readonly StatementLine[]) => lines.map(({ statement }) => statement.quote);

function found(
  ones: readonly One[],
  search: string,
  order: Order = 'relevance',
  chosen: Chosen = {},
) {
  const { lines, vocabulary, table } = read(review(ones));
  const answers = runThrough(searchLines(lines, vocabulary, search));
  return quotes(ordered([...answers.keys()], order, answers, wantedOf(table, chosen)));
}

describe('a search', () => {
  test.each<[string, string, One]>([
    ['the quote', 'wards', { quote: 'In wards.' }],
    ['a note', 'doubtful', { quote: 'x', note: 'Doubtful.' }],
    ['an author', 'nkansah', { quote: 'x', paper: { authors: [{ family: 'Nkansah' }] } }],
    ['the title', 'peer review', { quote: 'x', paper: { title: 'A review of peer workers' } }],
    ['the journal', 'lancet', { quote: 'x', paper: { containerTitle: 'The Lancet' } }],
    ['the year', '2022', { quote: 'x', paper: { year: 2022 } }],
    ['the influence', 'training', { quote: 'x', influence: 'training' }],
    ['several of these', 'lancet wards', { quote: 'wards', paper: { containerTitle: 'Lancet' } }],
    ['one with a slip', 'nkansha', { quote: 'x', paper: { authors: [{ family: 'Nkansah' }] } }],
  ])('finds by %s', (_, search, one) => {
    expect(found([one, { quote: 'Nothing of it.', paper: { id: 'q' } }], search)).toEqual([
      one.quote,
    ]);
  });

  test('puts exact words first, then those in the quote, then the newest', () => {
    const ones = [
      { quote: 'A slip: supervison.' },
      { quote: 'Newer, in the note.', note: 'supervision' },
      { quote: 'Whole: supervision.' },
      { quote: 'Within: unsupervisioned.' },
      { quote: 'A beginning: supervisions.' },
      { quote: 'Whole again: supervision!' },
    ];
    expect(found(ones, 'supervision')).toEqual([
      'Whole again: supervision!',
      'Whole: supervision.',
      'A beginning: supervisions.',
      'Newer, in the note.',
      'Within: unsupervisioned.',
      'A slip: supervison.',
    ]);
  });

  test('finds exactly what holdsWords finds in all that is searched, and slips beside it', () => {
    const random = seeded(21);
    const words = ['role', 'roles', 'peer', 'staff', 'staf', 'Lärm', 'well-being', 'organisation'];
    const some = (n: number) => Array.from({ length: n }, () => pick(random, words)).join(' ');
    for (let turn = 0; turn < 60; turn++) {
      const ones = Array.from({ length: 12 }, (_, i) => ({
        ...{ quote: `${some(3)} ${i}`, note: some(1) },
        paper: { id: `p${i}`, title: some(2) },
      }));
      const search = some(2);
      const { lines, vocabulary } = read(review(ones));
      const exact = [...runThrough(searchLines(lines, vocabulary, search))].filter(
        ([, { slips }]) => !slips,
      );
      const text = ({ quote, note, paper }: (typeof ones)[number]) =>
        searchText([quote, note, paper.title, 'Pay'].join('\n'));
      const expected = ones
        .filter((one) => holdsWords(text(one), search))
        .map(({ quote }) => quote);
      expect([search, quotes(exact.map(([line]) => line)).sort()]).toEqual([
        search,
        expected.sort(),
      ]);
    }
  });
});

describe('the order', () => {
  const ito = { id: 'ito', authors: [{ family: 'Ito' }], year: 2020 };
  const abe = { id: 'abe', authors: [{ family: 'Abe' }], year: 2021 };
  const ones = [
    { quote: 'Ito, late in it', paper: ito, start: 900, influence: 'training' },
    { quote: 'Abe', paper: abe, influence: 'training' },
    { quote: 'Ito, early in it', paper: ito, start: 10 },
  ];
  test.each<[Order, string[]]>([
    ['date', ['Ito, early in it', 'Abe', 'Ito, late in it']],
    ['paper', ['Abe', 'Ito, early in it', 'Ito, late in it']],
    ['influence', ['Ito, early in it', 'Abe', 'Ito, late in it']],
  ])('%s', (order, expected) => {
    expect(found(ones, '', order)).toEqual(expected);
  });

  test.each([
    ['', null, 'date'],
    ['find=x', null, 'relevance'],
    ['order=paper&find=x', 'paper', 'paper'],
    ['order=constructor', null, 'date'],
  ])('in the address “%s”', (query, order, shown) => {
    const asked = askedIn(new URLSearchParams(query));
    expect([asked.order, orderOf(asked)]).toEqual([order, shown]);
  });
});

test('the address names several values of a facet, each once, and none too', () => {
  const { chosen } = askedIn(new URLSearchParams('stance=a&stance=b&stance=a&voice=&other=x'));
  expect(chosen).toEqual({ stance: ['a', 'b'], voice: [''] });
});

test('after an edit only the texts that are new are folded again', () => {
  const cache = new WordCache();
  const wordsOf = vi.spyOn(cache.vocabulary, 'wordsOf');
  const ones = [{ quote: 'One.' }, { quote: 'Two.' }];
  read(review(ones), cache);
  wordsOf.mockClear();
  read(review([...ones, { quote: 'Three.', note: 'New.' }]), cache);
  expect(wordsOf.mock.calls.flat().sort()).toEqual(['New.', 'Three.']);
});

describe('a selection', () => {
  const shown = ['a', 'b', 'c', 'd'];
  const of = (ids: string[], last: string | null) => ({ ids: new Set(ids), last });
  test.each([
    ['one is turned on', of([], null), 'b', false, ['b']],
    ['and off', of(['b'], 'b'), 'b', false, []],
    ['all up to here', of(['b'], 'b'), 'd', true, ['b', 'c', 'd']],
    ['upwards too', of(['d'], 'd'), 'b', true, ['b', 'c', 'd']],
    ['up to here off', of(['b', 'c', 'd'], 'b'), 'c', true, ['d']],
    ['up to here, with none before', of([], null), 'c', true, ['c']],
    ['from one that is out of sight', of(['x'], 'x'), 'c', true, ['c', 'x']],
  ])('%s', (_, held, id, through, ids) => {
    expect([...turned(held, shown, id, through).ids].sort()).toEqual(ids);
  });
});
