/** The reading list as lines: what a search and filters find, in which order and groups, and what the address keeps of it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { findPapers } from '../../../entrypoints/workspace/rooms/papers/find-papers';
import {
  askedOfList,
  isNarrowed,
  SORTS,
  type Sort,
} from '../../../entrypoints/workspace/rooms/papers/list-address';
import { itemsOf, linesDrawn } from '../../../entrypoints/workspace/rooms/papers/list-items';
import {
  type PaperLines,
  paperLines,
} from '../../../entrypoints/workspace/rooms/papers/paper-lines';
import { duplicatesOf } from '../../../entrypoints/workspace/rooms/papers/use-list';
import { optionsOf } from '../../../entrypoints/workspace/rooms/statements/facets';
import { turned } from '../../../entrypoints/workspace/rooms/statements/use-selection';
import { type EntryChange, type PaperFacts, runThrough } from '../../../lib/model';
import {
  addPaper,
  changeEntries,
  ensureReview,
  notOneStudy,
  putInFamily,
  readingList,
  saveTag,
  timesCited,
} from '../../../lib/store';
import { emptyStore, facts, newTag, page } from '../store/support';

beforeEach(emptyStore);

const pageOf = (name: string, more: Partial<PaperFacts> = {}) =>
  page(`https://${name}.example/1`, { ...facts(`10.5555/${name}`, `Title ${name}`), ...more });

/** A list of papers of these names, the last one added first, and what is noted of some of them. */
async function list(
  papers: Readonly<Record<string, Partial<PaperFacts>>>,
  entries: Readonly<Record<string, EntryChange>> = {},
): Promise<{ reviewId: string; ids: Record<string, string>; read: () => Promise<PaperLines> }> {
  const { id } = await ensureReview();
  const ids: Record<string, string> = {};
  for (const [name, more] of Object.entries(papers))
    ids[name] = (await addPaper(pageOf(name, more), id, {})).paper.id;
  for (const [name, change] of Object.entries(entries))
    await changeEntries(id, [ids[name] ?? ''], change);
  return { reviewId: id, ids, read: async () => runThrough(paperLines(await readingList(id))) };
}

/** What an address finds, by the last letter of the titles. */
const found = (lines: PaperLines, address: string, cited?: ReadonlyMap<string, number>) =>
  runThrough(findPapers(lines, askedOfList(new URLSearchParams(address)), cited));
const names = (lines: PaperLines, address: string, cited?: ReadonlyMap<string, number>) =>
  found(lines, address, cited)
    .lines.map(({ paper }) => paper.title?.at(-1))
    .join('');

describe('a search', () => {
  test.each(['muller', 'MÜLLER', 'Mu\u0308ller strasse', 'straße 10.5555/a', ' '])(
    'finds a paper by “%s”, whatever case and accents are typed',
    async (find) => {
      const authors = [{ family: 'Müller', given: 'A.' }];
      const { read } = await list({ a: { title: 'Die Straße', authors } });
      const lines = await read();
      const count = (search: string) =>
        found(lines, new URLSearchParams({ find: search }).toString()).lines.length;
      expect([count(find), count('mullert')]).toEqual([1, 0]);
    },
  );
});

const SOME = {
  a: { year: 2019, notices: [{ kind: 'retraction' as const, text: 'Retracted' }] },
  b: { year: 2021 },
  c: {},
  d: { year: 2021 },
};
const ENTRIES: Record<string, EntryChange> = {
  a: { priority: 'low', addLabels: ['RCT', 'Wales'], progress: 'read' },
  b: { priority: 'high', addLabels: ['RCT'], eligibility: 'included' },
  c: { eligibility: 'excluded', exclusionReason: 'no peers', progress: 'read' },
  d: { eligibility: 'excluded' },
};

test.each<[string, string]>([
  ['', 'dcba'],
  ['progress=read', 'a'],
  // Excluded papers need not be read: their progress is asked for by asking for them.
  ['progress=read&eligibility=excluded', 'c'],
  ['eligibility=excluded', 'dc'],
  ['eligibility=excluded&eligibility=included', 'dcb'],
  ['priority=high', 'b'],
  ['priority=high&priority=low', 'ba'],
  ['priority=', 'dc'],
  ['label=RCT', 'ba'],
  ['label=RCT&label=Wales', 'ba'],
  ['label=Wales&priority=high', ''],
  ['label=', 'dc'],
  ['reason=no+peers', 'c'],
  ['reason=', 'd'],
  ['notice=retraction', 'a'],
  ['notice=', 'dcb'],
  ['record=known', 'dcba'],
  ['record=ids', ''],
  ['label=gone', ''],
  ['find=2021', 'db'],
  ['sort=title', 'abcd'],
  ['sort=year', 'dbac'],
  ['sort=priority', 'badc'],
  ['sort=nothing', 'dcba'],
])('“%s” shows %s', async (address, want) => {
  const { read } = await list(SOME, ENTRIES);
  expect(names(await read(), address)).toBe(want);
});

test('beside each value is how many papers choosing it, and nothing else of its filter, would show', async () => {
  const { read } = await list(SOME, ENTRIES);
  const lines = await read();
  const counts = (address: string, id: string) => {
    const { chosen } = askedOfList(new URLSearchParams(address));
    const { counted } = found(lines, address);
    return optionsOf(id, lines.table, counted, chosen).map(({ text, count }) => `${text} ${count}`);
  };
  expect(counts('', 'eligibility')).toEqual(['Undecided 1', 'Included 1', 'Excluded 2']);
  expect(counts('eligibility=included', 'eligibility')).toEqual([
    ...['Undecided 1', 'Included 1', 'Excluded 2'],
  ]);
  expect(counts('eligibility=included', 'label')).toEqual(['RCT 1', 'Wales 0', 'no label 0']);
  expect(counts('', 'progress')).toEqual(['To read 1', 'Read 1']);
  expect(counts('', 'reason')).toEqual(['no peers 1', 'no reason given 1']);
});

describe('sorted', () => {
  const authors = (family: string) => ({ authors: [{ family }] });
  test('by first author, those without one last; by title among them', async () => {
    const { read } = await list({
      ...{ a: authors('Öz'), b: authors('Adams'), c: { authors: [] }, d: authors('adams') },
    });
    expect(names(await read(), 'sort=author')).toBe('bdac');
  });

  test('by tags, and by how many papers of the review cite it', async () => {
    const { read, ids, reviewId } = await list({ a: {}, b: {}, c: {} });
    const cites = [{ label: '1', text: 'A work.', doi: '10.5555/c' }];
    for (const [name, quote] of [
      ['a', 'One.'],
      ['b', 'Two.'],
      ['b', 'Three.'],
    ] as const)
      await saveTag(newTag({ on: pageOf(name), quote, statement: { cites } }));
    const cited = await timesCited(reviewId);
    expect(cited).toEqual(new Map([[ids.c, 2]]));
    const lines = await read();
    expect(names(lines, 'sort=tags')).toBe('bac');
    expect(names(lines, 'sort=cited', cited)).toBe('cba');
  });

  test('by every order that the menu has, none is lost', async () => {
    const { read } = await list(SOME, ENTRIES);
    const lines = await read();
    for (const { id } of SORTS satisfies readonly { id: Sort }[])
      expect([...names(lines, `sort=${id}`)].sort().join('')).toBe('abcd');
  });
});

describe('groups', () => {
  test.each([
    ['label', ['RCT: ba', 'Wales: a', 'No label: dc']],
    ['priority', ['High: b', 'Low: a', 'No priority: dc']],
    ['eligibility', ['Undecided: a', 'Included: b', 'Excluded: dc']],
    ['progress', ['To read: db', 'Read: ca']],
    ['year', ['2021: db', '2019: a', 'No year: c']],
  ])('by %s', async (group, want) => {
    const { read } = await list(SOME, ENTRIES);
    const asked = askedOfList(new URLSearchParams({ group }));
    const items = itemsOf(runThrough(findPapers(await read(), asked)).lines, asked.group);
    const shown: string[] = [];
    for (const item of items) {
      if (item.kind === 'group') shown.push(`${item.name}: `);
      else shown[shown.length - 1] += item.line.paper.title?.at(-1) ?? '';
    }
    expect(shown).toEqual(want);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  });
});

test.each([
  ['', false],
  ['sort=title&group=year', false],
  ['find=x', true],
  ['label=', true],
  ['study=1', true],
])('“%s” narrows the list: %s', (address, want) => {
  expect(isNarrowed(askedOfList(new URLSearchParams(address)))).toBe(want);
});

describe('two papers that may be one work', () => {
  const TITLE = 'What peer workers say about supervision';
  const byPmid: Partial<PaperFacts> = { doi: undefined, pmid: '7', title: TITLE, year: 2020 };
  const pairs = async (read: () => Promise<PaperLines>) =>
    runThrough(duplicatesOf(await read())).map(({ isSure }) => isSure);

  test.each<[string, Partial<PaperFacts>, Partial<PaperFacts>, boolean[]]>([
    ['DOI and PMID, one title, year and author', { title: TITLE, year: 2020 }, byPmid, [true]],
    ['years apart', { title: TITLE, year: 2012 }, byPmid, []],
    ['another author', { title: TITLE, year: 2020, authors: [{ family: 'Lee' }] }, byPmid, []],
    ['no year to compare', { title: TITLE }, byPmid, [false]],
    ['two DOIs', { title: TITLE, year: 2020 }, { title: TITLE, year: 2020 }, []],
    ['two titles', {}, byPmid, []],
  ])('%s', async (_, a, b, want) => {
    const { read } = await list({ a, b });
    expect(await pairs(read)).toEqual(want);
  });

  test('are no longer shown once the reader has said that they are not, or one study', async () => {
    const { read, reviewId, ids } = await list({ a: { title: TITLE, year: 2020 }, b: byPmid });
    const { a = '', b = '' } = ids;
    expect(await pairs(read)).toHaveLength(1);
    await notOneStudy(reviewId, a, b);
    expect(await pairs(read)).toEqual([]);
    await emptyStore();
    const again = await list({ a: { title: TITLE, year: 2020 }, b: byPmid });
    await putInFamily(again.reviewId, Object.values(again.ids));
    expect(await pairs(again.read)).toEqual([]);
  });
});

test('a range goes through the rows as they are drawn in groups, each paper once', async () => {
  const { read, ids } = await list(
    { a: {}, b: {}, c: {}, d: {} },
    {
      a: { progress: 'read' },
      b: { progress: 'to-read', addLabels: ['x', 'y'] },
      c: { progress: 'read' },
      d: { progress: 'to-read' },
    },
  );
  const { lines } = found(await read(), 'sort=title');
  const drawn = (group: 'progress' | 'label') =>
    linesDrawn(itemsOf(lines, group)).map(({ paper }) => paper.id);
  const named = (some: Iterable<string>) =>
    [...some].map((id) => Object.keys(ids).find((name) => ids[name] === id)).join('');
  // Drawn: b, d, then a, c.
  const shown = drawn('progress');
  const first = turned({ ids: new Set(), last: null }, shown, ids.b ?? '', false);
  expect(named(turned(first, shown, ids.d ?? '', true).ids)).toBe('bd');
  expect(named(turned(first, shown, ids.a ?? '', true).ids)).toBe('bda');
  expect(named(drawn('label')).length).toBe(4);
});
