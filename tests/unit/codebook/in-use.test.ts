/** Which codebooks are Bearing's own, which version a review uses, and under which version an influence is found. */
import { describe, expect, it } from 'vitest';
import {
  BUILT_IN_CODEBOOKS,
  booksInUse,
  builtInCodebooks,
  genuine,
  influencesOf,
  isBuiltIn,
  isShipped,
  loadShipped,
  shippedText,
} from '../../../lib/codebook';
import type { Codebook } from '../../../lib/model';
import { ownCodebook } from '../../support/own-codebook';

const [core] = builtInCodebooks() as [Codebook];
const LATER = { id: 'nasss', version: '2017' };

describe('a codebook of Bearing’s own', () => {
  it.each<[string, { id: string; version: string }, boolean, boolean]>([
    ['at hand', core, true, true],
    ['that is loaded when it is asked for', LATER, true, true],
    ['in another version', { ...core, version: 'x' }, false, true],
    ['is not the reader’s', { id: 'own', version: core.version }, false, false],
  ])('%s', (_, ref, shipped, builtIn) => {
    expect(isShipped(ref)).toBe(shipped);
    expect(isBuiltIn(ref.id)).toBe(builtIn);
  });

  it('is named by what its text says', async () => {
    await loadShipped(BUILT_IN_CODEBOOKS);
    for (const ref of BUILT_IN_CODEBOOKS) expect(shippedText(ref)).toMatchObject(ref);
  });

  it('is written as Bearing ships it, whatever a file has under its name', () => {
    const forged = { ...core, name: 'Forged', influences: [] };
    expect(genuine(forged)).toBe(core);
    const own = ownCodebook({ version: '1' }, { pay: 'Pay' });
    expect(genuine(own)).toBe(own);
    const another = { ...forged, version: 'x' };
    expect(genuine(another)).toBe(another);
  });

  it('has no text under a version that is not shipped', async () => {
    const other = { ...LATER, version: 'x' };
    await loadShipped([other, { id: 'toString', version: '1' }]);
    expect(shippedText(other)).toBeUndefined();
  });
});

const v1 = ownCodebook({ version: '1' }, { pay: 'Wages', old: 'Culture' });
const v2 = ownCodebook({ version: '2' }, { pay: 'Pay' });
const other = ownCodebook({ id: 'other', version: '1' }, { role: 'Role' });

describe('the codebooks of a review', () => {
  it.each<[string, { id: string; version: string }[], Codebook[], Codebook[]]>([
    ['come in its order', [other, v1], [v1, v2, other], [other, v1]],
    ['come in its version', [v2], [v1, v2], [v2]],
    [
      'come in another where that is all there is',
      [{ id: 'own', version: '3' }],
      [other, v2, v1],
      [v2],
    ],
    ['are left out where there is none', [{ id: 'gone', version: '1' }, v1], [v1, v2], [v1]],
  ])('%s', (_, codebooks, atHand, expected) => {
    expect(booksInUse({ codebooks }, atHand)).toEqual(expected);
  });
});

describe('an influence', () => {
  const index = influencesOf([v2, v1, other]);
  const ref = (influenceId: string, codebookVersion?: string) => ({
    ...{ codebookId: 'own', influenceId },
    ...(codebookVersion !== undefined && { codebookVersion }),
  });
  it.each<[string, Parameters<typeof index.labelOf>[0], string]>([
    ['has the label of its tag’s version', ref('pay', '1'), 'Wages'],
    ['has the label of the version in use', ref('pay', '2'), 'Pay'],
    ['of no version has the first', ref('pay'), 'Pay'],
    ['of a version that is not known has the first', ref('pay', '9'), 'Pay'],
    ['of an old tag without a version has the first', ref('pay', ''), 'Pay'],
    ['that is gone has the label of the last version that had it', ref('old', '2'), 'Culture'],
    ['that none has is shown by its id', ref('none', '1'), 'none'],
  ])('%s', (_, named, label) => {
    expect(index.labelOf(named)).toBe(label);
  });

  it('is listed once, in the first version that has it', () => {
    expect(index.all.map(({ influenceId, label }) => [influenceId, label])).toEqual([
      ['pay', 'Pay'],
      ['old', 'Culture'],
      ['role', 'Role'],
    ]);
    expect(index.everyVersion).toHaveLength(4);
    expect(index.at('own/pay')).toBe(index.find(ref('pay', '2')));
    expect([index.find(null), index.at('own/none')]).toEqual([undefined, undefined]);
  });

  it('is looked up in an index that is made once for a list', () => {
    const books = [v2, v1];
    expect(influencesOf(books)).toBe(influencesOf(books));
  });
});
