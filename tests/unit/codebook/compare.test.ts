/** Two codebooks side by side, and how deep influences are nested. */
import { describe, expect, it } from 'vitest';
import { allShipped, compareCodebooks, depthsOf } from '../../../lib/codebook';
import type { Codebook, Influence } from '../../../lib/model';

const influence = (id: string, more: Partial<Influence> = {}): Influence => ({
  ...{ id, label: id, definition: '', aliases: [], cues: [], crosswalk: [] },
  ...more,
});
const book = (id: string, influences: Influence[], version = '1'): Codebook => ({
  ...{ id, name: id, version, kind: 'own', builtIn: false },
  ...{ compiled: false, complete: true, source: { citation: '' }, influences },
});
const ids = (list: readonly Influence[]) => list.map(({ id }) => id);
const shown = (left: Codebook, right: Codebook) => {
  const { alike, onlyLeft, onlyRight } = compareCodebooks(left, right);
  const pairs = alike.map((row) => [row.left.id, ...ids(row.right)]);
  return { alike: pairs, onlyLeft: ids(onlyLeft), onlyRight: ids(onlyRight) };
};

const A = book('A', [
  influence('a1', { crosswalk: ['b2', 'c1'] }),
  influence('a2'),
  influence('a3'),
]);
const B = book('B', [
  influence('b1'),
  influence('b2'),
  influence('b3', { crosswalk: ['a1', 'a2'] }),
]);

describe('two codebooks', () => {
  it.each<[string, Codebook, Codebook, ReturnType<typeof shown>]>([
    [
      'are compared by the crosswalks of both',
      A,
      B,
      {
        alike: [
          ['a1', 'b2', 'b3'],
          ['a2', 'b3'],
        ],
        onlyLeft: ['a3'],
        onlyRight: ['b1'],
      },
    ],
    [
      'the other way round as well',
      B,
      A,
      {
        alike: [
          ['b2', 'a1'],
          ['b3', 'a1', 'a2'],
        ],
        onlyLeft: ['b1'],
        onlyRight: ['a3'],
      },
    ],
    [
      'without a crosswalk have nothing alike',
      book('X', [influence('x')]),
      book('Y', [influence('y')]),
      { alike: [], onlyLeft: ['x'], onlyRight: ['y'] },
    ],
    [
      'that are versions of one have alike what has one id',
      book('A', [influence('kept'), influence('old')]),
      book('A', [influence('new'), influence('kept')], '2'),
      { alike: [['kept', 'kept']], onlyLeft: ['old'], onlyRight: ['new'] },
    ],
  ])('%s', (_, left, right, wanted) => {
    expect(shown(left, right)).toEqual(wanted);
  });

  it('lose no influence between them, whichever of Bearing’s own they are', async () => {
    const all = await allShipped();
    for (const left of all)
      for (const right of all) {
        const { alike, onlyLeft, onlyRight } = compareCodebooks(left, right);
        expect(alike.length + onlyLeft.length).toBe(left.influences.length);
        const matched = new Set(alike.flatMap((row) => row.right));
        expect(matched.size + onlyRight.length).toBe(right.influences.length);
      }
  });
});

describe('how deep an influence is', () => {
  it.each<[string, Influence[], [string, number][]]>([
    [
      'by its parents, whatever the order',
      [influence('c', { parent: 'b' }), influence('a'), influence('b', { parent: 'a' })],
      [
        ['a', 0],
        ['b', 1],
        ['c', 2],
      ],
    ],
    [
      'of a parent that is not there: as if it had none',
      [influence('a', { parent: 'gone' }), influence('b', { parent: 'a' })],
      [
        ['a', 0],
        ['b', 1],
      ],
    ],
    ['of itself: as if it had none', [influence('a', { parent: 'a' })], [['a', 0]]],
  ])('%s', (_, influences, wanted) => {
    expect([...depthsOf({ influences })].sort()).toEqual(wanted);
  });

  it('of 2,000 in a circle or in a line ends', () => {
    const line = (last: Partial<Influence>) =>
      Array.from({ length: 2_000 }, (_, i) => influence(`${i}`, i ? { parent: `${i - 1}` } : last));
    expect(Math.max(...depthsOf({ influences: line({}) }).values())).toBe(1_999);
    expect(depthsOf({ influences: line({ parent: '1999' }) }).size).toBe(2_000);
    expect(depthsOf({ influences: line({ parent: '1999' }).reverse() }).size).toBe(2_000);
  });
});
