/** Which snapshots stay: the last of each of some days, and of each of some weeks before. */

const DAY_MS = 86_400_000;
/** Yesterday's shows what went wrong today. */
const DAYS = 3;
/** What went wrong unnoticed is noticed within a month. */
const WEEKS = 4;

/**
 * Days and weeks in which there is one: a reader who returns after a holiday finds the last ones. They begin at fixed moments;
 * counted back from now, each new one would push the others over the edge of their days.
 * Those of a clock that was ahead go, as soon as there is one of today's.
 * @param moments when each was taken, milliseconds
 * @returns those that stay; at most `DAYS` + `WEEKS`
 */
export function kept(moments: readonly number[], now: number): Set<number> {
  const past = moments.filter((at) => at <= now);
  const newest = (past.length ? past : [...moments]).sort((a, b) => b - a);
  const lastOfEach = (length: number, most: number): number[] => {
    const last = new Map<number, number>();
    for (const at of newest) {
      const period = Math.floor(at / length);
      if (!last.has(period) && last.size < most) last.set(period, at);
    }
    return [...last.values()];
  };
  return new Set([...lastOfEach(DAY_MS, DAYS), ...lastOfEach(7 * DAY_MS, WEEKS)]);
}
