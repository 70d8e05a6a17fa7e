/** Twenty long walks through the store: what one of them meets by chance, in the ways that `npm test` has no time for. */
import { afterEach, beforeEach, test, vi } from 'vitest';
import { beginWalking, thereAndAllTheWayBack } from '../unit/store/walks/walking';

beforeEach(beginWalking);
afterEach(() => {
  vi.useRealTimers();
});

const SEEDS = Array.from({ length: 20 }, (_, i) => 1_000 + i);

test.each(SEEDS)('a walk of 2,000 steps, seed %i', thereAndAllTheWayBack, 600_000);
