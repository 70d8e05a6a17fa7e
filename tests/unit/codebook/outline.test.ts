/** The order in which a codebook is read: each group once, what is under an influence with it, names said once. */
import { describe, expect, it, test } from 'vitest';
import { treeRows } from '../../../entrypoints/workspace/rooms/codebooks/editor/tree-rows';
import { allShipped } from '../../../lib/codebook';
import { headOf, inGroupOrder, outlineOf, placeOf } from '../../../lib/codebook/outline';
import type { Influence } from '../../../lib/model';
import { ownCodebook } from '../../support/own-codebook';

type Given = Partial<Pick<Influence, 'label' | 'group' | 'level' | 'parent'>>;
const influences = (given: Readonly<Record<string, Given>>): Influence[] =>
  Object.entries(given).map(([id, one]) => ({
    ...{ id, label: id, definition: '', aliases: [], cues: [], crosswalk: [], ...one },
  }));
const drawn = (some: readonly Influence[]) =>
  outlineOf(some).map(
    ({ name, influences }) => `${name}: ${influences.map(({ id }) => id).join(' ')}`,
  );

describe('the groups of a codebook', () => {
  it.each<[string, Record<string, Given>, string[]]>([
    [
      'are each in one place, where they are first',
      { a: { group: 'One' }, b: { group: 'Two' }, c: { group: 'One' } },
      ['One: a c', 'Two: b'],
    ],
    [
      'take along what is under an influence, whatever group that names',
      {
        a: { group: 'One' },
        b: { group: 'Two' },
        a1: { parent: 'a', group: 'Two' },
        a2: { parent: 'a' },
      },
      ['One: a a1 a2', 'Two: b'],
    ],
    [
      'leave those without one together',
      { a: {}, b: { group: 'Two' }, c: {} },
      [': a c', 'Two: b'],
    ],
    [
      'hold one whose broader influence is not there, and a circle',
      { a: { parent: 'gone', group: 'One' }, b: { parent: 'c' }, c: { parent: 'b' } },
      ['One: a', ': b c'],
    ],
    ['are none of an empty codebook', {}, []],
  ])('%s', (_, given, wanted) => {
    expect(drawn(influences(given))).toEqual(wanted);
  });

  test('lose and repeat no influence of any codebook that Bearing ships', async () => {
    const books = await allShipped();
    expect(books.length).toBe(17);
    for (const book of books) {
      const ordered = inGroupOrder(book.influences).map(({ id }) => id);
      expect(ordered.toSorted(), book.id).toEqual(book.influences.map(({ id }) => id).toSorted());
      const names = outlineOf(book.influences).map(({ name }) => name);
      expect(new Set(names).size, book.id).toBe(names.length);
    }
  });
});

describe('a group that is one of its influences', () => {
  it.each<[string, Record<string, Given>, string | undefined]>([
    ['has all others under it', { a: { label: 'One', group: 'One' }, b: { parent: 'a' } }, 'a'],
    ['is alone in it', { a: { label: 'one ', group: 'One' } }, 'a'],
    [
      'is not one beside others',
      { a: { label: 'One', group: 'One' }, b: { group: 'One' } },
      undefined,
    ],
    ['is not one of another name', { a: { group: 'One' }, b: { parent: 'a' } }, undefined],
  ])('%s', (_, given, wanted) => {
    const [first] = outlineOf(influences(given));
    expect(first && headOf(first)?.id).toBe(wanted);
  });
});

describe('where an influence is, in words', () => {
  it.each<[Given, string]>([
    [{ label: 'Pay', group: 'Resources', level: 'meso' }, 'Resources, meso'],
    [{ label: 'Resources', group: 'Resources', level: 'meso' }, 'meso'],
    [{ label: 'Pay', group: 'Innovation', level: 'innovation' }, 'Innovation'],
    [{ label: 'Facilitation', group: 'Facilitation', level: 'Facilitation' }, ''],
    [{ label: 'Pay' }, ''],
  ])('%j is %j', (given, wanted) => {
    const [one] = influences({ a: given });
    expect(one && placeOf(one)).toBe(wanted);
  });
});

describe('the editor', () => {
  const headings = (given: Influence[]) =>
    treeRows({ ...ownCodebook({ version: '1' }, {}), influences: given }, new Set()).flatMap(
      ({ group, influence }) => (group === undefined ? [] : `${group} > ${influence.id}`),
    );

  it('prints each group of a shipped codebook once', async () => {
    for (const book of await allShipped()) {
      const found = headings(book.influences).map((one) => one.split(' > ')[0]);
      expect(new Set(found).size, `${book.id}: ${found}`).toBe(found.length);
    }
  });

  it('prints a group that is an influence as that influence only', () => {
    const given = {
      ...{ a: { label: 'One', group: 'One' }, a1: { parent: 'a', group: 'One' } },
      ...{ b: { group: 'Two' }, c: {} },
    };
    expect(headings(influences(given))).toEqual(['Two > b', ' > c']);
  });
});
