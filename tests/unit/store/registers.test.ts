/** A store as registers: what is known of each record, and which of two versions is kept. */
import { describe, expect, it, test } from 'vitest';
import type { KindName, Stamp } from '../../../lib/model';
import { laterOf, type Register, registersOf, union } from '../../../lib/store/merge/registers';

type Row = Record<string, unknown>;
const stamp = (more: Row = {}) =>
  ({ table: 'papers', key: 'p', counter: 3, by: 'me', step: 's', ...more }) as unknown as Stamp;
const found = (records: [KindName, object[]][], ...stamps: Stamp[]) => [
  ...registersOf(records, stamps).values(),
];
const LIVE = { table: 'papers', key: 'p', counter: 3, by: 'me', step: 's', state: 'live' };
const PAPER = { id: 'p', title: 'A' };

describe('what is known of a record', () => {
  test.each<[string, object[], Stamp[], object[]]>([
    [
      'that is there: its version and what it holds',
      [PAPER],
      [stamp()],
      [{ ...LIVE, record: PAPER }],
    ],
    [
      'without a version: it is older than any that has one',
      [PAPER],
      [],
      [{ ...LIVE, counter: 0, by: '', step: '', record: PAPER }],
    ],
    ['that is gone: that it is', [], [stamp({ state: 'gone' })], [{ ...LIVE, state: 'gone' }]],
    [
      'that is gone: what it last held',
      [],
      [stamp({ state: 'gone', last: PAPER })],
      [{ ...LIVE, state: 'gone', record: PAPER }],
    ],
    [
      'that was joined into another: into which',
      [],
      [stamp({ state: 'into', into: 'q' })],
      [{ ...LIVE, state: 'into', into: 'q' }],
    ],
    [
      'that others were joined with: which',
      [PAPER],
      [stamp({ absorbed: ['q'] })],
      [{ ...LIVE, absorbed: ['q'], record: PAPER }],
    ],
    [
      'that is gone and there all the same: both',
      [PAPER],
      [stamp({ state: 'gone', into: 'q' })],
      [{ ...LIVE, state: 'gone', into: 'q', record: PAPER }],
    ],
    [
      'of which a newer Bearing noted more: that too',
      [PAPER],
      [stamp({ mood: 'odd' })],
      [{ ...LIVE, more: { mood: 'odd' }, record: PAPER }],
    ],
    ['that is there by its version alone: nothing', [], [stamp()], []],
  ])('%s', (_, papers, stamps, want) => {
    expect(found([['papers', papers]], ...stamps)).toEqual(want);
  });
});

describe('of two versions of one record', () => {
  const one = (more: Row = {}) => ({ ...LIVE, record: PAPER, ...more }) as unknown as Register;
  const EARLIER = { ...PAPER, title: '9' };
  test.each<[string, Register, Register]>([
    ['the higher counter is kept', one({ counter: 4, by: 'a' }), one({ counter: 3, by: 'z' })],
    ['… then the later coder', one({ by: 'z', step: 'a' }), one({ by: 'a', step: 'z' })],
    ['… then the later step', one({ step: 'z' }), one({ step: 'a' })],
    ['a later version is kept though it is gone', one({ counter: 4, state: 'gone' }), one()],
    [
      'of one version, that it is gone is known by more',
      one({ state: 'gone', record: undefined }),
      one(),
    ],
    ['… and that it was joined by more still', one({ state: 'into' }), one({ state: 'gone' })],
    [
      'of one version, the one with its content is kept',
      one({ state: 'gone' }),
      one({ state: 'gone', record: undefined }),
    ],
    ['… the one that has absorbed more', one({ absorbed: ['a', 'b'] }), one({ absorbed: ['a'] })],
    ['… the smaller content', one({ record: EARLIER }), one()],
    ['… the one of which more was noted', one({ more: { a: 2 } }), one({ more: { a: 1 } })],
    ['… more than nothing', one({ more: { a: 1 } }), one()],
  ])('%s, in either order', (_, kept, other) => {
    expect(laterOf(kept, other)).toBe(kept);
    expect(laterOf(other, kept)).toBe(kept);
  });
  it('of one version known alike, either is', () => {
    const turned = one({ record: Object.fromEntries(Object.entries(PAPER).reverse()) });
    expect(laterOf(one(), turned)).toMatchObject({ record: PAPER });
  });
});

it('two stores together know what either knows, and the later of what both know', () => {
  const all = (...stamps: Stamp[]) =>
    registersOf([['papers', [PAPER, { ...PAPER, id: 'q' }, { ...PAPER, id: 'r' }]]], stamps);
  const mine = all(stamp({ counter: 9 }), stamp({ key: 'q', counter: 1 }));
  const theirs = all(
    stamp({ counter: 2 }),
    stamp({ key: 'q', counter: 5 }),
    stamp({ key: 'x', state: 'gone' }),
  );
  theirs.delete('papers r');
  for (const both of [union(mine, theirs), union(theirs, mine)]) {
    const counters = [...both].map(([name, { counter }]) => [name, counter]).sort();
    expect(counters).toEqual([
      ['papers p', 9],
      ['papers q', 5],
      ['papers r', 0],
      ['papers x', 3],
    ]);
  }
});
