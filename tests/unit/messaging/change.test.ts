/** Which pages a change concerns, how they are told, and asking again and again for the same. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { onPages } from '../../../entrypoints/background/written';
import { concerns, tellPages } from '../../../lib/messaging';
import { OF_PAPERS } from '../../../lib/messaging/change';
import { oneAtATime } from '../../../lib/messaging/page/one-at-a-time';
import { type ChangedTable, KIND_NAMES, KINDS, type StoreChange } from '../../../lib/model';

const of = (...paperIds: string[]): StoreChange => ({ tables: ['tags'], paperIds });

test('a record is of a paper where it names one; pages hear nothing of what only tables print', () => {
  const toldOf = KIND_NAMES.filter((name) => onPages({ tables: [name], paperIds: [] }) !== null);
  const named = toldOf.filter(
    (name) =>
      name === 'papers' ||
      KINDS[name].refs.some(({ fields }) => fields.some((f) => f === 'paperId')),
  );
  expect([...OF_PAPERS].sort()).toEqual(named.sort());
});

test.each<[ChangedTable[], ChangedTable[] | undefined]>([
  [['memos'], undefined],
  [['attributes', 'attributeValues'], undefined],
  [['sites', 'tags'], ['tags']],
  [['reviews'], ['reviews']],
])('of a change of %j pages hear of %j', (tables, told) => {
  expect(onPages({ tables, paperIds: ['a'] })?.tables).toEqual(told);
});

describe('a change', () => {
  test.each<[string, StoreChange, string[], boolean]>([
    ['of a paper concerns the page that shows it', of('a'), ['a'], true],
    ['of one of several', of('x', 'b'), ['a', 'b'], true],
    ['of another paper does not', of('b'), ['a'], false],
    ['of a paper’s tags does not concern a page that shows none', of('a'), [], false],
    [
      'of a review concerns every page',
      { tables: ['tags', 'reviews'], paperIds: ['b'] },
      ['a'],
      true,
    ],
    ['of a review concerns pages that show none', { tables: ['reviews'], paperIds: [] }, [], true],
    ['of so many papers that none is named concerns every page', { tables: ['tags'] }, ['a'], true],
    [
      'of what papers are found by concerns pages that show none',
      { tables: ['papers'], paperIds: ['a'] },
      [],
      true,
    ],
    [
      'of what papers are found by does not concern pages of others',
      { tables: ['papers'], paperIds: ['a'] },
      ['b'],
      false,
    ],
  ])('%s', (_, change, shown, expected) => {
    expect(concerns(change, new Set(shown))).toBe(expected);
  });
});

describe('a change that a page of ours has written', () => {
  const CHANGE: StoreChange = { tables: ['tags'], paperIds: ['a'] };
  const { id } = browser.runtime;
  afterEach(() => {
    Object.assign(browser.runtime, { id });
    vi.restoreAllMocks();
  });

  test.each<[string, () => Promise<unknown>]>([
    ['is sent to the background', async () => ({ ok: true, value: undefined })],
    ['is no failure where nobody hears it', () => Promise.reject(new Error('no receiver'))],
  ])('%s', async (_, answered) => {
    Object.assign(browser.runtime, { id: 'bearing' });
    const sent = vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(answered as never);
    await expect(tellPages(CHANGE)).resolves.toBeUndefined();
    expect(sent).toHaveBeenCalledWith({ bearing: 1, type: 'store/changed', payload: CHANGE });
  });
});

describe('one at a time', () => {
  /** Work whose end the test decides. */
  function work() {
    const ends: (() => void)[] = [];
    const run = oneAtATime(() => new Promise<void>((resolve) => ends.push(resolve)));
    return { run, ends };
  }
  const turn = () => new Promise((resolve) => setTimeout(resolve));

  test('a hundred calls are two runs', async () => {
    const { run, ends } = work();
    const calls = Array.from({ length: 100 }, () => run());
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await turn();
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await Promise.all(calls);
    expect(ends).toHaveLength(2);
  });

  test('a call after the last run begins at once', async () => {
    const { run, ends } = work();
    const first = run();
    ends[0]?.();
    await first;
    void run();
    expect(ends).toHaveLength(2);
  });

  test('a call waits for a run that began after it', async () => {
    const { run, ends } = work();
    void run();
    let done = false;
    const second = run().then(() => {
      done = true;
    });
    ends[0]?.();
    await turn();
    expect(done).toBe(false);
    ends[1]?.();
    await second;
  });

  test('a call right after a run ended is never a second run beside a third', async () => {
    let now = 0;
    let most = 0;
    const run = oneAtATime(async () => {
      now += 1;
      most = Math.max(most, now);
      await turn();
      now -= 1;
    });
    const first = run();
    const second = run();
    await Promise.all([first.then(() => run()), second.then(() => run()), run()]);
    expect(most).toBe(1);
  });

  test('a run that failed does not end the next', async () => {
    let runs = 0;
    const run = oneAtATime(async () => {
      runs += 1;
      if (runs === 1) throw new Error('once');
    });
    const first = run();
    const second = run();
    await expect(first).rejects.toThrow('once');
    await second;
    expect(runs).toBe(2);
  });
});
