/** How codebooks of the reader's own begin, and what their next version is called. */
import { describe, expect, it, test } from 'vitest';
import { builtInCodebooks, genuine, influencesOf } from '../../../lib/codebook';
import { copyOf, emptyOwn, firstOwn, nextVersion } from '../../../lib/codebook/edit';
import { FIRST_OWN } from '../../../lib/codebook/own';
import { Codebook } from '../../../lib/model';
import { ownCodebook } from '../../support/own-codebook';

describe('the name of the next version', () => {
  it.each<[version: string, others: string[], next: string]>([
    ['1', [], '2'],
    ['9', ['8'], '10'],
    ['2', ['3', '4'], '5'],
    ['2.1', [], '2.2'],
    ['2.9', ['2.10'], '2.11'],
    ['999', [], '1000'],
    ['1000', [], '1000.1'],
    ['2022', [], '2022.1'],
    ['2022', ['2022.1'], '2022.2'],
    ['2022.1', [], '2022.2'],
    ['2.2022', [], '2.2023'],
    ['spring', [], 'spring.1'],
    ['v2', [], 'v2.1'],
    ['2b', [], '2b.1'],
    ['1.9007199254740993', [], '1.9007199254740993.1'],
    ['1.9007199254740990', [], '1.9007199254740990.1'],
    [`${'long '.repeat(10)}name`, [], `${'long '.repeat(10)}.1`],
  ])('after %s beside %j is %s', (version, others, next) => {
    const ref = (one: string) => ({ id: 'own', version: one });
    expect(nextVersion(ref(version), others.map(ref))).toBe(next);
  });
});

describe('a codebook of the reader’s own', () => {
  const empty = {
    ...{
      version: '1',
      kind: 'own',
      builtIn: false,
      compiled: false,
      complete: true,
      stage: 'open',
    },
    source: { citation: 'Made in this review' },
    influences: [],
  };

  it('begins empty, open to changes', () => {
    expect(firstOwn('own-r1')).toEqual({ ...empty, ...FIRST_OWN, id: 'own-r1' });
    const { id, ...made } = emptyOwn('Ours');
    expect(made).toEqual({ ...empty, name: 'Ours' });
    expect(id).not.toBe(emptyOwn('Ours').id);
    expect(Codebook.parse(firstOwn('own-r1'))).toMatchObject(empty);
  });

  it('copied from another one is open, and nothing of it is compiled or retired', () => {
    const [core] = builtInCodebooks() as [Codebook];
    const retired: Codebook['retired'] = [
      {
        id: 'z',
        label: 'Z',
        how: 'deleted',
        into: [],
        version: '1',
        at: '2026-11-29T10:00:00.000Z',
      },
    ];
    const copy = copyOf({ ...core, retired }, { name: 'Ours', at: '2026-11-29T10:00:00.000Z' });
    expect(copy).toMatchObject({
      ...{ name: 'Ours', builtIn: false, compiled: false, version: '1', stage: 'open' },
      basedOn: { id: core.id, version: core.version },
    });
    const [first] = core.influences;
    expect(copy.influences[0]?.origins).toEqual([
      {
        how: 'copied',
        from: [{ codebookId: core.id, influenceId: first?.id, label: first?.label }],
        version: '1',
        at: '2026-11-29T10:00:00.000Z',
      },
    ]);
    expect(copy).not.toHaveProperty('shortName');
    expect(copy).not.toHaveProperty('retired');
    expect(influencesOf([copy]).all).toHaveLength(core.influences.length);
  });
});

test('Bearing’s own codebook is not written before its text is loaded', () => {
  const forged = { ...ownCodebook({ version: '2017' }, {}), id: 'nasss' };
  expect(() => genuine(forged)).toThrow('nasss is written before its text was loaded');
});
