/** What must be known of an entry or a codebook is said in the same words on every surface and in every file. */
import { expect, it } from 'vitest';
import { allShipped, caveatsOf, codebookCaveats, influencesOf } from '../../../lib/codebook';
import type { Codebook } from '../../../lib/model';

const all = await allShipped();

it.each<[string, { kind: Codebook['kind']; complete: boolean; verified?: boolean }, string[]]>([
  ['nothing', { kind: 'determinants', complete: true }, []],
  ['nothing of one that was checked', { kind: 'own', complete: true, verified: true }, []],
  [
    'that it was not checked',
    { kind: 'outcomes', complete: true, verified: false },
    ['not checked against its source'],
  ],
  [
    'all of it',
    { kind: 'strategies', complete: false, verified: false },
    ['strategy, not an influence', 'not checked against its source', 'of an incomplete codebook'],
  ],
])('an entry says %s', (_, { kind, complete, verified }, words) => {
  const influence = verified === undefined ? {} : { verified };
  expect(caveatsOf({ codebook: { kind, complete }, influence })).toEqual(words);
});

it('every strategy of ERIC is called one, and nothing else is', () => {
  const called = influencesOf(all).all.filter((one) =>
    caveatsOf(one).includes('strategy, not an influence'),
  );
  expect(new Set(called.map(({ codebookId }) => codebookId))).toEqual(new Set(['eric-2015']));
  expect(called).toHaveLength(73);
});

it('the codebooks of which not all is known, or that list actions, are labelled so', () => {
  const said = all.map((one) => [one.id, codebookCaveats(one)] as const);
  expect(Object.fromEntries(said.filter(([, words]) => words.length))).toEqual({
    'cooper-2024': ['incomplete'],
    'eric-2015': ['strategies, not influences'],
    'ibrahim-2020': ['incomplete'],
    'mutschler-2022': ['incomplete'],
  });
});
