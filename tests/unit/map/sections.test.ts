/** The map's rows under the groups of their codebooks: in the codebook's order, each group and each name once. */
import { describe, expect, it, test } from 'vitest';
import { allShipped, influencesOf } from '../../../lib/codebook';
import {
  buildMap,
  firstRows,
  influencesToCount,
  type MapSection,
  mapSections,
  spanSeveralCodebooks,
} from '../../../lib/map';
import type { Codebook, Influence, Tag } from '../../../lib/model';
import { ownCodebook } from '../../support/own-codebook';
import { REVIEW, reviewPaper, tag } from './records';

type Given = Partial<Pick<Influence, 'label' | 'group' | 'level' | 'parent'>>;
function book(given: Readonly<Record<string, Given>>, id = 'cb', version = '1'): Codebook {
  return {
    ...ownCodebook({ id, version }, {}),
    influences: Object.entries(given).map(([key, one]) => ({
      ...{ id: key, label: key, definition: '', aliases: [], cues: [], crosswalk: [], ...one },
    })),
  };
}

const mapOf = (books: readonly Codebook[], tags: readonly Tag[] = []) =>
  buildMap(
    {
      ...{ reviewId: REVIEW, reviewPapers: [reviewPaper(1), reviewPaper(2), reviewPaper(3)], tags },
      influences: influencesToCount(influencesOf(books)),
    },
    { denominator: 'all', secondHand: false, rollUp: true },
  );

/** "Codebook / Group (level): row, >row below [its level]", "*" before a row that is its section's heading. */
const drawn = (sections: readonly MapSection[]) =>
  sections.map(({ book: name, heading, level, rows }) => {
    const shown = rows.map(
      (one) =>
        `${one.isHead ? '*' : ''}${'>'.repeat(one.depth)}${one.row.influenceId}${one.level ? ` [${one.level}]` : ''}`,
    );
    const head = `${heading ?? ''}${level ? ` (${level})` : ''}`;
    return `${name ? `${name.name} / ` : ''}${head}: ${shown.join(', ')}`;
  });
function sections(
  books: readonly Codebook[],
  tags: readonly Tag[] = [],
  keep = (_: string) => true,
) {
  const { rows } = mapOf(books, tags);
  const shown = rows.filter(({ influenceId }) => keep(influenceId));
  return drawn(mapSections(shown, influencesOf(books), spanSeveralCodebooks(rows)));
}

describe('a codebook', () => {
  const flat = { a: {}, b: {}, c: {} };
  const nested = {
    ...{ D: { label: 'Domain', group: 'Domain' }, d1: { parent: 'D' }, d2: { parent: 'd1' } },
    e: { group: 'Other' },
  };
  it.each<[string, Record<string, Given>, string[]]>([
    ['without groups is as it was: by papers', flat, [': c, a, b']],
    [
      'with groups has each once, in its order, with the level that all of it have',
      {
        ...{ a: { group: 'One', level: 'meso' }, b: { group: 'Two', level: 'macro' } },
        ...{ c: { group: 'One', level: 'meso' } },
      },
      ['One (meso): a, c', 'Two (macro): b'],
    ],
    [
      'whose groups are of several levels has them by row',
      {
        a: { group: 'One', level: 'meso' },
        b: { group: 'One', level: 'macro' },
        c: { group: 'One' },
      },
      ['One: a [meso], b [macro], c'],
    ],
    [
      'whose levels are its groups has them once',
      { a: { group: 'Outer setting', level: 'Outer Setting' } },
      ['Outer setting: a'],
    ],
    [
      'with levels only has these as groups',
      { a: { level: 'meso' }, b: { level: 'macro' }, c: { level: 'meso' } },
      ['meso: a, c', 'macro: b'],
    ],
    [
      'with broader influences only is a tree, in its order',
      { a: {}, b: {}, c: { parent: 'a' } },
      [': a, >c, b'],
    ],
    ['has a group that is an influence once', nested, [': *D, >d1, >>d2', 'Other: e']],
    [
      'has an influence called like its group beside others under the group',
      { a: { label: 'One', group: 'One' }, b: { group: 'One' } },
      ['One: a, b'],
    ],
  ])('%s', (_, given, wanted) => {
    const tags = [tag(1, 1, 'c', 'supporting'), tag(2, 1, 'c', 'supporting')];
    expect(sections([book(given)], 'c' in given ? tags : [])).toEqual(wanted);
  });

  it('of which only some rows are shown keeps their heading, and sets in what is under a shown one', () => {
    expect(sections([book(nested)], [], (id) => id === 'd2')).toEqual(['Domain: d2']);
    expect(sections([book(nested)], [], (id) => id.startsWith('d'))).toEqual(['Domain: d1, >d2']);
  });
});

test('each of several codebooks is named once, in the order of the review', () => {
  const books = [book({ a: { group: 'One' }, b: { group: 'Two' } }), book({ c: {} }, 'second')];
  expect(sections(books)).toEqual(['Codebook cb / One: a', 'Two: b', 'Codebook second / : c']);
  expect(sections(books, [], (id) => id === 'b')).toEqual(['Codebook cb / Two: b']);
});

test('what no codebook at hand has comes last, and an earlier version’s influence in its own group', () => {
  const books = [
    book({ a: { group: 'One' }, b: { group: 'Two' } }, 'cb', '2'),
    book({ old: { group: 'One' } }, 'cb', '1'),
  ];
  expect(sections(books, [tag(1, 1, 'lost', 'supporting')])).toEqual([
    'One: a, old',
    'Two: b',
    ': lost',
  ]);
});

test('of every codebook that Bearing ships all rows are shown, each once, and no heading twice', async () => {
  const books = await allShipped();
  for (const one of books) {
    const { rows } = mapOf([one]);
    const found = mapSections(rows, influencesOf([one]), false);
    const keys = found.flatMap((section) => section.rows.map(({ row }) => row.key));
    expect(keys.toSorted(), one.id).toEqual(rows.map(({ key }) => key).toSorted());
    const names = found.flatMap(({ heading }) => heading ?? []);
    expect(new Set(names).size, one.id).toBe(names.length);
    const heads = found.flatMap((section) => section.rows.filter(({ isHead }) => isHead));
    const labels = heads.map(({ row }) => row.label.toLowerCase());
    for (const name of names) expect(labels).not.toContain(name.toLowerCase());
  }
  expect(books).toHaveLength(17);
});

describe('the first rows', () => {
  const books = [book({ a: {}, a1: { parent: 'a' }, a2: { parent: 'a1' }, b: {} })];
  const first = (most: number) => {
    const { rows } = mapOf(books, [tag(1, 1, 'a2', 'supporting'), tag(2, 1, 'b', 'supporting')]);
    // As the popup has them, by the number of papers; here the narrowest comes first of those with one.
    const narrowFirst = [...rows].sort((x, y) => y.influenceId.length - x.influenceId.length);
    return firstRows(narrowFirst, influencesOf(books), most).map(({ influenceId }) => influenceId);
  };

  it.each([
    [4, ['a', 'a1', 'a2', 'b']],
    [3, ['a', 'a1', 'a2']],
    [2, ['a', 'a1']],
    [0, []],
  ])('%i of them come each after what they are under', (most, wanted) => {
    expect(first(most)).toEqual(wanted);
  });
});
