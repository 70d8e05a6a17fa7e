/** What readers are told of a codebook: its rules, what changed between versions, what to check again, and why. */
import { describe, expect, test } from 'vitest';
import {
  applyEdit,
  arrived,
  differences,
  recheckWords,
  toRecheck,
} from '../../../lib/codebook/edit';
import { FIRST_OWN, ownCodebook } from '../../../lib/codebook/own';
import { ruleLines } from '../../../lib/codebook/rule';
import { reasonText } from '../../../lib/codebook/suggest/reason';
import { Codebook, type Influence } from '../../../lib/model';

const AT = '2026-11-29T10:00:00.000Z';
const WHEN = { version: '2', at: AT };

const influence = (id: string, more: Partial<Influence> = {}): Influence => ({
  ...{ id, label: id.toUpperCase(), definition: `About ${id}.` },
  ...{ aliases: [], cues: [], crosswalk: [] },
  ...more,
});

const bookOf = (influences: Influence[], more: Partial<Codebook> = {}): Codebook =>
  Codebook.parse({
    ...{ id: 'own', version: '1', name: 'Own', kind: 'own', builtIn: false, complete: true },
    ...{ source: { citation: 'The reader' }, influences, ...more },
  });

/** What two versions differ in: as `id: words`, those that send tags back with a mark. */
const told = (before: Codebook, after: Codebook) =>
  differences(before, after).map(
    ({ influenceId = '', words, meaning }) => `${influenceId}: ${words}${meaning ? ' !' : ''}`,
  );

describe('the codebook that new influences go to', () => {
  const shipped = { id: 'npt', name: 'NPT', kind: 'mixed', builtIn: true } as const;
  const copy = { id: 'copy', name: 'A copy', kind: 'mixed', builtIn: false } as const;
  const own = { id: 'mine', name: 'Mine', kind: 'own', builtIn: false } as const;

  test.each([
    ['the one made for it, wherever it is', [shipped, copy, own], own],
    ['else the first that is the reader’s', [shipped, copy, { ...copy, id: 'later' }], copy],
    ['else a new one', [shipped], { id: 'own-r1', name: FIRST_OWN.name }],
  ])('%s', (_, inUse, chosen) => {
    expect(ownCodebook(inUse, 'r1')).toEqual(chosen);
  });
});

test('the rule of an influence in lines: what has words, then examples with their papers', () => {
  expect(
    ruleLines(
      influence('a', {
        include: 'Rotas.',
        barrierNote: 'Gaps.',
        examples: [
          { kind: 'best', quote: 'Rotas helped.', paper: 'Holm 2019' },
          { kind: 'near-miss', quote: 'Rotas exist.' },
        ],
      }),
    ),
  ).toEqual([
    { term: 'Include', text: 'Rotas.' },
    { term: 'Barrier', text: 'Gaps.' },
    { term: 'Best example (Holm 2019)', text: 'Rotas helped.', isQuote: true },
    { term: 'Nearest miss', text: 'Rotas exist.', isQuote: true },
  ]);
  expect(ruleLines(influence('a'))).toEqual([]);
});

test('why an influence is suggested, in words', () => {
  const text = 'the role was described to nurses';
  const places = [
    { start: 4, end: 8 },
    { start: 13, end: 22 },
  ];
  expect(reasonText({ source: 'alias', phrase: 'role description', places }, text)).toBe(
    'alias “role description”: “role” … “described”',
  );
  expect(reasonText({ source: 'definition', phrase: '', places: places.slice(0, 1) }, text)).toBe(
    'words of the definition: “role”',
  );
});

describe('what to check again', () => {
  const now = influence('a', { label: 'Rota' });

  test.each([
    [
      { why: 'changed', fields: ['definition'] },
      'The definition has changed since this was tagged.',
    ],
    [
      { why: 'changed', fields: ['definition', 'include'] },
      'The definition and the rule of what to include have changed since this was tagged.',
    ],
    [{ why: 'merged' }, 'It was tagged on an influence that was merged into this one.'],
    [
      { why: 'split' },
      'It was tagged on an influence that was split: does it belong to this part?',
    ],
    [{ why: 'deleted' }, 'It was tagged on an influence that was deleted.'],
    [{ why: 'moved' }, 'It was tagged on an influence of another codebook.'],
    [
      { why: 'neighbour', split: 'Staff' },
      '“Staff”, beside “Rota”, was split since this was tagged.',
    ],
    [{ why: 'gone' }, 'The codebook in use no longer has this influence.'],
  ] as const)('%o', (reason, words) => {
    expect(recheckWords({ reason: reason as never, now })).toBe(words);
  });

  test('an influence that is not there any more is “it”', () => {
    expect(recheckWords({ reason: { why: 'neighbour', split: 'Staff' }, now: undefined })).toBe(
      '“Staff”, beside it, was split since this was tagged.',
    );
  });

  /** Versions named in words, each made from the one before: their names tell no order. */
  const chain = ['spring', 'autumn', 'advent'].map((version, i, all) =>
    bookOf([influence('a', { definition: `As of ${version}.` })], {
      version,
      ...(i > 0 && { basedOn: { id: 'own', version: all[i - 1] as string } }),
    }),
  );
  const why = (codebookVersion: string, inUse: Codebook) =>
    toRecheck([{ codebookId: 'own', codebookVersion, influenceId: 'a' }], [inUse], chain).map(
      ({ reason }) => reason,
    );

  test('a tag of an earlier version is, however many versions lie between', () => {
    const advent = chain[2] as Codebook;
    expect(why('spring', advent)).toEqual([{ why: 'changed', fields: ['definition'] }]);
    expect(why('autumn', advent)).toEqual([{ why: 'changed', fields: ['definition'] }]);
    expect(why('advent', advent)).toEqual([]);
  });

  test('versions that are each made from the other end the search', () => {
    const [one, two] = ['one', 'two'].map((version, i, all) =>
      bookOf([influence('a')], { version, basedOn: { id: 'own', version: all[1 - i] as string } }),
    ) as [Codebook, Codebook];
    const tag = { codebookId: 'own', codebookVersion: 'none', influenceId: 'a' };
    expect(toRecheck([tag], [one], [one, two])).toEqual([]);
  });

  test('a version in between that is not at hand leaves the names to be compared', () => {
    const [spring, , advent] = chain as [Codebook, Codebook, Codebook];
    const tag = { codebookId: 'own', codebookVersion: 'spring', influenceId: 'a' };
    expect(toRecheck([tag], [advent], [spring, advent])).toEqual([]);
    const later = toRecheck([{ ...tag, codebookVersion: 'advent' }], [spring], [spring, advent]);
    expect(later).toMatchObject([{ reason: { why: 'changed' } }]);
  });

  const two = bookOf([influence('a')], { version: '2' });
  test.each<[string, object, object[]]>([
    ['of the version in use', {}, []],
    ['that came from another influence', { recheck: 'merged' }, [{ why: 'merged' }]],
    ['of a codebook that is not in use', { codebookId: 'else' }, []],
    ['of an influence that is gone', { influenceId: 'z' }, [{ why: 'gone' }]],
    ['of one that is gone since', { influenceId: 'z', codebookVersion: '1' }, [{ why: 'gone' }]],
    ['by a coder who is ahead', { influenceId: 'z', codebookVersion: '3' }, []],
  ])('a tag %s', (_, more, wanted) => {
    const tag = { codebookId: 'own', codebookVersion: '2', influenceId: 'a', ...more };
    expect(toRecheck([tag], [two], [two]).map(({ reason }) => reason)).toEqual(wanted);
  });

  const beside = (version: string, at: string): Influence['origins'] => [
    { how: 'split', from: [{ codebookId: 'own', influenceId: 's', label: 'Staff' }], version, at },
  ];
  const taggedUnder1 = { codebookId: 'own', codebookVersion: '1', influenceId: 'a' };
  const reasons = (...influences: Influence[]) =>
    toRecheck([taggedUnder1], [bookOf(influences, { version: '2' })], []).map(
      ({ reason }) => reason,
    );

  test('tags of several reasons, each with its own', () => {
    const tag = { codebookId: 'own', codebookVersion: '2', influenceId: 'a' };
    const tags = [tag, { ...tag, recheck: 'merged' as const }, { ...tag, influenceId: 'z' }, tag];
    const found = toRecheck(tags, [two], [two]).map((one) => [one.tag, one.reason]);
    expect(found).toEqual([
      [tags[1], { why: 'merged' }],
      [tags[2], { why: 'gone' }],
    ]);
  });

  test('a version that none was made from is later by its name only', () => {
    const made = bookOf([], { version: 'b', basedOn: { id: 'own', version: 'a' } });
    const tag = (codebookVersion: string) => ({
      codebookId: 'own',
      codebookVersion,
      influenceId: 'a',
    });
    const why = (version: string) => toRecheck([tag(version)], [made], [made]).length;
    expect(['a', 'aa', 'c'].map(why)).toEqual([1, 1, 0]);
  });

  test('a split that does not name what was split is called by its part', () => {
    const nameless: Influence['origins'] = [{ how: 'split', from: [], version: '2', at: AT }];
    expect(reasons(influence('a'), influence('p', { origins: nameless }))).toEqual([
      { why: 'neighbour', split: 'P' },
    ]);
  });

  test('what is beside a split, unless it is a part of it', () => {
    const part = influence('p', { origins: beside('2', AT) });
    expect(reasons(influence('a'), part)).toEqual([{ why: 'neighbour', split: 'Staff' }]);
    expect(reasons(influence('a', { origins: beside('2', AT) }), part)).toEqual([]);
    // It was renamed after the split, or renamed alone.
    const renamed: Influence['origins'] = [
      {
        how: 'renamed',
        from: [{ codebookId: 'own', influenceId: 'p', label: 'Pa' }],
        version: '2',
        at: AT,
      },
    ];
    const later = influence('p', { origins: [...(beside('2', AT) ?? []), ...renamed] });
    expect(reasons(influence('a'), later)).toEqual([{ why: 'neighbour', split: 'Staff' }]);
    expect(reasons(influence('a'), influence('p', { origins: renamed }))).toEqual([]);
    // Another split, at another time.
    const other = beside('2', '2026-11-30T10:00:00.000Z');
    expect(reasons(influence('a', { origins: other }), part)).toHaveLength(1);
    // It was split before the tag was made.
    expect(reasons(influence('a'), influence('p', { origins: beside('1', AT) }))).toEqual([]);
  });
});

describe('what differs between two versions', () => {
  const a = influence('a');

  test.each<[string, Partial<Influence>, Partial<Influence>, string[]]>([
    ['a label', {}, { label: 'Rota' }, ['a: “A” is called “Rota”']],
    ['a definition', {}, { definition: 'Else.' }, ['a: “A” has another definition !']],
    ['a rule more', {}, { include: 'Rotas.' }, ['a: “A” has a rule of what to include !']],
    ['a rule less', { exclude: 'X' }, {}, ['a: “A” has lost its rule of what to exclude !']],
    ['a group', {}, { group: 'One' }, ['a: “A” is in the group “One”']],
    ['no group', { group: 'One' }, {}, ['a: “A” is in the group “none”']],
    ['form', {}, { code: 'A1', cues: ['bee'] }, ['a: “A”: code, cues']],
  ])('%s', (_, before, after, lines) => {
    expect(told(bookOf([{ ...a, ...before }]), bookOf([{ ...a, ...after }]))).toEqual(lines);
  });

  test('the name of the codebook, which changes no meaning', () => {
    expect(told(bookOf([a]), bookOf([a], { name: 'Ours' }))).toEqual([
      ': The codebook “Own” is called “Ours”',
    ]);
  });

  test('where an influence is', () => {
    const b = influence('b');
    const under = bookOf([b, { ...a, parent: 'b' }]);
    expect(told(bookOf([b, a]), under)).toEqual(['a: “A” is under “B”']);
    expect(told(under, bookOf([b, a]))).toEqual(['a: “A” is at the top']);
  });

  test('one that is moved changes no order', () => {
    const [b, c] = [influence('b'), influence('c')];
    const under = bookOf([b, c, { ...a, parent: 'c' }]);
    expect(told(bookOf([a, b, c]), under)).toEqual(['a: “A” is under “C”']);
    expect(told(bookOf([a, b, c]), bookOf([b, a, c]))).toEqual([': The order of the influences']);
  });

  test('what has gone without a word', () => {
    expect(told(bookOf([a, influence('b')]), bookOf([a]))).toEqual(['b: “B” is gone !']);
  });

  const book = bookOf([a, influence('b'), influence('c')]);
  const edited = (edit: Parameters<typeof applyEdit>[1], from = book) =>
    applyEdit(from, edit, WHEN).book;

  test.each([
    ['new', { edit: 'add', id: 'd', fields: { label: 'D' } }, ['d: “D” is new']],
    [
      'split',
      {
        edit: 'split',
        id: 'b',
        parts: [
          { id: 'p', label: 'P' },
          { id: 'q', label: 'Q' },
        ],
        tagsTo: 'p',
      },
      ['p: “P” was split off “B”', 'q: “Q” was split off “B”', 'b: “B” was split into “P”, “Q” !'],
    ],
    ['merged', { edit: 'merge', ids: ['b'], into: 'c' }, ['b: “B” was merged into “C” !']],
    ['moved', { edit: 'move-out', id: 'b', to: 'x' }, ['b: “B” was moved to another codebook !']],
    ['deleted', { edit: 'delete', id: 'b', into: null }, ['b: “B” was deleted !']],
    [
      'deleted, with its tags kept',
      { edit: 'delete', id: 'b', into: { codebookId: 'own', influenceId: 'c' } },
      ['b: “B” was deleted; its tags went to “C” !'],
    ],
  ] as const)('%s', (_, edit, lines) => {
    expect(
      told(book, edited(edit as never)).filter((line) => !line.endsWith(': “C”: aliases')),
    ).toEqual(lines);
  });

  test('what came and went in between is not told, but for a split', () => {
    const added = edited({ edit: 'add', id: 'd', fields: { label: 'D' } });
    const parts = [
      { id: 'p', label: 'P' },
      { id: 'q', label: 'Q' },
    ];
    expect(told(book, edited({ edit: 'delete', id: 'd', into: null }, added))).toEqual([]);
    const split = edited({ edit: 'split', id: 'd', parts, tagsTo: 'p' }, added);
    expect(told(book, split)).toContain('d: “D” was split into “P”, “Q” !');
    // What went before the earlier version is no news.
    const gone = edited({ edit: 'delete', id: 'b', into: null });
    expect(told(gone, { ...gone, version: '3' })).toEqual([]);
  });

  test('what came from another codebook', () => {
    const moved = arrived(book, influence('m'), { ...book, id: 'x' }, WHEN);
    expect(told(book, moved)).toEqual(['m: “M” came from another codebook']);
    expect(() => arrived(book, influence('a'), { ...book, id: 'x' }, WHEN)).toThrow(
      'has an influence of this id already',
    );
  });
});

describe('what an edit keeps', () => {
  test('merging joins examples, and makes none', () => {
    const with_ = (id: string, quote: string) =>
      influence(id, { examples: [{ kind: 'best', quote }] });
    const merged = (...influences: Influence[]) =>
      applyEdit(bookOf(influences), { edit: 'merge', ids: ['b'], into: 'a' }, WHEN).book
        .influences[0]?.examples;
    expect(merged(with_('a', 'one'), with_('b', 'two'))?.map(({ quote }) => quote)).toEqual([
      'one',
      'two',
    ]);
    expect(merged(influence('a'), with_('b', 'two'))).toHaveLength(1);
    expect(merged(influence('a'), influence('b'))).toBeUndefined();
  });

  test('the parts of a split have its place, group and level', () => {
    const whole = influence('w', { parent: 'a', group: 'One', level: 'inner' as never });
    const parts = [
      { id: 'p', label: 'P' },
      { id: 'w2', label: 'Q' },
    ];
    const { influences } = applyEdit(
      { ...bookOf([influence('a', { group: 'One' })]), influences: [influence('a'), whole] },
      { edit: 'split', id: 'w', parts, tagsTo: 'p' },
      WHEN,
    ).book;
    for (const id of ['p', 'w2'])
      expect(influences.find((one) => one.id === id)).toMatchObject({
        parent: 'a',
        group: 'One',
        level: 'inner',
      });
    const twice = [
      { id: 'a', label: 'P' },
      { id: 'q', label: 'Q' },
    ];
    expect(() =>
      applyEdit(
        bookOf([influence('a'), influence('w')]),
        { edit: 'split', id: 'w', parts: twice, tagsTo: 'a' },
        WHEN,
      ),
    ).toThrow('Two influences have one id');
  });

  test('what is below an influence goes with it into another group, or out of all', () => {
    const book = bookOf([
      influence('a', { group: 'One' }),
      influence('a1', { parent: 'a', group: 'One' }),
      influence('b', { group: 'One' }),
    ]);
    const groups = (group: string | null) =>
      applyEdit(
        book,
        { edit: 'change', id: 'a', fields: { group } as never },
        WHEN,
      ).book.influences.map((one) => one.group);
    expect(groups('Two')).toEqual(['Two', 'Two', 'One']);
    expect(groups(null)).toEqual([undefined, undefined, 'One']);
  });
});
