/** One long walk: what grows with a store's history (numbers, files, chains of undo) holds as well as in short ones. */
import { afterEach, beforeEach, test, vi } from 'vitest';
import { beginWalking, thereAndAllTheWayBack } from './walking';

beforeEach(beginWalking);
afterEach(() => {
  vi.useRealTimers();
});

test('one long walk of 2,000 steps stays sound, and is taken back step by step', async () => {
  await thereAndAllTheWayBack(7);
}, 480_000);
