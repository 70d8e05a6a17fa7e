/**
 * Coefficients of agreement between two coders on nominal categories. Where a coefficient is not defined (one category alone
 * was used, nothing was coded) it is null: "not estimable", which is neither 0 nor 1.
 */

/** Counts: rows are what the first coder gave, columns the second; as many rows as columns. */
export type Pairs = readonly (readonly number[])[];

export interface Coefficients {
  /** Units that both coded. */
  n: number;
  /** Share of units on which they agree. */
  percent: number | null;
  /** Cohen 1960, 10.1177/001316446002000104. */
  kappa: number | null;
  /** Byrt, Bishop, Carlin 1993, 10.1016/0895-4356(93)90018-V. */
  pabak: number | null;
  /** Gwet 2008, 10.1348/000711006X126600. */
  ac1: number | null;
  /** Krippendorff's alpha, nominal, of two coders without missing units. */
  alpha: number | null;
}

export function coefficientsOf(pairs: Pairs): Coefficients {
  const rows = pairs.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = pairs.map((_, j) => pairs.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const n = rows.reduce((sum, count) => sum + count, 0);
  const none = { percent: null, kappa: null, pabak: null, ac1: null, alpha: null };
  if (n === 0) return { n, ...none };
  const percent = pairs.reduce((sum, row, i) => sum + (row[i] ?? 0), 0) / n;
  const used = rows.filter((count, i) => count + (columns[i] ?? 0) > 0).length;
  if (used < 2) return { n, ...none, percent };
  const q = pairs.length;
  const shares = rows.map((count, i) => (count + (columns[i] ?? 0)) / (2 * n));
  const byChance = rows.reduce((sum, count, i) => sum + (count * (columns[i] ?? 0)) / n ** 2, 0);
  const gwet = shares.reduce((sum, share) => sum + share * (1 - share), 0) / (q - 1);
  // Of 2n values, each is paired with the 2n - 1 others.
  const values = 2 * n;
  const expected =
    1 -
    shares.reduce((sum, share) => sum + share * values * (share * values - 1), 0) /
      (values * (values - 1));
  return {
    ...{ n, percent },
    kappa: beyond(percent, byChance),
    pabak: beyond(percent, 1 / q),
    ac1: beyond(percent, gwet),
    alpha: expected > 0 ? 1 - (1 - percent) / expected : null,
  };
}

/** Agreement beyond chance, as a share of what was possible. */
const beyond = (observed: number, byChance: number): number | null =>
  byChance < 1 ? (observed - byChance) / (1 - byChance) : null;
