/** The panel's list as plain data and as a reader meets it: order, filters, keys, and what a row says. */
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../../components/tokens.css';
import '../../components/base.css';
import {
  buildRows,
  countRows,
  type Filter,
  filterRows,
  isTagged,
  Labels,
  type ListedPage,
  type ListedRow,
  NO_FILTER,
  outcomeOf,
  type Row,
} from '../../entrypoints/sidepanel/list/rows';
import { StatementList } from '../../entrypoints/sidepanel/list/StatementList';
import { inOrder, untaggedRows } from '../../entrypoints/sidepanel/list/untagged-rows';
import { changeInWords } from '../../entrypoints/sidepanel/words';
import { builtInCodebooks } from '../../lib/codebook';
import type { PanelPlace, PanelSentence } from '../../lib/messaging/panel/types';
import type { Tag } from '../../lib/model';
import { type PaperStatement, paperRecords } from '../support/panel-records';

const URL_HERE = 'https://journal.example/1';
const labels = new Labels(builtInCodebooks());

function place(statementId: string, change: Partial<PanelPlace>): PanelPlace {
  return { statementId, outcome: 'exact', order: 0, text: null, diff: [], flags: [], ...change };
}

/** Rows of these statements; `places` gives, in their order, where each stands. */
function rowsOf(
  statements: PaperStatement[],
  places: (Partial<PanelPlace> | null)[] = [],
  page: ListedPage = { url: URL_HERE },
): Row[] {
  const { statements: stored, tags } = paperRecords({ url: URL_HERE }, statements);
  const tagged = stored.map((statement) => ({
    statement,
    tags: tags.filter((tag) => tag.statementId === statement.id),
  }));
  const known = new Map(
    stored.flatMap(({ id }, i) => {
      const here = places[i];
      return here ? [[id, place(id, here)] as const] : [];
    }),
  );
  return buildRows(tagged, places.length ? known : null, page);
}

const quotesOf = (rows: readonly ListedRow[]) =>
  rows.map((row) => (isTagged(row) ? row.statement.quote : row.sentence.text));

const sentence = (index: number, text: string, order: number): PanelSentence => ({
  ...{ index, text, section: null, order },
});

describe('the order of the list', () => {
  test('is that of the page, whatever order the tags were made in', () => {
    const rows = rowsOf([{ quote: 'last' }, { quote: 'first' }], [{ order: 90 }, { order: 4 }]);
    expect(quotesOf(rows)).toEqual(['first', 'last']);
  });

  test('puts what has no place after all that has, and a changed passage where it stands', () => {
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
    'what was tagged in the full text is no fault of an %s page, and comes last',
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

describe('the list on screen', () => {
  let root: Root;
  let host: HTMLElement;
  beforeEach(() => {
    host = document.createElement('div');
    host.style.cssText = 'display: flex; flex-direction: column; width: 360px; height: 400px';
    document.body.append(host);
    root = createRoot(host);
  });
  afterEach(() => {
    root.unmount();
    host.remove();
  });

  const actions = {
    ...{ go: vi.fn(), change: vi.fn(), remove: vi.fn(), keep: vi.fn(), retag: vi.fn() },
    ...{ joinedBy: vi.fn(), correct: vi.fn(), history: vi.fn() },
    paper: paperRecords({ url: URL_HERE }, []).papers[0],
  };
  const onTag = vi.fn();
  function show(rows: readonly ListedRow[], isOwn: (tag: Tag) => boolean = () => true) {
    let active: string | null = null;
    const draw = () =>
      flushSync(() =>
        root.render(
          <StatementList
            rows={rows}
            labels={labels}
            inUse={labels.codebooks}
            chosen={null}
            coders={null}
            isOwn={isOwn}
            actions={actions}
            onTag={onTag}
            active={active}
            onActive={(id) => {
              active = id;
              queueMicrotask(draw);
            }}
          />,
        ),
      );
    draw();
  }
  const quotes = () => [...host.querySelectorAll<HTMLElement>('[data-quote]')];
  const press = (key: string) =>
    (document.activeElement ?? host).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  const many = (n: number) =>
    rowsOf(
      Array.from({ length: n }, (_, i) => ({ quote: `Statement ${i}` })),
      Array.from({ length: n }, (_, i) => ({ order: i })),
    );

  test('draws only what is in sight of 5,000, and says how many there are', async () => {
    show(many(5_000));
    await expect.poll(() => quotes().length).toBeGreaterThan(2);
    expect(quotes().length).toBeLessThan(30);
    const first = host.querySelector('li');
    expect(first?.getAttribute('aria-setsize')).toBe('5000');
    expect(first?.getAttribute('aria-posinset')).toBe('1');
  });

  test('one row is reached by Tab; arrows, End and Home move the focus', async () => {
    show(many(300));
    await expect.poll(() => quotes().length).toBeGreaterThan(2);
    expect(quotes().filter((q) => q.tabIndex === 0)).toHaveLength(1);
    quotes()[0]?.focus();
    await expect.poll(() => host.querySelector('[data-active] [data-quote]')).toBe(quotes()[0]);
    press('ArrowDown');
    await expect.poll(() => document.activeElement?.textContent).toBe('Statement 1');
    press('End');
    await expect.poll(() => document.activeElement?.textContent).toBe('Statement 299');
    press('Home');
    await expect.poll(() => document.activeElement?.textContent).toBe('Statement 0');
  });

  test('another coder’s tag is shown and neither edited nor deleted', async () => {
    actions.remove.mockClear();
    const rows = rowsOf([
      {
        quote: 'Both tagged this.',
        tags: [{ stance: 'supporting' }, { stance: 'contrasting', influenceId: 'psw.pay' }],
      },
      { quote: 'Only they tagged this.', tags: [{ stance: 'mentioning' }] },
    ]);
    const mine = rows[0]?.tags[0];
    show(rows, (tag) => tag === mine);
    await expect.poll(() => quotes().length).toBe(2);
    const named = (part: string) => host.querySelectorAll(`button[aria-label*="${part}"]`).length;
    expect([named('. Edit'), named('Edit tags'), named('Delete tag')]).toEqual([1, 1, 1]);
    quotes()[0]?.focus();
    press('Delete');
    expect(actions.remove).toHaveBeenCalledExactlyOnceWith(rows[0], [mine]);
    actions.remove.mockClear();
    press('End');
    await expect.poll(() => document.activeElement?.textContent).toBe('Only they tagged this.');
    press('Delete');
    press('e');
    expect(actions.remove).not.toHaveBeenCalled();
    expect(host.querySelector('[aria-expanded="true"]')).toBeNull();
  });

  test('Delete deletes the tags of the row and moves on to the next', async () => {
    actions.remove.mockClear();
    const rows = many(3);
    show(rows);
    await expect.poll(() => quotes().length).toBe(3);
    quotes()[1]?.focus();
    await expect.poll(() => quotes()[1]?.tabIndex).toBe(0);
    press('Delete');
    expect(actions.remove).toHaveBeenCalledWith(rows[1], rows[1]?.tags);
    await expect.poll(() => document.activeElement?.textContent).toBe('Statement 2');
  });

  test('a changed row says what was and what is, and asks whether it holds', async () => {
    const [row] = rowsOf(
      [{ quote: 'was associated' }],
      [
        {
          outcome: 'changed',
          text: 'was not associated',
          flags: ['negation'],
          diff: [
            { op: 'same', text: 'was' },
            { op: 'added', text: 'not' },
            { op: 'same', text: 'associated' },
          ],
        },
      ],
    );
    show(row ? [row] : []);
    await expect.poll(() => host.querySelector('ins')?.textContent).toBe('not');
    const names = [...host.querySelectorAll('fieldset button')].map((b) => b.textContent);
    expect(names).toEqual(['Keep', 'Re-tag', 'Drop']);
    const [quote] = quotes();
    const described = (quote?.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described.join(' ')).toContain('a negation');
  });

  test('a statement without a tag is chosen for tagging by Enter, and has nothing to edit or delete', async () => {
    const tagged = rowsOf([{ quote: 'Tagged here.' }], [{ order: 5 }]);
    const [untagged] = untaggedRows([sentence(4, 'Not tagged yet.', 9)], [], []);
    show(inOrder(tagged, untagged ? [untagged] : []));
    const rows = () => [...host.querySelectorAll<HTMLElement>('[data-row]')];
    await expect.poll(() => rows().length).toBe(2);
    rows()[0]?.focus();
    press('ArrowDown');
    await expect.poll(() => document.activeElement?.textContent).toBe('Not tagged yet.');
    actions.remove.mockClear();
    for (const key of ['Delete', 'e', 'h']) press(key);
    expect(actions.remove).not.toHaveBeenCalled();
    (document.activeElement as HTMLElement).click();
    expect(onTag).toHaveBeenCalledExactlyOnceWith(untagged);
    const described = document.activeElement?.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe('Not tagged');
  });

  test('the dials of a tag are words', () => {
    const dials = { direction: 'barrier', strength: -1, basis: 'second-hand' } as const;
    show(rowsOf([{ quote: 'a', tags: [{ stance: 'supporting', ...dials }] }]));
    const chip = host.querySelector('[id$="-tags"] button');
    const words = [...(chip?.children ?? [])].map((part) => part.textContent).filter(Boolean);
    expect(words.slice(1)).toEqual(['barrier', 'strength \u22121', '2nd-hand']);
  });

  test('a statement of the full text leads to where it was tagged, and is not called lost', () => {
    const page = { url: 'https://other.example/a', representation: 'abstract' } as const;
    show(rowsOf([{ quote: 'full text' }], [{ outcome: 'lost', order: null }], page));
    const link = [...host.querySelectorAll('a')].map((a) => [a.textContent, a.href]);
    expect(link).toEqual([['Tagged in the full text: open it there', URL_HERE]]);
    expect(host.textContent).toContain('1 statement of this paper tagged elsewhere');
    expect(host.textContent).not.toMatch(/not found|Not on this page/);
  });

  test('headings stand where a section begins and before all that was not found', async () => {
    show(
      rowsOf(
        [
          { quote: 'a', section: 'Results' },
          { quote: 'b', section: 'Results' },
          { quote: 'c', section: 'Discussion' },
          { quote: 'd', section: 'Results' },
        ],
        [{ order: 1 }, { order: 2 }, { order: 3 }, { outcome: 'lost', order: null }],
      ),
    );
    await expect
      .poll(() => [...host.querySelectorAll('h2')].map((h) => h.textContent))
      .toEqual(['Results', 'Discussion', '1 statement not found on this page']);
  });
});
