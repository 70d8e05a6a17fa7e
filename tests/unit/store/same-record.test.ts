/** When two records count as the same: what undo, merging and repeated requests decide by. */
import { describe, expect, test } from 'vitest';
import { canonical, sameContent, sameRecord } from '../../../lib/store/write/transaction';

const inItself = () => {
  const one: Record<string, unknown> = { id: 'a' };
  one.self = one;
  return one;
};

describe('records', () => {
  const SAME: [what: string, a: unknown, b: unknown, isSame: boolean][] = [
    ['keys in another order', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }, true],
    ['keys in another order within a list', [{ a: 1, b: 2 }], [{ b: 2, a: 1 }], true],
    ['a key without a value', { a: 1, b: undefined }, { a: 1 }, true],
    ['a key whose value is null', { a: 1, b: null }, { a: 1 }, false],
    ['another value', { a: 1 }, { a: 2 }, false],
    ['a number and its text', { a: 1 }, { a: '1' }, false],
    ['a list in another order', { a: [1, 2] }, { a: [2, 1] }, false],
    ['a list and an object of the same entries', { a: ['x'] }, { a: { 0: 'x' } }, false],
    ['a list with nothing at its end', { a: [1, undefined] }, { a: [1] }, false],
    ['no record on both sides', null, null, true],
    ['no record on one side', null, {}, false],
    ['no record on the other side', {}, null, false],
    ['no record, and one of nothing', null, { a: undefined }, false],
    ['values that JSON cannot hold', { a: 7n }, { a: 7n }, true],
    ['other such values', { a: 7n }, { a: 8n }, false],
    ['a record in itself', inItself(), inItself(), true],
    ['a record in itself, and one that is not', inItself(), { id: 'b' }, false],
  ];
  test.each(SAME)('with %s', (_, a, b, isSame) => {
    expect(sameRecord(a, b)).toBe(isSame);
    expect(sameRecord(b, a)).toBe(isSame);
  });
});

describe('contents', () => {
  const early = { a: 1, updatedAt: '2026-01-01T00:00:00.000Z' };
  const late = { a: 1, updatedAt: '2026-02-01T00:00:00.000Z' };

  test('are the same at another moment, and records are not', () => {
    expect(sameContent(early, late)).toBe(true);
    expect(sameContent(early, { a: 1 })).toBe(true);
    expect(sameRecord(early, late)).toBe(false);
  });

  test('differ where anything else does, or where one is not a record', () => {
    expect(sameContent(early, { ...early, a: 2 })).toBe(false);
    expect(sameContent(early, { ...early, createdAt: early.updatedAt })).toBe(false);
    expect(sameContent(null, early)).toBe(false);
    expect(sameContent(early, null)).toBe(false);
    expect(sameContent(null, null)).toBe(true);
  });
});

test('a canonical text is JSON with its keys in order, at every depth', () => {
  expect(canonical({ b: [{ d: 1, c: 2 }], a: { z: null, y: 'x' } })).toBe(
    '{"a":{"y":"x","z":null},"b":[{"c":2,"d":1}]}',
  );
});
