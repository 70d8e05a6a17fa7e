/** A claim about what the page shows. */
import type { Claim } from '../../claims';
import type { WeightName } from '../../weights';

/** The claim of a value that was found in an element; none where there is no value. */
export const shown = <Value>(
  value: Value | undefined,
  weight: WeightName,
  at: Element | null,
): Claim<Value>[] => (value ? [{ value, source: 'visible', weight, at }] : []);
