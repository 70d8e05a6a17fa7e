/** For `vi.mock` of step-rows.ts: a store in which few changes make a large step, as what a test does at once is little. */
import type { Step } from '../../../lib/model';
import type * as StepRows from '../../../lib/store/write/step-rows';

const SIZES = { head: 2, part: 3 };

/** From here on, are steps large that soon? */
export const steps = { areLargeSoon: false };

export async function largeSoon(
  original: () => Promise<typeof StepRows>,
): Promise<typeof StepRows> {
  const rows = await original();
  const rowsOfStep = (step: Step) => rows.rowsOfStep(step, steps.areLargeSoon ? SIZES : undefined);
  return { ...rows, rowsOfStep };
}
