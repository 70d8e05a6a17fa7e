/** Wilson's score interval for a share: stays within 0..1 and is honest about small N. */

/** The 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;

export interface Interval {
  lo: number;
  hi: number;
}

/**
 * The Wilson 95 % interval of n out of N, without continuity correction (Wilson 1927, 10.2307/2276774).
 * N = 0 gives 0 to 1: nothing is known. n is held within 0..N.
 */
export function wilson(n: number, N: number): Interval {
  if (!(N > 0)) return { lo: 0, hi: 1 };
  const k = Math.min(Math.max(n, 0), N);
  const p = k / N;
  const zz = (Z * Z) / N;
  const centre = (p + zz / 2) / (1 + zz);
  const half = (Z / (1 + zz)) * Math.sqrt((p * (1 - p)) / N + zz / (4 * N));
  // The ends are exact at n = 0 and n = N; floating point would leave 1e-17 there.
  return {
    lo: k === 0 ? 0 : Math.max(0, centre - half),
    hi: k === N ? 1 : Math.min(1, centre + half),
  };
}
