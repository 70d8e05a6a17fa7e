/** Which version of a codebook is the later one, and in which order versions are listed. */
import { describe, expect, test } from 'vitest';
import { byVersion, isLaterVersion } from '../../../lib/codebook';

const ref = (version: string, id = 'own') => ({ id, version });

describe('the later version', () => {
  test.each([
    ['2', '1'],
    ['10', '9'],
    ['2022', '2009'],
    ['1.10', '1.9'],
    ['1.1', '1'],
    ['v2', 'v1'],
    ['2b', '2a'],
    // Equal as numbers: one of them must be the later on every machine.
    ['1', '01'],
  ])('%s is later than %s', (later, earlier) => {
    expect(isLaterVersion(ref(later), ref(earlier))).toBe(true);
    expect(isLaterVersion(ref(earlier), ref(later))).toBe(false);
    expect(Math.sign(byVersion(ref(later), ref(earlier)))).toBe(-1);
    expect(Math.sign(byVersion(ref(earlier), ref(later)))).toBe(1);
  });

  test('is of the same codebook', () => {
    expect(isLaterVersion(ref('2', 'a'), ref('1', 'b'))).toBe(false);
    expect(isLaterVersion(ref('2', 'b'), ref('1', 'a'))).toBe(false);
  });

  test('is not the same version', () => {
    expect(isLaterVersion(ref('1'), ref('1'))).toBe(false);
  });
});

test('versions are listed by codebook, the latest first, however they come', () => {
  const sorted = [ref('10', 'a'), ref('9', 'a'), ref('2', 'b'), ref('1', 'b')];
  const orders = [sorted, [...sorted].reverse(), [2, 0, 3, 1].map((i) => sorted[i] ?? ref(''))];
  for (const order of orders) expect([...order].sort(byVersion)).toEqual(sorted);
});
