/**
 * Agreement over any number of coders, of whom not every one coded every unit. Where it is not defined (nothing that two
 * coded, one value alone was given) it is null: "not estimable", which is neither 0 nor 1.
 */

/** What each coder gave one unit; null: nothing. Nominal values are numbers too: which number means what is the caller's. */
export type CodedUnit = readonly (number | null)[];

/** How far apart two values are: another value at all, by rank, by difference, by difference relative to their sum. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** How often each value was given. */
type Counts = ReadonlyMap<number, number>;

const countsOf = (values: Iterable<number>): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};
const total = (numbers: Iterable<number>): number => {
  let sum = 0;
  for (const one of numbers) sum += one;
  return sum;
};
const given = (unit: CodedUnit): number[] => unit.filter((value) => value !== null);
const inPairs = (units: readonly CodedUnit[]): number[][] =>
  units.map(given).filter(({ length }) => length > 1);

/**
 * Krippendorff's alpha (Krippendorff 2011, Computing Krippendorff's alpha-reliability). Units that one coder alone coded
 * have nothing to compare, and are left out.
 */
export function alphaOf(units: readonly CodedUnit[], level: Level = 'nominal'): number | null {
  const paired = inPairs(units);
  const values = countsOf(paired.flat());
  if (values.size < 2) return null;
  const distance = DISTANCES[level](values);
  const n = total(values.values());
  const observed = total(
    paired.map((unit) => disagreement(countsOf(unit), distance) / (unit.length - 1)),
  );
  const expected = disagreement(values, distance) / (n - 1);
  return expected > 0 ? 1 - observed / expected : null;
}

type Distance = (a: number, b: number) => number;

/** Over all ordered pairs of values. */
function disagreement(counts: Counts, distance: Distance): number {
  let sum = 0;
  for (const [a, times] of counts)
    for (const [b, others] of counts) if (a !== b) sum += times * others * distance(a, b);
  return sum;
}

const DISTANCES: Readonly<Record<Level, (values: Counts) => Distance>> = {
  nominal: () => () => 1,
  /** All that was given between the two, and half of what was given of each. */
  ordinal: (values) => (a, b) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const between = total([...values].map(([one, n]) => (one >= low && one <= high ? n : 0)));
    return (between - ((values.get(a) ?? 0) + (values.get(b) ?? 0)) / 2) ** 2;
  },
  interval: () => (a, b) => (a - b) ** 2,
  ratio: () => (a, b) => (a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2),
};

/** Of the pairs of codes of a unit those that are alike; the mean over the units that two or more coded. */
export function percentOf(units: readonly CodedUnit[]): number | null {
  const paired = inPairs(units);
  if (!paired.length) return null;
  const alike = (unit: readonly number[]): number =>
    total([...countsOf(unit).values()].map((n) => n * (n - 1))) / (unit.length * (unit.length - 1));
  return total(paired.map(alike)) / paired.length;
}

/** Gwet's AC1 (Gwet 2008, 10.1348/000711006X126600). Units of one code count in how common a value is. */
export function ac1Of(units: readonly CodedUnit[]): number | null {
  const coded = units.map(given).filter(({ length }) => length > 0);
  const percent = percentOf(units);
  const values = [...countsOf(coded.flat()).keys()];
  if (percent === null || values.length < 2) return null;
  const shares = values.map(
    (value) =>
      total(coded.map((unit) => unit.filter((one) => one === value).length / unit.length)) /
      coded.length,
  );
  const byChance = total(shares.map((share) => share * (1 - share))) / (values.length - 1);
  return byChance < 1 ? (percent - byChance) / (1 - byChance) : null;
}

export interface MeanSd {
  /** Of how many: those that are estimable. */
  n: number;
  mean: number | null;
  /** Of a sample: of two and more. */
  sd: number | null;
}

/** Over several coefficients, such as the kappa of each influence; those that are not estimable are left out. */
export function meanSd(coefficients: readonly (number | null)[]): MeanSd {
  const values = coefficients.filter((one) => one !== null);
  const n = values.length;
  if (n === 0) return { n, mean: null, sd: null };
  const mean = total(values) / n;
  const squares = total(values.map((one) => (one - mean) ** 2));
  return { n, mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null };
}
