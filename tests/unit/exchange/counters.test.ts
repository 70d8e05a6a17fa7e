/** How far a file's counters are believed: they decide which version is the later, and which history is forgotten. */
import { describe, expect, it, test } from 'vitest';

import {
  MOST_COUNTED,
  miscounted,
  miscountedHead,
  mostCounted,
} from '../../../lib/exchange/in/counters';
import { type QuarantinedRecord, TOO_FAR } from '../../../lib/model';
import { readRecords } from '../../support/read-records';
import { backup, data, stamp, step, tag } from './records';

const beyond = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ counter: MOST_COUNTED + 1 + i }));

describe('the highest counter of a file that is believed', () => {
  const least = mostCounted({});
  it('is beyond what can be counted, and within what leaves room to count', () => {
    expect(least).toBeGreaterThanOrEqual(MOST_COUNTED);
    expect(least * 2).toBeLessThan(Number.MAX_SAFE_INTEGER);
  });
  test.each<[string, unknown]>([
    ['steps within the bound', [{ counter: 1 }, { counter: MOST_COUNTED }]],
    ['what is no step', [null, 7, { counter: 'far' }, {}]],
    ['no list', { counter: MOST_COUNTED + 1 }],
  ])('is not raised by %s', (_, steps) => {
    expect(mostCounted({ steps })).toBe(least);
  });
  it('is raised by each step of its history beyond, so that a store at the bound still writes what is believed', () => {
    const raised = [1, 2, 3].map((count) => mostCounted({ steps: beyond(count) }));
    expect(raised[0]).toBeGreaterThan(least);
    expect((raised[2] ?? 0) - (raised[1] ?? 0)).toBe((raised[0] ?? 0) - least);
  });
});

test.each<[string, object, boolean]>([
  ['nothing', {}, false],
  ['a counter at the bound', { counter: 100 }, false],
  ['a counter beyond it', { counter: 101 }, true],
  ['history forgotten up to its counter', { counter: 7, forgotten: 7 }, false],
  ['history forgotten beyond its counter', { counter: 7, forgotten: 8 }, true],
  ['history forgotten where nothing was counted', { forgotten: 1 }, true],
])('a head with %s has counted too far: %5$s', (_, head, isTooFar) => {
  expect(miscountedHead(head as never, 100)).toEqual(isTooFar ? [TOO_FAR] : []);
});

test.each<[string, unknown, boolean]>([
  ['with a counter at the bound', { counter: 100 }, false],
  ['with a counter beyond it', { counter: 101 }, true],
  ['with a version beyond it', { counter: 1, version: { counter: 101 } }, true],
  ['with a version at it', { version: { counter: 100 } }, false],
  ['without a counter', {}, false],
  ['with a counter that is no number', { counter: '101' }, false],
  ['that forgets what was before it', { counter: 7, forgets: 6 }, false],
  ['that forgets itself', { counter: 7, forgets: 7 }, true],
  ['that forgets what is after it', { counter: 7, forgets: 8 }, true],
  ['that is nothing', null, false],
  ['that is text', 'x', false],
])('a record %s has counted too far: %5$s', (_, record, isTooFar) => {
  expect(miscounted(record, 100)).toEqual(isTooFar ? [TOO_FAR] : []);
});

describe('in a file', () => {
  const FAR = 2 ** 50;
  const read = (more: Parameters<typeof backup>[0]) => {
    const reading = readRecords(JSON.stringify(backup(more)));
    if (!reading.ok) throw new Error(reading.problem);
    return reading;
  };
  const [first = tag(1, 1, 1)] = data.tags;
  it('a version and a step that have are set aside, and the file is counted without them', () => {
    const { records, rejected } = read({
      stamps: [{ ...stamp(first), counter: FAR }, stamp(tag(2, 2, 1))],
      steps: [{ ...step(1, first), counter: FAR }, step(2, null)],
    });
    expect(rejected.map(({ table, problems }) => [table, problems])).toEqual([
      ['stamps', [TOO_FAR]],
      ['steps', [TOO_FAR]],
    ]);
    expect(records.stamps).toHaveLength(1);
    expect(records.steps).toHaveLength(1);
    expect(records.counter).toBe(2);
  });
  it('a head that has brings in nothing of its own', () => {
    const { records, rejected } = read({ counter: FAR });
    expect(rejected).toMatchObject([{ table: 'head', problems: [TOO_FAR] }]);
    expect(records).toMatchObject({ counter: 2, forgotten: 0 });
    expect(records.settings).toBeUndefined();
  });
  it('the file has counted as far as its records, where its head lags', () => {
    expect(read({ counter: 0, steps: [{ ...step(1, first), counter: 9 }] }).records.counter).toBe(
      9,
    );
    expect(
      read({ counter: 0, stamps: [{ ...stamp(first), counter: 9 }], steps: [] }).records.counter,
    ).toBe(9);
  });
  it('what was set aside stays so, and says that its record has', () => {
    const aside: QuarantinedRecord = {
      table: 'steps',
      problems: ['odd'],
      record: { counter: FAR },
    };
    expect(read({ quarantine: [aside] }).records.quarantine).toEqual([
      { ...aside, problems: [TOO_FAR, 'odd'] },
    ]);
  });
});
