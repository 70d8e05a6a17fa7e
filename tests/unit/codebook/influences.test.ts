/** Every influence has a name of its own, on every surface and in every file. */
import { describe, expect, it } from 'vitest';
import {
  allShipped,
  builtInCodebooks,
  influencesOf,
  searchInfluences,
} from '../../../lib/codebook';
import type { Codebook, Influence } from '../../../lib/model';

const influence = (id: string, label: string, more: Partial<Influence> = {}): Influence => ({
  ...{ id, label, definition: '', aliases: [], cues: [], crosswalk: [] },
  ...more,
});
const book = (id: string, influences: Influence[], more: Partial<Codebook> = {}): Codebook => ({
  ...{ id, name: `Book ${id}`, version: '1', kind: 'own', builtIn: false },
  ...{ compiled: false, complete: true, source: { citation: '' }, influences },
  ...more,
});
const labels = (...books: Codebook[]) => influencesOf(books).all.map(({ label }) => label);

const child = (id: string, parent: string) => influence(id, 'Deliverers', { parent });
/** Four equal labels, of which the last two have equal parents too. */
const deep = book('deep', [
  influence('a', 'Engaging', { group: 'Process' }),
  influence('b', 'Engaging', { group: 'Planning' }),
  child('a1', 'a'),
  child('b1', 'b'),
  influence('c1', 'Deliverers', { group: 'Roles' }),
  influence('d', 'Deliverers', { group: 'Roles', code: 'IV.2' }),
]);

const CASES: [string, Codebook[], string[]][] = [
  [
    'labels of their own stay as they are',
    [book('x', [influence('1', 'A'), influence('2', 'B')])],
    ['A', 'B'],
  ],
  [
    'in one codebook the broader influence or the group is put before it, as far up as is needed',
    [deep],
    [
      'Process: Engaging',
      'Planning: Engaging',
      'Process: Engaging: Deliverers',
      'Planning: Engaging: Deliverers',
      'Roles: Deliverers',
      'IV.2 Roles: Deliverers',
    ],
  ],
  [
    'an influence that the others of its label are under keeps it, at any depth',
    [
      book('x', [
        influence('a', 'Skills', { group: 'Capability' }),
        influence('b', 'Training', { parent: 'a' }),
        influence('b1', 'Skills', { parent: 'b' }),
        influence('c', 'Skills', { parent: 'a' }),
      ]),
    ],
    ['Skills', 'Training', 'Training: Skills', 'Skills: Skills'],
  ],
  [
    'a circle of parents has one that keeps the label',
    [
      book('x', [
        influence('a', 'Skills', { parent: 'b' }),
        influence('b', 'Skills', { parent: 'c' }),
        influence('c', 'Other', { parent: 'a' }),
      ]),
    ],
    ['Skills: Skills', 'Skills', 'Other'],
  ],
  [
    'in two codebooks the codebook is put behind it, by its short name where it has one',
    [
      book('x', [influence('1', 'Culture'), influence('2', 'Only here')], { shortName: 'X 2020' }),
      book('y', [influence('1', 'culture')]),
    ],
    ['Culture (X 2020)', 'Only here', 'culture (Book y)'],
  ],
  [
    'two versions of one codebook differ in the version, two copies in the id',
    [
      book('x', [influence('1', 'Culture')], { name: 'N', version: '1' }),
      book('y', [influence('1', 'Culture')], { name: 'N', version: '2' }),
      book('z', [influence('1', 'Culture')], { name: 'N', version: '2' }),
    ],
    ['Culture (N), version 1', 'Culture (N), version 2 [y]', 'Culture (N), version 2 [z]'],
  ],
  [
    'a label without letters is told apart like any other',
    [book('x', [influence('1', '***'), influence('2', '***'), influence('3', '+++')])],
    ['*** [1]', '*** [2]', '+++'],
  ],
];

describe('the index of influences', () => {
  it.each(CASES)('%s', (_fact, books, wanted) => {
    expect(labels(...books)).toEqual(wanted);
  });

  it('gives all influences of all built-in codebooks together names of their own', async () => {
    const all = await allShipped();
    const names = labels(...all);
    expect(names).toHaveLength(all.reduce((sum, { influences }) => sum + influences.length, 0));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  it('names a file of 2,000 influences of one label, each under another', () => {
    const chain = Array.from({ length: 2_000 }, (_, i) =>
      influence(`${i}`, 'Skills', i ? { parent: `${i - 1}` } : {}),
    ).reverse();
    const names = labels(book('x', chain));
    expect(new Set(names).size).toBe(2_000);
    expect(names.at(-1)).toBe('Skills');
  });

  it('finds by reference and by key, and calls what it does not have by its id', () => {
    const index = influencesOf([deep]);
    const ref = { codebookId: 'deep', influenceId: 'a1' };
    expect(index.find(ref)?.influence.parent).toBe('a');
    expect(index.at('deep/a1')).toBe(index.find(ref));
    expect(index.find({ codebookId: 'other', influenceId: 'a1' })).toBeUndefined();
    expect(index.labelOf({ codebookId: 'other', influenceId: 'a1' })).toBe('a1');
    expect(index.find(null)).toBeUndefined();
  });

  it('is the search’s too: its whole name finds an influence', () => {
    const books = builtInCodebooks();
    for (const { label, influence: wanted } of influencesOf(books).all)
      expect(
        searchInfluences(label, books).find((one) => one.influence === wanted),
        label,
      ).toMatchObject({ label, reason: 'label' });
  });
});
