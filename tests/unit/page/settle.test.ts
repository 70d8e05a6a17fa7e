/** How claims are counted and one value is elected, with weights of the table and sums by hand. */
import { describe, expect, it } from 'vitest';
import { Ledger, ledgerFields, type Made } from '../../../lib/page/claims';
import {
  count,
  type Election,
  elect,
  type ShownField,
  settleShown,
} from '../../../lib/page/settle';
import { WEIGHTS, type WeightName } from '../../../lib/page/weights';

const ELECTION: Election<string> = {
  ...{ key: (value) => value.toLowerCase(), combine: 'sum', floor: 2, tie: 'none' },
};
/** Three, two, one point, and minus six. */
const THREE: WeightName = 'venue: labelled';
const TWO: WeightName = 'venue: window title';
const ONE: WeightName = 'venue: logo';
const AGAINST: WeightName = 'doi: called another work’s';

const made = (value: string, weight?: WeightName, times?: number): Made<string> => ({
  ...{ rule: 'x/y', value, source: 'visible' },
  ...(weight && { weight }),
  ...(times !== undefined && { times }),
});
const points = (claims: Made<string>[], how: Partial<Election<string>> = {}) =>
  count(claims, { ...ELECTION, ...how }).map(({ value, points: of }) => [value, of]);

it('the weights that are used here', () => {
  expect([THREE, TWO, ONE, AGAINST].map((name) => WEIGHTS[name].points)).toEqual([3, 2, 1, -6]);
});

describe('claims of one value', () => {
  it.each<[string, Made<string>[], Partial<Election<string>>, [string, number][]]>([
    ['add up', [made('A', TWO), made('A', ONE)], {}, [['A', 3]]],
    ['add up, however they are written', [made('A', TWO), made('a', ONE)], {}, [['A', 3]]],
    [
      'are reported as first written, where they add up',
      [made('a', ONE), made('A', TWO)],
      {},
      [['a', 3]],
    ],
    [
      'are reported as the heaviest has it',
      [made('a', ONE), made('A', TWO)],
      { combine: 'heaviest' },
      [['A', 2]],
    ],
    [
      'count once, where the heaviest counts',
      [made('A', TWO), made('A', TWO)],
      { combine: 'heaviest' },
      [['A', 2]],
    ],
    ['speak against it', [made('A', TWO), made('A', AGAINST)], {}, [['A', -4]]],
    ['count as often as they say', [made('A', TWO, 2.5)], {}, [['A', 5]]],
    ['without a weight weigh nothing', [made('A')], {}, [['A', 0]]],
    [
      'are ranked, of equals the first found first',
      [made('A', ONE), made('B', TWO), made('C', TWO)],
      {},
      [
        ['B', 2],
        ['C', 2],
        ['A', 1],
      ],
    ],
    [
      'that cannot be one are dropped',
      [made('A', TWO), made('-', TWO)],
      { clean: (value) => (value === '-' ? undefined : value) },
      [['A', 2]],
    ],
    [
      'are one when they are once cleaned',
      [made('A.', TWO), made('A', ONE)],
      { clean: (value) => value.replace('.', '') },
      [['A', 3]],
    ],
  ])('%s', (_what, claims, how, expected) => {
    expect(points(claims, how)).toEqual(expected);
  });
});

describe('a value that absorbs another', () => {
  const absorbs = (one: string, other: string) => other !== one && other.startsWith(one);
  it.each<[string, Made<string>[], [string, number][]]>([
    [
      'has its points too, and leaves it its own',
      [made('A', ONE), made('AB', TWO)],
      [
        ['A', 3],
        ['AB', 2],
      ],
    ],
    [
      'has those of several',
      [made('A', ONE), made('AB', TWO), made('AC', THREE)],
      [
        ['A', 6],
        ['AC', 3],
        ['AB', 2],
      ],
    ],
    [
      'has not what speaks against the other',
      [made('A', TWO), made('AB', AGAINST)],
      [
        ['A', 2],
        ['AB', -6],
      ],
    ],
  ])('%s', (_what, claims, expected) => {
    expect(points(claims, { absorbs })).toEqual(expected);
  });
  it('has its claims, too', () => {
    const [first] = count([made('A', ONE), made('AB', TWO)], { ...ELECTION, absorbs });
    expect(first?.claims.map(({ value }) => value)).toEqual(['A', 'AB']);
  });
});

describe('of those ranked', () => {
  it.each<[string, Made<string>[], Partial<Election<string>>, string | undefined]>([
    ['the heaviest is elected', [made('A', TWO), made('B', THREE)], {}, 'B'],
    ['one on the floor is', [made('A', TWO)], {}, 'A'],
    ['one below it is not', [made('A', ONE)], {}, undefined],
    ['two of one weight are no answer', [made('A', TWO), made('B', TWO)], {}, undefined],
    [
      'the first of two is, where ties are so decided',
      [made('A', TWO), made('B', TWO)],
      { tie: 'first' },
      'A',
    ],
    [
      'one that is not accepted is not, and no other in its place',
      [made('A', THREE), made('B', TWO)],
      { accepts: ({ value }) => value === 'B' },
      undefined,
    ],
    [
      'one that is accepted is',
      [made('A', THREE)],
      { accepts: ({ claims }) => claims.length === 1 },
      'A',
    ],
    ['none of none', [], {}, undefined],
  ])('%s', (_what, claims, how, expected) => {
    const election = { ...ELECTION, ...how };
    expect(elect(count(claims, election), election)?.value).toBe(expected);
  });
});

describe('the stages of a field', () => {
  /** Cheap rules claim A; the dear one claims B; what was asked is noted. */
  const field = (cheap: WeightName, enough: number): [ShownField<null, string>, string[]] => {
    const asked: string[] = [];
    const rule = (id: string, value: string, weight: WeightName) => ({
      id,
      find: () => {
        asked.push(id);
        return [{ value, weight }];
      },
    });
    const stages = [
      {
        rules: [rule('f/cheap', 'A', cheap), rule('f/other', 'A', ONE)],
        enough: (ranked: readonly { points: number }[]) => (ranked[0]?.points ?? 0) >= enough,
      },
      { rules: [rule('f/dear', 'B', THREE)] },
    ];
    return [{ name: 'f', stages, election: () => ELECTION }, asked];
  };

  it('the later one is not asked where the first is enough', () => {
    const [shown, asked] = field(TWO, 3);
    expect(settleShown(shown, null, new Ledger())?.value).toBe('A');
    expect(asked).toEqual(['f/cheap', 'f/other']);
  });
  it('the later one is asked where it is not, and all claims count', () => {
    const [shown, asked] = field(ONE, 3);
    expect(settleShown(shown, null, new Ledger())?.value).toBe('B');
    expect(asked).toEqual(['f/cheap', 'f/other', 'f/dear']);
  });
  it('a rule that is switched off is not asked', () => {
    const [shown, asked] = field(TWO, 3);
    const ledger = new Ledger(new Set(['f/other', 'f/dear']));
    expect(settleShown(shown, null, ledger)?.points).toBe(2);
    expect(asked).toEqual(['f/cheap']);
  });
  it('the ledger keeps the claims with their rules, and what was decided', () => {
    const [shown] = field(ONE, 3);
    const ledger = new Ledger();
    settleShown(shown, null, ledger);
    expect(ledgerFields(ledger)).toEqual([
      {
        field: 'f',
        value: 'B',
        claims: [
          { rule: 'f/cheap', value: 'A', weight: ONE },
          { rule: 'f/other', value: 'A', weight: ONE },
          { rule: 'f/dear', value: 'B', weight: THREE },
        ],
      },
    ]);
  });
  it('nothing is decided where nothing is believed', () => {
    const [shown] = field(ONE, 1);
    expect(settleShown(shown, null, new Ledger(new Set(['f/other', 'f/dear'])))).toBeNull();
  });
});
