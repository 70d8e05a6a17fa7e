import { vi } from 'vitest';
import { walkAtRandom } from './random-steps';

vi.mock('../../../../lib/store/write/step-rows', async (original) =>
  (await import('../large-soon')).largeSoon(original),
);

walkAtRandom(1);
