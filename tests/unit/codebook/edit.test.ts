/** Edits of a codebook as functions: the tree that each makes, the tags that it sends elsewhere, what it affects. */
import { describe, expect, test } from 'vitest';
import { applyEdit, arrived, copyOf, differences, subtree } from '../../../lib/codebook/edit';
import { inTreeOrder } from '../../../lib/codebook/outline';
import { ruleLines } from '../../../lib/codebook/rule';
import { Codebook, type CodebookEdit, type Influence, MOST_EXAMPLES } from '../../../lib/model';
import { pick, seeded } from '../../support/random';

const AT = '2026-11-29T10:00:00.000Z';
const WHEN = { version: '2', at: AT };

const influence = (id: string, more: Partial<Influence> = {}): Influence => ({
  ...{ id, label: id.toUpperCase(), definition: `About ${id}.` },
  ...{ aliases: [], cues: [], crosswalk: [] },
  ...more,
});

/** a (with a1, a2 below, and a2x below a2), b, c; a and b in one group. */
const BOOK: Codebook = Codebook.parse({
  ...{ id: 'own', version: '1', name: 'Own', kind: 'own', builtIn: false, complete: true },
  source: { citation: 'The reader' },
  stage: 'open',
  influences: [
    influence('a', { group: 'One' }),
    influence('a1', { parent: 'a', group: 'One' }),
    influence('a2', { parent: 'a', group: 'One' }),
    influence('a2x', { parent: 'a2', group: 'One' }),
    influence('b', { group: 'One', cues: ['bee'] }),
    influence('c', { group: 'Two' }),
  ],
});

/** Whatever is edited, no field is there without a value: the text is as it is written and read again. */
function edited(edit: CodebookEdit, book = BOOK) {
  const result = applyEdit(book, edit, WHEN);
  expect(result.book).toStrictEqual(JSON.parse(JSON.stringify(result.book)));
  return result;
}
/** The tree as one line: "a(a1 a2(a2x)) b c". */
function drawn({ influences }: Codebook): string {
  const below = (parent: string | undefined): string =>
    influences
      .filter((one) => one.parent === parent)
      .map(({ id }) => id + (below(id) && `(${below(id)})`))
      .join(' ');
  return below(undefined);
}
const own = (influenceId: string) => ({ codebookId: 'own', influenceId });
const of = (book: Codebook, id: string) => book.influences.find((one) => one.id === id);

describe('the tree', () => {
  test.each<[string, CodebookEdit, string]>([
    ['add, last', { edit: 'add', id: 'd', fields: { label: 'D' } }, 'a(a1 a2(a2x)) b c d'],
    [
      'add below',
      { edit: 'add', id: 'd', fields: { label: 'D' }, place: { parent: 'a2' } },
      'a(a1 a2(a2x d)) b c',
    ],
    [
      'add in a group',
      { edit: 'add', id: 'd', fields: { label: 'D' }, place: { parent: null, group: 'One' } },
      'a(a1 a2(a2x)) b d c',
    ],
    [
      'before another',
      { edit: 'place', id: 'a2', place: { parent: 'a', before: 'a1' } },
      'a(a2(a2x) a1) b c',
    ],
    [
      'to the top',
      { edit: 'place', id: 'a2', place: { parent: null, before: 'b' } },
      'a(a1) a2(a2x) b c',
    ],
    ['below another', { edit: 'place', id: 'b', place: { parent: 'a2' } }, 'a(a1 a2(a2x b)) c'],
    ['delete one with some below', { edit: 'delete', id: 'a2', into: null }, 'a(a1 a2x) b c'],
    ['delete at the top', { edit: 'delete', id: 'a', into: null }, 'a1 a2(a2x) b c'],
    ['merge neighbours', { edit: 'merge', ids: ['b'], into: 'c' }, 'a(a1 a2(a2x)) c'],
    ['merge into one below', { edit: 'merge', ids: ['a'], into: 'a2' }, 'a2(a1 a2x) b c'],
    ['merge what is below', { edit: 'merge', ids: ['a2'], into: 'a' }, 'a(a1 a2x) b c'],
    [
      'split',
      {
        edit: 'split',
        id: 'a',
        parts: [
          { id: 'p', label: 'P' },
          { id: 'q', label: 'Q' },
        ],
        tagsTo: 'q',
      },
      'p q(a1 a2(a2x)) b c',
    ],
    ['move out', { edit: 'move-out', id: 'a2', to: 'else' }, 'a(a1 a2x) b c'],
  ])('%s', (_, edit, tree) => {
    const { book } = edited(edit);
    expect(drawn(book)).toBe(tree);
    expect(inTreeOrder(book.influences)).toEqual(book.influences);
    expect(book.version).toBe('2');
  });

  test('what is placed takes the group of where it is, with all below it', () => {
    const { book } = edited({ edit: 'place', id: 'a2', place: { parent: 'c' } });
    expect(['a2', 'a2x'].map((id) => of(book, id)?.group)).toEqual(['Two', 'Two']);
  });
});

describe('the level and group of what is placed', () => {
  const levels: Codebook = {
    ...BOOK,
    influences: [
      influence('a', { level: 'outer', group: 'One' }),
      influence('b', { level: 'inner', group: 'Two' }),
      influence('c'),
    ],
  };
  test.each<[string, string, object, string | undefined, string | undefined]>([
    ['are those of what it is below', 'b', { parent: 'a' }, 'outer', 'One'],
    ['are its own below one without a level', 'b', { parent: 'c' }, 'inner', undefined],
    ['are those of what it is before', 'b', { parent: null, before: 'a' }, 'outer', 'One'],
    ['are its own before one without them', 'b', { parent: null, before: 'c' }, 'inner', 'Two'],
    ['are its own at the end', 'a', { parent: null }, 'outer', 'One'],
    [
      'are the level of its own and the group that is given',
      'a',
      { parent: null, group: 'Two' },
      'outer',
      'Two',
    ],
    ['are none where none has any', 'c', { parent: null }, undefined, undefined],
  ])('%s', (_, id, place, level, group) => {
    const one = of(edited({ edit: 'place', id, place } as CodebookEdit, levels).book, id);
    expect([one?.level, one?.group]).toEqual([level, group]);
  });
});

test('what is below an influence, however deep', () => {
  expect([...subtree(BOOK.influences, 'a')]).toEqual(['a', 'a1', 'a2', 'a2x']);
  expect([...subtree(BOOK.influences, 'c')]).toEqual(['c']);
});

describe('what cannot be', () => {
  test.each<[string, CodebookEdit, string]>([
    ['below itself', { edit: 'place', id: 'a', place: { parent: 'a2x' } }, 'below-itself'],
    ['no such influence', { edit: 'place', id: 'z', place: { parent: null } }, 'no-influence'],
    ['a label twice', { edit: 'add', id: 'd', fields: { label: ' b. ' } }, 'twin-label'],
    ['no label', { edit: 'change', id: 'a', fields: { label: '  ' } }, 'no-label'],
    ['moved to where it is', { edit: 'move-out', id: 'a', to: 'own' }, 'into-itself'],
    ['deleted into none', { edit: 'delete', id: 'a', into: own('z') }, 'no-influence'],
    ['renamed to a neighbour', { edit: 'change', id: 'a', fields: { label: 'B' } }, 'twin-label'],
    [
      'merged under a neighbour’s label',
      { edit: 'merge', ids: ['b'], into: 'c', fields: { label: 'A' } },
      'twin-label',
    ],
    [
      'a part of a split like a neighbour',
      {
        edit: 'split',
        id: 'b',
        parts: [
          { id: 'p', label: 'A' },
          { id: 'q', label: 'Q' },
        ],
        tagsTo: 'q',
      },
      'twin-label',
    ],
    ['merged with itself', { edit: 'merge', ids: ['a'], into: 'a' }, 'into-itself'],
    [
      'deleted into itself',
      { edit: 'delete', id: 'a', into: { codebookId: 'own', influenceId: 'a' } },
      'into-itself',
    ],
    [
      'tags of a split that go nowhere',
      {
        edit: 'split',
        id: 'b',
        parts: [
          { id: 'p', label: 'P' },
          { id: 'q', label: 'Q' },
        ],
        tagsTo: 'r',
      },
      'no-influence',
    ],
  ])('%s', (_, edit, code) => {
    const message = expect.stringMatching(/\.$/);
    expect(() => edited(edit)).toThrow(expect.objectContaining({ code, message }));
  });

  test('one label under two broader influences can be', () => {
    const place = { parent: 'a' };
    expect(edited({ edit: 'add', id: 'd', fields: { label: 'B' }, place }).book).toBeDefined();
  });
});

describe('tags', () => {
  test.each<[string, CodebookEdit, unknown, string[]]>([
    ['a label', { edit: 'change', id: 'a', fields: { label: 'New' } }, [], []],
    ['cues', { edit: 'change', id: 'a', fields: { cues: ['x'] } }, [], []],
    ['a colour', { edit: 'change', id: 'a', fields: { colour: 'blue' } }, [], []],
    ['an added comma', { edit: 'change', id: 'a', fields: { definition: 'About, a' } }, [], []],
    ['a definition', { edit: 'change', id: 'a', fields: { definition: 'Else.' } }, [], ['a']],
    ['a first rule', { edit: 'change', id: 'a', fields: { exclude: 'Pay.' } }, [], ['a']],
    ['a stance rule', { edit: 'change', id: 'a', fields: { supportNote: 'If so.' } }, [], ['a']],
    ['deleted', { edit: 'delete', id: 'b', into: null }, [], ['b']],
    [
      'deleted into another',
      { edit: 'delete', id: 'b', into: own('c') },
      [{ from: own('b'), to: own('c'), recheck: 'deleted' }],
      ['b'],
    ],
    [
      'deleted into one of another codebook',
      { edit: 'delete', id: 'b', into: { codebookId: 'else', influenceId: 'x' } },
      [{ from: own('b'), to: { codebookId: 'else', influenceId: 'x' }, recheck: 'deleted' }],
      ['b'],
    ],
    ['a cue', { edit: 'cue', id: 'a', cue: 'ay' }, [], []],
    ['a place', { edit: 'place', id: 'a2', place: { parent: null } }, [], []],
    ['a name', { edit: 'name', name: 'Ours' }, [], []],
    [
      'merged',
      { edit: 'merge', ids: ['b'], into: 'c' },
      [{ from: own('b'), to: own('c'), recheck: 'merged' }],
      ['b'],
    ],
    [
      'merged under a new rule',
      { edit: 'merge', ids: ['b'], into: 'c', fields: { definition: 'Both.' } },
      [{ from: own('b'), to: own('c'), recheck: 'merged' }],
      ['b', 'c'],
    ],
    [
      'split: its neighbours too',
      {
        edit: 'split',
        id: 'b',
        parts: [
          { id: 'p', label: 'P' },
          { id: 'q', label: 'Q' },
        ],
        tagsTo: 'q',
      },
      [{ from: own('b'), to: own('q'), recheck: 'split' }],
      ['b', 'a'],
    ],
    [
      'moved',
      { edit: 'move-out', id: 'b', to: 'else' },
      [{ from: own('b'), to: { codebookId: 'else', influenceId: 'b' }, recheck: null }],
      ['b'],
    ],
  ])('%s', (_, edit, retags, affects) => {
    const result = edited(edit);
    expect(result.retags).toEqual(retags);
    expect(result.affects).toEqual(affects);
  });

  test('merged with one of the same words, tags need no second look', () => {
    const twin = influence('d', { definition: 'About c.' });
    const book = { ...BOOK, influences: [...BOOK.influences, twin] };
    const { retags } = edited({ edit: 'merge', ids: ['d'], into: 'c' }, book);
    expect(retags).toMatchObject([{ recheck: null }]);
  });

  test('who types a merged label or cue finds what it has become', () => {
    const { book } = edited({ edit: 'merge', ids: ['b'], into: 'c' });
    expect(of(book, 'c')).toMatchObject({ aliases: ['B'], cues: ['bee'] });
    expect(of(book, 'c')?.origins).toHaveLength(1);
  });
});

test('an example is kept once, with the last word on what it shows', () => {
  const example = (kind: 'best' | 'near-miss', quote: string, book = BOOK) =>
    edited({ edit: 'example', id: 'b', example: { kind, quote } }, book).book;
  const two = example('near-miss', 'One.', example('best', 'Two.', example('best', 'One.')));
  expect(of(two, 'b')?.examples).toEqual([
    { kind: 'best', quote: 'Two.' },
    { kind: 'near-miss', quote: 'One.' },
  ]);
  expect(ruleLines(of(two, 'b') as Influence).map(({ term }) => term)).toEqual([
    'Best example',
    'Nearest miss',
  ]);
});

describe('a change of one influence', () => {
  const changed = (fields: object, more: Partial<Influence> = {}) =>
    of(
      edited({ edit: 'change', id: 'd', fields } as CodebookEdit, {
        ...BOOK,
        influences: [...BOOK.influences, influence('d', more)],
      }).book,
      'd',
    );

  test.each<[string, object, Partial<Influence>, object]>([
    ['takes what is given', { note: 'Seldom.' }, {}, { note: 'Seldom.' }],
    ['keeps what is not', { note: undefined }, { note: 'Often.' }, { note: 'Often.' }],
    ['leaves out what is emptied', { note: '' }, { note: 'Often.' }, { note: undefined }],
    ['leaves out what is null', { note: null }, { note: 'Often.' }, { note: undefined }],
    ['keeps an empty definition', { definition: '' }, {}, { definition: '' }],
    ['has no blanks around its label', { label: ' Pay ' }, {}, { label: 'Pay' }],
    [
      'has each alias once, as it is written first',
      { aliases: ['Pay', ' pay', 'Wages', '', '+++', '+++', '---'] },
      {},
      { aliases: ['Pay', 'Wages', '+++', '---'] },
    ],
    ['has cues in small letters', { cues: [' Pay', 'PAY'] }, {}, { cues: ['pay'] }],
  ])('%s', (_, fields, more, wanted) => {
    expect(changed(fields, more)).toEqual({ ...influence('d', more), ...wanted });
  });

  test('adds a cue', () => {
    expect(of(edited({ edit: 'cue', id: 'b', cue: 'Wasp' }).book, 'b')?.cues).toEqual([
      'bee',
      'wasp',
    ]);
  });

  test('adds one that is there already no second time', () => {
    const again: CodebookEdit = { edit: 'add', id: 'b', fields: { label: 'Other' } };
    expect(edited(again).book.influences).toEqual(BOOK.influences);
  });

  test('keeps ten examples, the last ones', () => {
    let book = BOOK;
    for (let i = 0; i <= MOST_EXAMPLES; i++)
      ({ book } = edited(
        { edit: 'example', id: 'b', example: { kind: 'best', quote: `No. ${i}` } },
        book,
      ));
    const quotes = of(book, 'b')?.examples?.map(({ quote }) => quote);
    expect(quotes).toHaveLength(MOST_EXAMPLES);
    expect(quotes?.at(-1)).toBe(`No. ${MOST_EXAMPLES}`);
  });

  test('names the codebook, with a short name or without', () => {
    const short = edited({ edit: 'name', name: 'Ours', shortName: 'o' }).book;
    expect(short).toMatchObject({ name: 'Ours', shortName: 'o' });
    expect(edited({ edit: 'name', name: 'Ours' }, short).book).not.toHaveProperty('shortName');
  });
});

describe('where an influence comes from', () => {
  const copy = copyOf(BOOK, { name: 'Ours', at: AT });
  const origins = (book: Codebook, id: string) => of(book, id)?.origins?.map(({ how }) => how);

  test('a copy keeps ids, is open, and names what it was copied from', () => {
    expect(copy).toMatchObject({
      stage: 'open',
      version: '1',
      basedOn: { id: 'own', version: '1' },
    });
    expect(copy.id).not.toBe('own');
    expect(of(copy, 'a')?.origins).toMatchObject([{ how: 'copied', from: [{ label: 'A' }] }]);
    expect(Codebook.parse(copy)).toEqual(copy);
  });

  test('renamed only while it is called otherwise; the former label is found', () => {
    const rename = (label: string, book: Codebook) =>
      edited({ edit: 'change', id: 'a', fields: { label } }, book).book;
    const once = rename('Other', copy);
    expect(origins(once, 'a')).toEqual(['copied', 'renamed']);
    expect(of(once, 'a')?.aliases).toEqual(['A']);
    expect(origins(rename('Third', once), 'a')).toEqual(['copied', 'renamed']);
    expect(origins(rename('A', once), 'a')).toEqual(['copied']);
  });

  test('merged, split, moved and new are noted with what they came from', () => {
    const merged = edited({ edit: 'merge', ids: ['b'], into: 'c', reason: 'One thing' }, copy).book;
    expect(of(merged, 'c')?.origins?.at(-1)).toEqual({
      how: 'merged',
      from: [
        { codebookId: copy.id, influenceId: 'c', label: 'C' },
        { codebookId: copy.id, influenceId: 'b', label: 'B' },
      ],
      ...{ version: '2', at: AT, reason: 'One thing' },
    });
    expect(merged.retired).toMatchObject([{ id: 'b', how: 'merged', reason: 'One thing' }]);
    const parts = [
      { id: 'p', label: 'P' },
      { id: 'q', label: 'Q' },
    ];
    const split = edited({ edit: 'split', id: 'b', parts, tagsTo: 'p' }, copy).book;
    expect(['p', 'q'].map((id) => origins(split, id))).toEqual([['split'], ['split']]);
    const added = (more: object) =>
      of(edited({ edit: 'add', id: 'n', fields: { label: 'N' }, ...more }).book, 'n')?.origins;
    expect(added({})).toEqual([{ how: 'new', from: [], version: '2', at: AT }]);
    const from = { codebookId: 'npt', influenceId: 'npt.n', label: 'N' };
    expect(added({ from })).toEqual([{ how: 'copied', from: [from], version: '2', at: AT }]);
    const leaving = edited({ edit: 'move-out', id: 'a1', to: copy.id }).leaving as Influence;
    const other = { ...copy, influences: [] };
    expect(origins(arrived(other, leaving, BOOK, WHEN), 'a1')).toEqual(['moved']);
  });
});

describe('the difference between two versions, in words', () => {
  test.each<[CodebookEdit, string[]]>([
    [{ edit: 'name', name: 'Ours' }, ['The codebook “Own” is called “Ours”']],
    [{ edit: 'add', id: 'd', fields: { label: 'D' } }, ['“D” is new']],
    [{ edit: 'change', id: 'b', fields: { label: 'Bee' } }, ['“B” is called “Bee”']],
    [{ edit: 'change', id: 'b', fields: { definition: 'X' } }, ['“B” has another definition']],
    [{ edit: 'change', id: 'b', fields: { definition: '' } }, ['“B” has lost its definition']],
    [
      { edit: 'change', id: 'b', fields: { exclude: 'Pay', cues: [] } },
      ['“B” has a rule of what to exclude', '“B”: cues'],
    ],
    [{ edit: 'place', id: 'b', place: { parent: 'a' } }, ['“B” is under “A”']],
    [{ edit: 'place', id: 'a2', place: { parent: null } }, ['“A2” is at the top']],
    [
      { edit: 'place', id: 'a2', place: { parent: 'a', before: 'a1' } },
      ['The order of the influences'],
    ],
    [{ edit: 'merge', ids: ['b'], into: 'c' }, ['“C”: aliases, cues', '“B” was merged into “C”']],
    [{ edit: 'delete', id: 'c', into: null }, ['“C” was deleted']],
  ])('%j', (edit, words) => {
    expect(differences(BOOK, edited(edit).book).map((one) => one.words)).toEqual(words);
  });
  test('nothing, of one version', () => expect(differences(BOOK, BOOK)).toEqual([]));
});

test('whatever is done in whatever order, the tree is whole', () => {
  const next = seeded(20261129);
  for (let round = 0; round < 40; round++) {
    let book = BOOK;
    for (let i = 0; i < 30; i++) {
      const ids = book.influences.map(({ id }) => id);
      const id = `n${round}-${i}`;
      const edit = pick<() => CodebookEdit>(next, [
        () => ({
          edit: 'add',
          id,
          fields: { label: id },
          place: { parent: pick(next, [...ids, null]) },
        }),
        () => ({
          edit: 'place',
          id: pick(next, ids),
          place: { parent: pick(next, [...ids, null]), before: pick(next, [...ids, null]) },
        }),
        () => ({ edit: 'delete', id: pick(next, ids), into: null }),
        () => ({ edit: 'merge', ids: [pick(next, ids), pick(next, ids)], into: pick(next, ids) }),
        () => ({
          edit: 'split',
          id: pick(next, ids),
          parts: [
            { id: `${id}p`, label: `${id} p` },
            { id: `${id}q`, label: `${id} q` },
          ],
          tagsTo: `${id}p`,
        }),
      ])();
      try {
        book = edited(edit, book).book;
      } catch (error) {
        expect(error).toMatchObject({ name: 'Problem' });
      }
      const now = book.influences.map((one) => one.id);
      expect(new Set(now).size).toBe(now.length);
      expect(inTreeOrder(book.influences)).toEqual(book.influences);
      for (const { parent } of book.influences) expect([undefined, ...now]).toContain(parent);
    }
  }
});
