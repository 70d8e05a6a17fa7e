/** Coefficients of agreement against published figures; what cannot be estimated is null. */
import { describe, expect, it } from 'vitest';
import { coefficientsOf } from '../../../../lib/map/outputs/coefficients';
import {
  ac1Of,
  alphaOf,
  type CodedUnit,
  type Level,
  meanSd,
  percentOf,
} from '../../../../lib/map/outputs/reliability';
import { pick, seeded } from '../../../support/random';

const _ = null;
/** Krippendorff 2011: four coders, twelve units, some of them not coded by all. */
const BY_CODER: readonly CodedUnit[] = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
];
const CANONICAL: CodedUnit[] = (BY_CODER[0] ?? []).map((_one, i) =>
  BY_CODER.map((codes) => codes[i] ?? null),
);

describe('four coders with missing units', () => {
  it.each<[Level, number]>([
    ['nominal', 0.743421],
    ['ordinal', 0.815388],
    ['interval', 0.849107],
    ['ratio', 0.797403],
  ])('alpha, %s', (level, alpha) => {
    expect(alphaOf(CANONICAL, level)).toBeCloseTo(alpha, 6);
  });

  it('percent agreement and AC1', () => {
    expect(percentOf(CANONICAL)).toBeCloseTo(0.8181818, 7);
    expect(ac1Of(CANONICAL)).toBeCloseTo(0.77544, 5);
  });

  it('coders and units may come in any order', () => {
    const turned = [...CANONICAL].reverse().map((unit) => [...unit].reverse());
    for (const level of ['nominal', 'ordinal', 'interval', 'ratio'] as const)
      expect(alphaOf(turned, level)).toBeCloseTo(alphaOf(CANONICAL, level) ?? 0, 12);
  });
});

describe('two coders', () => {
  const THREE = [
    [13, 0, 0],
    [0, 20, 7],
    [0, 4, 56],
  ];
  const TWO = [
    [20, 5],
    [10, 15],
  ];
  const PARADOX = [
    [118, 5],
    [2, 0],
  ];
  it.each([
    ['three categories', THREE, { percent: 0.89, kappa: 0.7964094, ac1: 0.8493305 }],
    ['three categories, alpha', THREE, { alpha: 0.7972585 }],
    ['two categories', TWO, { percent: 0.7, kappa: 0.4, pabak: 0.4 }],
    ['nearly all alike: kappa is below chance', PARADOX, { percent: 0.944, kappa: -0.0234 }],
    ['nearly all alike: AC1 is not', PARADOX, { ac1: 0.9408, pabak: 0.888 }],
  ])('%s', (_name, table, wanted) => {
    const found = coefficientsOf(table);
    for (const [name, figure] of Object.entries(wanted))
      expect(found[name as 'kappa'], name).toBeCloseTo(figure, String(figure).length > 7 ? 7 : 4);
  });

  it('a table and its units come to the same percent, AC1 and alpha', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const next = seeded(seed);
      const units = Array.from({ length: 3 + Math.floor(next() * 20) }, (): [number, number] => [
        pick(next, [0, 1]),
        pick(next, [0, 1]),
      ]);
      const table = [0, 1].map((a) =>
        [0, 1].map((b) => units.filter(([one, other]) => one === a && other === b).length),
      );
      const { percent, ac1, alpha } = coefficientsOf(table);
      expect(percentOf(units)).toBeCloseTo(percent ?? Number.NaN, 12);
      for (const [found, wanted] of [
        [ac1Of(units), ac1] as const,
        [alphaOf(units), alpha] as const,
      ])
        if (wanted === null) expect(found).toBeNull();
        else expect(found, `seed ${seed}`).toBeCloseTo(wanted, 12);
    }
  });
});

describe('not estimable is null, neither 0 nor 1', () => {
  it.each([
    [
      'no unit',
      [
        [0, 0],
        [0, 0],
      ],
      null,
    ],
    [
      'one category alone',
      [
        [9, 0],
        [0, 0],
      ],
      1,
    ],
    ['no category', [], null],
  ])('%s', (_name, table, percent) => {
    expect(coefficientsOf(table)).toMatchObject({
      ...{ percent, kappa: null, pabak: null, ac1: null, alpha: null },
    });
  });

  it.each<[string, CodedUnit[], number | null]>([
    ['no unit', [], null],
    [
      'no unit that two coded',
      [
        [1, _],
        [_, 2],
      ],
      null,
    ],
    [
      'one value alone',
      [
        [1, 1],
        [1, 1],
      ],
      1,
    ],
  ])('any number of coders: %s', (_name, units, percent) => {
    expect([percentOf(units), alphaOf(units), ac1Of(units)]).toEqual([percent, null, null]);
  });
});

describe('mean and SD', () => {
  it.each([
    ['of several', [0.2, 0.4, 0.9], { n: 3, mean: 0.5, sd: 0.36056 }],
    ['without those that are not estimable', [0.2, null, 0.4], { n: 2, mean: 0.3, sd: 0.14142 }],
    ['of one: no SD', [0.5, null], { n: 1, mean: 0.5, sd: null }],
    ['of none', [null], { n: 0, mean: null, sd: null }],
  ])('%s', (_name, values, { n, mean, sd }) => {
    const found = meanSd(values);
    expect(found.n).toBe(n);
    if (mean === null) expect(found.mean).toBeNull();
    else expect(found.mean).toBeCloseTo(mean, 5);
    if (sd === null) expect(found.sd).toBeNull();
    else expect(found.sd).toBeCloseTo(sd, 5);
  });
});
