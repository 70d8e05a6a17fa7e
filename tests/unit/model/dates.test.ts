/** Dates come from clocks that may be wrong: a change is later than what it changes, and the future decides nothing. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changedAt, isAhead, latestBelieved } from '../../../lib/model/records/dates';

const NOW = '2026-03-01T12:00:00.000Z';
beforeEach(() => {
  vi.useFakeTimers({ now: new Date(NOW) });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a clock may be a day ahead', () => {
  expect(latestBelieved()).toBe('2026-03-02T12:00:00.000Z');
  expect(latestBelieved(0)).toBe('1970-01-02T00:00:00.000Z');
});

describe('a record is in the future', () => {
  const LATER = '2026-03-02T12:00:00.001Z';
  test.each<[string, object, boolean]>([
    ['by its creation', { createdAt: LATER }, true],
    ['by its change', { createdAt: NOW, updatedAt: LATER }, true],
    ['by its place on a list', { addedAt: LATER }, true],
    ['not by a day', { createdAt: '2026-03-02T12:00:00.000Z' }, false],
    ['not by another field', { keptAt: LATER }, false],
    ['not by what is no text', { createdAt: Number.POSITIVE_INFINITY }, false],
    ['not without a date', {}, false],
  ])('%s', (_, record, expected) => {
    expect(isAhead(record)).toBe(expected);
  });
});

describe('a change is dated', () => {
  const at = (updatedAt: string) => ({ updatedAt });
  test.each<[string, Parameters<typeof changedAt>, string]>([
    ['now, when nothing was there', [], NOW],
    ['now, after what is older', [at('2020-01-01T00:00:00.000Z')], NOW],
    ['now, after nothing', [null, undefined], NOW],
    ['now, after a date that is none', [at('x')], NOW],
    ['after what is of this moment', [at(NOW)], '2026-03-01T12:00:00.001Z'],
    ['after what is later', [at('2027-01-01T00:00:00.000Z')], '2027-01-01T00:00:00.001Z'],
    [
      'after the latest of all',
      [at('2028-01-01T00:00:00.000Z'), null, at('2027-01-01T00:00:00.000Z')],
      '2028-01-01T00:00:00.001Z',
    ],
    ['at the last moment there is', [at('9999-12-31T23:59:59.999Z')], '9999-12-31T23:59:59.999Z'],
  ])('%s', (_, before, expected) => {
    expect(changedAt(...before)).toBe(expected);
  });
});
