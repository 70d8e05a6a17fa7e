/**
 * What a bench measured: samples by measure and side, and the table that they end in. The n-th sample of the base
 * and the n-th of now are taken one right after the other, so that whatever else the machine does hits both
 * alike; the ratio is the median over those pairs, not the ratio of two medians.
 */

export const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
export const median = (values) => quantile(values, 0.5);

/** From so many samples on the slowest twentieth says something. */
const ENOUGH_FOR_P95 = 20;

const short = (value) =>
  Number.isNaN(value)
    ? ''
    : Number(Math.abs(value) < 100 ? value.toPrecision(3) : value.toFixed(0));

const ratio = (value) => (Number.isNaN(value) ? '' : Math.round(value * 100) / 100);

export class Samples {
  /** measure -> side -> values */
  #values = new Map();

  add(side, measures) {
    for (const [measure, value] of Object.entries(measures)) {
      const bySide = this.#values.get(measure) ?? {};
      this.#values.set(measure, bySide);
      bySide[side.name] ??= [];
      bySide[side.name].push(value);
    }
  }

  /** @returns {number[]} */
  of(side, measure) {
    return this.#values.get(measure)?.[side.name] ?? [];
  }

  /** One row a measure: medians, the ratio where there is a base, the slowest twentieth, how many samples. */
  rows() {
    const rows = {};
    for (const [measure, { base, now = [] }] of this.#values) {
      const enough = now.length >= ENOUGH_FOR_P95;
      const pairs = now.slice(0, base?.length).map((value, i) => value / base?.[i]);
      rows[measure] = {
        ...(base ? { base: short(median(base)) } : {}),
        now: short(median(now)),
        ...(base ? { 'now / base': ratio(median(pairs.filter(Number.isFinite))) } : {}),
        ...(enough && base ? { 'base p95': short(quantile(base, 0.95)) } : {}),
        ...(enough ? { 'now p95': short(quantile(now, 0.95)) } : {}),
        n: base ? Math.min(now.length, base.length) : now.length,
      };
    }
    return rows;
  }

  print() {
    console.table(this.rows());
  }
}

/** Every bench has to end within two minutes; what was not measured by then is left out, and n says so. */
const TIME_TO_MEASURE_MS = 90_000;

/** @returns {() => boolean} true when a bench that started now has to come to its end */
export function clock(limit = TIME_TO_MEASURE_MS) {
  const end = performance.now() + limit;
  return () => performance.now() > end;
}

/**
 * Measures the sides by turns until `rounds` are done or time is up, but once at least. Who begins alternates: the
 * second of two finds caches warm.
 */
export async function byTurns(sides, rounds, late, measure) {
  for (let round = 0; round < rounds && (round === 0 || !late()); round++)
    for (const side of round % 2 ? [...sides].reverse() : sides) await measure(side, round);
}
