import { describe, expect, it } from 'vitest';
import { formatCount, formatInterval, formatPercent, formatShare, wilson } from '../../../lib/map';

describe('wilson', () => {
  // The first four: Newcombe 1998, Statistics in Medicine 17:857, table I, method 3 (four decimals).
  it.each([
    { n: 81, N: 263, lo: 0.2553, hi: 0.3662 },
    { n: 15, N: 148, lo: 0.0624, hi: 0.1605 },
    { n: 0, N: 20, lo: 0, hi: 0.1611 },
    { n: 1, N: 29, lo: 0.0061, hi: 0.1718 },
    // By hand: zz = 3.841459/18 = 0.213414; centre 0.5; half 1.615258 * sqrt(0.016853) = 0.209690.
    { n: 9, N: 18, lo: 0.2903, hi: 0.7097 },
    { n: 28, N: 53, lo: 0.3966, hi: 0.6562 },
    { n: 20, N: 20, lo: 0.8389, hi: 1 },
    { n: 1, N: 1, lo: 0.2065, hi: 1 },
    { n: 0, N: 1, lo: 0, hi: 0.7935 },
  ])('$n of $N is $lo to $hi', ({ n, N, lo, hi }) => {
    const interval = wilson(n, N);
    expect(interval.lo).toBeCloseTo(lo, 4);
    expect(interval.hi).toBeCloseTo(hi, 4);
  });

  it('knows nothing when there is no paper', () => {
    expect(wilson(0, 0)).toEqual({ lo: 0, hi: 1 });
  });

  it('is exact at the ends, holds the share, and stays within 0 to 1', () => {
    expect(wilson(0, 7).lo).toBe(0);
    expect(wilson(7, 7).hi).toBe(1);
    for (let N = 1; N <= 60; N += 1) {
      for (let n = 0; n <= N; n += 1) {
        const { lo, hi } = wilson(n, N);
        expect(lo).toBeGreaterThanOrEqual(0);
        expect(hi).toBeLessThanOrEqual(1);
        expect(lo).toBeLessThanOrEqual(n / N);
        expect(hi).toBeGreaterThanOrEqual(n / N);
      }
    }
  });

  it('is symmetric: what says n says N - n from the other end', () => {
    expect(wilson(3, 11).lo).toBeCloseTo(1 - wilson(8, 11).hi, 12);
  });
});

describe('how shares are written', () => {
  it.each([
    [0, '0 %'],
    [0.5, '50 %'],
    [7 / 18, '39 %'],
    [1 / 500, '<1 %'],
    [499 / 500, '>99 %'],
    [1, '100 %'],
  ])('%d is %s', (share, text) => {
    expect(formatPercent(share)).toBe(text);
  });

  it('writes no share of no papers', () => {
    expect(formatShare({ share: 0, N: 0 })).toBe('–');
    expect(formatInterval({ lo: 0, hi: 1, N: 0 })).toBe('–');
    expect(formatCount({ n: 0, N: 0 })).toBe('0/0');
  });

  it('writes the interval in whole percent', () => {
    expect(formatInterval({ ...wilson(9, 18), N: 18 })).toBe('29–71 %');
  });
});
