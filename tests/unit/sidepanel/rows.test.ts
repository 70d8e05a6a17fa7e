/** The panel's list as plain data: its order, what is tagged and what is not, its filters and counts. */
import { describe, expect, test } from 'vitest';
import {
  buildRows,
  countRows,
  type Filter,
  filterRows,
  type ListedPage,
  NO_FILTER,
  outcomeOf,
} from '../../../entrypoints/sidepanel/list/rows';
import { inOrder, untaggedRows } from '../../../entrypoints/sidepanel/list/untagged-rows';
import { changeInWords } from '../../../entrypoints/sidepanel/words';
import type { PanelPlace } from '../../../lib/messaging/panel/types';
import { type PaperStatement, paperRecords } from '../../support/panel-records';
import { labels, quotesOf, rowsOf, sentence, URL_HERE } from '../../support/panel-rows';

describe('the order of the list', () => {
  test('is that of the page, whatever order the tags were made in', () => {
    const rows = rowsOf([{ quote: 'last' }, { quote: 'first' }], [{ order: 90 }, { order: 4 }]);
    expect(quotesOf(rows)).toEqual(['first', 'last']);
  });

  test('puts what has no place after all that has, and a changed passage where it is', () => {
    const rows = rowsOf(
      [{ quote: 'lost' }, { quote: 'twice' }, { quote: 'changed' }, { quote: 'exact' }],
      [
        { outcome: 'lost', order: null },
        { outcome: 'ambiguous', order: null },
        { outcome: 'changed', order: 10 },
        { order: 20 },
      ],
    );
    expect(quotesOf(rows)).toEqual(['changed', 'exact', 'lost', 'twice']);
  });

  test('a row whose parts are the same stays the same object', () => {
    const { statements, tags } = paperRecords({ url: URL_HERE }, [{ quote: 'a' }, { quote: 'b' }]);
    const tagged = statements.map((s) => ({
      statement: s,
      tags: tags.filter((t) => t.statementId === s.id),
    }));
    const before = buildRows(tagged, null, { url: URL_HERE });
    const known = new Map(before.map((row) => [row.id, row]));
    const read = structuredClone(tagged);
    const [first] = read[0]?.tags ?? [];
    if (first) first.updatedAt = '2026-11-21T00:00:00.000Z';
    const after = buildRows(read, null, { url: URL_HERE }, known);
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });
});

describe('on a page that has a part of the paper', () => {
  const NOT_HERE = [
    { outcome: 'lost', order: null },
    { outcome: 'changed', order: 30 },
    { outcome: 'exact', order: 60 },
  ] as const;
  const statements = [{ quote: 'full text' }, { quote: 'alike' }, { quote: 'abstract' }];
  const on = (page: ListedPage) => rowsOf(statements, [...NOT_HERE], page);

  test.each(['abstract', 'scite-report'] as const)(
    'a tag from the full text is not a fault of the %s page, and comes last',
    (representation) => {
      const rows = on({ url: 'https://other.example/abstract', representation });
      expect(quotesOf(rows)).toEqual(['abstract', 'full text', 'alike']);
      expect(rows.map(outcomeOf)).toEqual(['exact', 'elsewhere', 'elsewhere']);
      expect(countRows(rows, labels).unsettled).toBe(0);
    },
  );

  test.each<[string, ListedPage]>([
    ['was tagged there', { url: URL_HERE, representation: 'abstract' }],
    ['is of the full text', { url: 'https://other.example/full', representation: 'html' }],
  ])('what is missed is a fault where it %s', (_, page) => {
    const rows = on(page);
    expect(rows.map(outcomeOf)).toEqual(['changed', 'exact', 'lost']);
    expect(countRows(rows, labels).unsettled).toBe(2);
  });
});

describe('citation statements without a tag', () => {
  const sentences = [
    sentence(0, 'before', 1),
    sentence(1, 'tagged', 10),
    sentence(2, 'after', 20),
    sentence(3, 'last', 90),
  ];
  const listed = (
    statements: PaperStatement[],
    places: (Partial<PanelPlace> | null)[],
    taggedAt: readonly (readonly [row: number, sentence: number])[],
  ) => {
    const rows = rowsOf(statements, places);
    const tagged = taggedAt.map(([row, at]) => ({
      statementId: rows[row]?.id ?? '',
      sentence: at,
    }));
    return { rows, untagged: untaggedRows(sentences, tagged, rows) };
  };

  test('are listed among the tagged ones in reading order, before what was not found', () => {
    const { rows, untagged } = listed(
      [{ quote: 'tagged' }, { quote: 'lost' }],
      [{ order: 10 }, { outcome: 'lost', order: null }],
      [[0, 1]],
    );
    expect(quotesOf(inOrder(rows, untagged))).toEqual([
      'before',
      'tagged',
      'after',
      'last',
      'lost',
    ]);
  });

  test('are all of them where nothing is tagged', () => {
    expect(quotesOf(inOrder([], untaggedRows(sentences, [], [])))).toEqual(
      sentences.map(({ text }) => text),
    );
  });

  test('a sentence of which a part, or more than it, is tagged is not among them', () => {
    const { untagged } = listed(
      [{ quote: 'tagged and after' }],
      [{ order: 10 }],
      [
        [0, 1],
        [0, 2],
      ],
    );
    expect(quotesOf(untagged)).toEqual(['before', 'last']);
  });

  test('one that is tagged by a coder who is not shown is among them', () => {
    const hidden = [{ statementId: 'of another coder', sentence: 1 }];
    expect(quotesOf(untaggedRows(sentences, hidden, []))).toContain('tagged');
  });

  test('one that was tagged just now is not listed twice until the page has counted it', () => {
    const saved = (place: Partial<PanelPlace> | null) =>
      quotesOf(listed([{ quote: 'tagged' }], [place, { order: 1 }], []).untagged);
    expect(saved(null)).not.toContain('tagged');
    expect(saved({ order: 10 })).not.toContain('tagged');
    // The same words elsewhere are another statement.
    expect(saved({ order: 700 })).toContain('tagged');
  });

  test('one that has not changed stays the same object', () => {
    const before = new Map(untaggedRows(sentences, [], []).map((row) => [row.id, row]));
    const moved = [...sentences.slice(0, 3), sentence(3, 'last', 91)];
    const after = untaggedRows(moved, [], [], before);
    expect(after[0]).toBe(before.get('sentence-0'));
    expect(after[3]).not.toBe(before.get('sentence-3'));
  });

  test.each<[string, Partial<Filter>, string[]]>([
    ['tagged', { which: 'tagged' }, ['tagged']],
    ['untagged', { which: 'untagged' }, ['before', 'after', 'last']],
    ['words are looked for in both', { text: 'a' }, ['tagged', 'after', 'last']],
    ['a stance is asked of tags alone', { stance: 'supporting' }, ['tagged']],
    ['what is not as tagged is tagged', { unsettled: true }, []],
  ])('the filter: %s', (_, change, quotes) => {
    const tags = [{ stance: 'supporting', influenceId: 'psw.pay' }] as const;
    const { rows, untagged } = listed(
      [{ quote: 'tagged', tags: [...tags] }],
      [{ order: 10 }],
      [[0, 1]],
    );
    const all = inOrder(rows, untagged);
    expect(quotesOf(filterRows(all, { ...NO_FILTER, ...change }, labels))).toEqual(quotes);
  });
});

describe('the filter', () => {
  const rows = rowsOf(
    [
      {
        quote: 'Über die Führung',
        tags: [
          { stance: 'supporting', influenceId: 'psw.leadership' },
          { stance: 'contrasting', influenceId: 'psw.pay', note: 'see Mutschler' },
        ],
      },
      { quote: 'الإشراف المنتظم', tags: [{ stance: 'supporting', influenceId: 'psw.pay' }] },
      { quote: 'gone', tags: [{ stance: 'mentioning', influenceId: 'psw.culture' }] },
    ],
    [{ order: 1 }, { order: 2 }, { outcome: 'lost', order: null }],
  );
  test.each<[string, Partial<Filter>, string[]]>([
    ['nothing asked lets everything through', {}, ['Über die Führung', 'الإشراف المنتظم', 'gone']],
    [
      'words without accents and case find words with them',
      { text: 'UBER fuhrung' },
      ['Über die Führung'],
    ],
    ['right-to-left text is found', { text: 'المنتظم' }, ['الإشراف المنتظم']],
    ['notes are searched', { text: 'mutschler' }, ['Über die Führung']],
    ['names of influences are searched', { text: 'organisational culture' }, ['gone']],
    ['stance', { stance: 'supporting' }, ['Über die Führung', 'الإشراف المنتظم']],
    [
      'stance and influence must hold of one tag',
      { stance: 'supporting', influence: 'psw-core/psw.pay' },
      ['الإشراف المنتظم'],
    ],
    ['what is not as tagged', { unsettled: true }, ['gone']],
    ['what nothing is', { text: 'nowhere' }, []],
  ])('%s', (_, change, quotes) => {
    expect(quotesOf(filterRows(rows, { ...NO_FILTER, ...change }, labels))).toEqual(quotes);
  });

  test('counts tags by stance and statements by influence', () => {
    const { stances, influences, unsettled } = countRows(rows, labels);
    expect(stances).toEqual({ supporting: 2, contrasting: 1, mentioning: 1 });
    expect(influences[0]).toMatchObject({ key: 'psw-core/psw.pay', count: 2 });
    expect(unsettled).toBe(1);
  });
});

test.each([
  [['words'], 'The words have changed.'],
  [['negation', 'words'], 'The words have changed: a negation.'],
  [
    ['number', 'negation', 'direction'],
    'The words have changed: a negation, a number and a word of direction.',
  ],
] as const)('a change of %j is said as "%s"', (flags, words) => {
  expect(changeInWords(flags)).toBe(words);
});
