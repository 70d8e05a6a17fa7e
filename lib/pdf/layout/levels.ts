/**
 * Columns that are read in two goes: a reference list, or notes, in smaller letters at the foot of both columns begins
 * at one height in both, and is read when the text above it has been, on both sides.
 */
import type { Run } from './runs';

/** Sizes are alike within this part. */
const ALIKE = 0.05;
/** The lower text begins at one height, within so many times its size: a heading may be above one side of it. */
const SAME_HEIGHT = 3;
/** White between two texts, in parts of the size from baseline to baseline. */
const WHITE = 1.45;
/** The lower text has so many lines on each side. */
const FEWEST = 2;

interface Foot {
  top: number;
  size: number;
}

/** Where the text at the bottom of a column begins, if there is another one above it. */
function footOf(column: readonly Run[]): Foot | null {
  const runs = column.filter((run) => run.letters > 3).sort((a, b) => b.base - a.base);
  const [lowest] = runs;
  if (!lowest) return null;
  const { size } = lowest;
  let top = lowest;
  let lines = 1;
  for (const run of runs) {
    if (Math.abs(run.size - size) > ALIKE * size) {
      if (run.base < top.base - 0.5 * size) break;
      continue;
    }
    if (run.base < top.base - 0.5 * size) lines++;
    if (run.base < top.base) top = run;
  }
  const above = runs.find((run) => run.base < top.base - 0.5 * size);
  if (!above || lines < FEWEST || above.size < (1 + ALIKE) * size) return null;
  return { top: top.top, size };
}

/** The runs of two columns in one part, or in an upper and a lower one. */
export function splitLevels(left: readonly Run[], right: readonly Run[]): Run[][] {
  const whole = [[...left, ...right]];
  const [a, b] = [footOf(left), footOf(right)];
  if (!a || !b || Math.abs(a.size - b.size) > ALIKE * a.size) return whole;
  if (Math.abs(a.top - b.top) > SAME_HEIGHT * a.size) return whole;
  let cut = Math.min(a.top, b.top);
  // A heading right above the lower text is of it.
  for (const [column, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const heading = column.filter((run) => run.base < cut).sort((x, y) => y.base - x.base)[0];
    if (!heading || cut - heading.bottom > SAME_HEIGHT * a.size) continue;
    const before = column
      .filter((run) => run.base < heading.top)
      .sort((x, y) => y.base - x.base)[0];
    const apart = !before || heading.base - before.base > WHITE * heading.size;
    if (apart && !other.some((run) => run.base > heading.top && run.base < cut))
      cut = heading.top - 1;
  }
  const all = [...left, ...right];
  return [all.filter((run) => run.base < cut), all.filter((run) => run.base >= cut)].filter(
    (one) => one.length,
  );
}
